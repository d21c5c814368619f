/** What a report tells of together, from claims made up for it. */
import { expect, it } from 'vitest';
import { readPackageFile } from '../../package.ts';
import { openTables } from '../index.ts';
import type { Report, ReportClaim } from '../report.ts';
import { happeningsOf } from './group-claims.ts';

const tables = openTables(readPackageFile);

interface Say {
  type: string;
  at?: [string, number, number];
  on?: string;
}

/** A report of claims that name a kind of event, a place and a day, in this order. */
function reportOf(says: readonly Say[]): Report {
  const claims = says.map(({ type, at, on }, position): ReportClaim => {
    const place = at && {
      ...{
        status: 'resolved',
        precision: 'exact',
        geonames: position + 1,
        country: 'AR',
        rule: null,
        box: null,
      },
      ...{ text: at[0], name: at[0], lat: at[1], lon: at[2] },
    };
    const time = on && { from: on, to: on, precision: 'day', relation: 'at' };
    const event = { type, happening: null, trigger: null, by: [], against: [], effects: [] };
    const claim = {
      ...{
        id: `c${position}`,
        document: 'd',
        position,
        text: `${type} ${position}`,
        spans: [[position, position + 1]],
      },
      ...{ chain: [], certainty: 'asserted', certaintyWords: [], kind: 'event', about: null, rules: [] },
      event: { ...event, place: place ?? null, time: time ?? null },
    };
    return { claim, review: 'undecided', withdrawn: false } as unknown as ReportClaim;
  });
  const unknown = { title: null, byline: null, publisher: null, url: null, published: null, modified: null };
  return { document: 'd', ...unknown, credits: [], text: '', furniture: [], read: true, claims };
}
const together = (says: readonly Say[]): string[][] =>
  happeningsOf(reportOf(says), tables).map(({ claims }) => claims);

it('goes on with what was told where nothing else is named', () => {
  expect(together([{ type: 'air-drone-strike', on: '2017-10-04' }, { type: 'casualties' }])).toEqual([
    ['c0', 'c1'],
  ]);
});

it('takes in nothing by way of what came to it', () => {
  const said = [{ type: 'armed-clash' }, { type: 'territorial-advance' }, { type: 'movement' }];
  expect(together(said)).toEqual([['c0', 'c1'], ['c2']]);
});

it('keeps the months of a chronicle apart', () => {
  const [west, east]: [string, number, number][] = [
    ['Westhill', 35, 40],
    ['Eastford', 35.2, 40.2],
  ];
  const months = ['2017-01-10', '2017-02-11', '2017-03-12'];
  const says = months.flatMap((on, i) => [
    { type: 'armed-clash', on, at: i % 2 ? east : west },
    { type: 'armed-clash' },
  ]);
  expect(together(says)).toEqual([
    ['c0', 'c1'],
    ['c2', 'c3'],
    ['c4', 'c5'],
  ]);
});

it('counts a report of many happenings less for each of them', () => {
  const day = (i: number) => `2017-03-${String(10 + i)}`;
  const few = happeningsOf(reportOf([{ type: 'attack', on: day(0) }]), tables);
  const many = happeningsOf(
    reportOf(Array.from({ length: 16 }, (_, i) => ({ type: 'attack', on: day(i) }))),
    tables,
  );
  expect(few[0]!.focus).toBe(1);
  expect(Math.max(...many.map(({ focus }) => focus))).toBeLessThanOrEqual(0.5);
});
