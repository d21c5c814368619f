import { describe, expect, it } from 'vitest';
import { averageLink } from './average-link.ts';

const by = (table: number[][]) => (a: number, b: number) => table[a]![b]!;

describe('average link', () => {
  it('joins what is alike on average and leaves a chain apart', () => {
    const table = [
      [1, 0.9, 0, 0],
      [0.9, 1, 0.5, 0],
      [0, 0.5, 1, 0.6],
      [0, 0, 0.6, 1],
    ];
    expect(averageLink(4, by(table), 0.4)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
  it('makes nothing of nothing', () => expect(averageLink(0, () => 1, 0.5)).toEqual([]));
  it('leaves apart what is below the threshold', () =>
    expect(averageLink(3, () => 0.1, 0.2)).toEqual([[0], [1], [2]]));
});
