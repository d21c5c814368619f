import { describe, expect, it } from 'vitest';
import { disjoint, figureContradictions } from '../contradictions/figures.ts';
import type { Toll, TollEntry } from './tolls.ts';
import { latestFigures } from './tolls.ts';

const entry = (
  origin: string,
  low: number | null,
  high: number | null,
  more: Partial<TollEntry> = {},
): TollEntry => ({
  claim: `${origin}-${low}-${high}`,
  document: 'd',
  origin,
  name: origin,
  published: '2017-10-05',
  low,
  high,
  approximate: false,
  words: null,
  period: null,
  outside: null,
  ...more,
});
const toll = (entries: TollEntry[], whom: string | null = 'civilians'): Toll => ({
  what: 'killed',
  whom,
  unit: 'persons',
  entries,
  low: null,
  high: null,
  origins: 0,
});

describe('figures of an incident', () => {
  it('takes the latest of each origin, and neither parts nor sums', () => {
    const figures = latestFigures(
      toll([
        entry('a', 31, 31),
        entry('a', 35, 35, { published: '2017-10-06' }),
        entry('b', 9, 9, { outside: 'part' }),
        entry('c', 900, null, { outside: 'since' }),
      ]),
    );
    expect(figures.map(({ low }) => low)).toEqual([35]);
  });
  it('contradict where ranges of different origins do not meet', () => {
    expect(figureContradictions([toll([entry('a', 31, 31), entry('b', 43, 43)])])).toHaveLength(1);
    expect(figureContradictions([toll([entry('a', 31, 31), entry('b', 30, null)])])).toEqual([]);
    expect(figureContradictions([toll([entry('a', 31, 31), entry('a', 43, 43)])])).toEqual([]);
    expect(disjoint(entry('a', 40, 40, { approximate: true }), entry('b', 43, 43))).toBe(false);
  });
  it('may be rounded, may name one victim, and may come on top of others', () => {
    expect(disjoint(entry('a', 600, 600), entry('b', 612, 612))).toBe(false);
    expect(disjoint(entry('a', 31, 31), entry('b', 43, 43))).toBe(true);
    const named = entry('a', 1, 1, { words: 'a soldier' });
    expect(disjoint(named, entry('b', 9, 9))).toBe(false);
    expect(disjoint(entry('a', 1, 1, { words: 'one soldier' }), entry('b', 9, 9))).toBe(true);
  });
  it('of "12 civilians" and "15 people" are no contradiction', () => {
    expect(figureContradictions([toll([entry('a', 12, 12)]), toll([entry('b', 15, 15)], 'people')])).toEqual(
      [],
    );
  });
  it('may have risen from one day to another, and be of other victims', () => {
    const of = (a: Partial<TollEntry>, b: Partial<TollEntry>, once = true) =>
      figureContradictions(
        [toll([entry('a', 31, 31, { document: 'x', ...a }), entry('b', 43, 43, { document: 'y', ...b })])],
        () => null,
        () => once,
      ).length;
    expect(of({}, { published: '2017-10-06' })).toBe(1);
    expect(of({}, { published: '2017-10-09' })).toBe(0);
    expect(of({ published: '2017-10-09' }, {})).toBe(1);
    expect(of({ words: '31 guards of Arland' }, { words: '43 Borland fighters' })).toBe(0);
    expect(of({ words: '31 guards of Arland' }, { words: '43 guards' })).toBe(1);
  });
  it('is compared only where it is known of whom', () => {
    expect(figureContradictions([toll([entry('a', 31, 31), entry('b', 43, 43)], null)])).toEqual([]);
  });
});
