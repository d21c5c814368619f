/** How well a grouping agrees with another: adjusted Rand index, and B-cubed precision, recall and F. */

const pairs = (n: number) => (n * (n - 1)) / 2;

function tally(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

export function adjustedRand(found: readonly string[], gold: readonly string[]): number {
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((s, n) => s + pairs(n), 0);
  const both = sum(tally(found.map((label, i) => `${label}\n${gold[i]}`)));
  const a = sum(tally(found));
  const b = sum(tally(gold));
  const expected = (a * b) / pairs(found.length);
  return (both - expected) / ((a + b) / 2 - expected);
}

export function bCubed(
  found: readonly string[],
  gold: readonly string[],
): { p: number; r: number; f: number } {
  const both = tally(found.map((label, i) => `${label}\n${gold[i]}`));
  const a = tally(found);
  const b = tally(gold);
  let p = 0;
  let r = 0;
  for (let i = 0; i < found.length; i++) {
    const shared = both.get(`${found[i]}\n${gold[i]}`)!;
    p += shared / a.get(found[i]!)!;
    r += shared / b.get(gold[i]!)!;
  }
  p /= found.length;
  r /= found.length;
  return { p, r, f: (2 * p * r) / (p + r) };
}
