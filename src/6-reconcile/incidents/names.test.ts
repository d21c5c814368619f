import { describe, expect, it } from 'vitest';
import { shortName } from './ids.ts';
import { type Named, Names } from './names.ts';

/** Only four names for each round, so that nearly all collide. */
const few = (document: string, trigger: number, round: number) =>
  `${(Number(document) * 7 + trigger + round * 3) % 12}`;
const items: Named[] = Array.from({ length: 9 }, (_, i) => ({
  id: `c${i}`,
  document: String(i % 4),
  trigger: i,
  published: i % 3 === 0 ? null : `2017-10-0${(i % 5) + 1}`,
}));
const all = (names: Names) => items.map(({ id }) => names.of(id));

describe('short names', () => {
  it('are six characters of no doubtful letter', () => {
    for (let i = 0; i < 200; i++) expect(shortName(`sha256:${i}`, i)).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(shortName('sha256:1', 1, 1)).not.toBe(shortName('sha256:1', 1));
  });

  it('are never shared, and fall the same in any order', () => {
    const first = new Names(few);
    for (const item of items) first.add(item);
    expect(new Set(all(first)).size).toBe(items.length);
    for (let shift = 1; shift < items.length; shift++) {
      const names = new Names(few);
      for (const item of [...items.slice(shift), ...items.slice(0, shift).reverse()]) names.add(item);
      expect(all(names)).toEqual(all(first));
    }
  });

  it('go back when their holder is gone', () => {
    const names = new Names(few);
    const without = new Names(few);
    for (const item of items) names.add(item);
    for (const item of items.slice(1)) without.add(item);
    names.remove('c0');
    expect(all(names)).toEqual(all(without));
    names.add(items[0]!);
    for (const { id } of items) expect(names.holder(names.of(id)!)).toBe(id);
  });
});
