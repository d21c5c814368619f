import { expect, it } from 'vitest';
import { chance } from '../../../../test/support/random-network.ts';
import { bestTree } from './spanning-tree.ts';

/** The best sum of a tree whose one root is `root`, by trying all. */
function best(scores: Float32Array, width: number, n: number, root: number): number {
  const heads = new Array<number>(n).fill(0);
  let top = Number.NEGATIVE_INFINITY;
  const isTree = () =>
    heads.every((_, i) => {
      let at = i;
      for (let steps = 0; steps <= n && heads[at]! > 0; steps++) at = heads[at]! - 1;
      return heads[at] === 0;
    });
  const choose = (i: number, sum: number): void => {
    if (i === n) {
      if (sum > top && isTree()) top = sum;
      return;
    }
    for (let h = i === root ? 0 : 1; h <= (i === root ? 0 : n); h++) {
      if (h === i + 1) continue;
      heads[i] = h;
      choose(i + 1, sum + scores[i * width + h]!);
    }
  };
  choose(0, 0);
  return top;
}

it('finds the best tree for the root it chooses', () => {
  const next = chance(2);
  for (let round = 0; round < 300; round++) {
    const n = 1 + next(5);
    const width = (n + 8) & ~7;
    const scores = Float32Array.from({ length: n * width }, () => next(1000) / 10);
    const heads = bestTree(scores, width, n);
    expect(heads.filter((h) => h === 0)).toHaveLength(1);
    const sum = heads.reduce((total, h, i) => total + scores[i * width + h]!, 0);
    expect(sum).toBeCloseTo(best(scores, width, n, heads.indexOf(0)), 3);
  }
});
