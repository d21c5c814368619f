/**
 * Average-link clustering: two groups are joined as long as their members are alike on average. Given nodes in a fixed
 * order the outcome is fixed; ties go to the first pair.
 */

/** @param weight how much a pair counts in the mean; 1 unless told @returns groups of node numbers, each in order, groups by their first node */
export function averageLink(
  count: number,
  similarity: (a: number, b: number) => number,
  threshold: number,
  weight: (a: number, b: number) => number = () => 1,
): number[][] {
  const groups: (number[] | null)[] = Array.from({ length: count }, (_, i) => [i]);
  const table = () => Array.from({ length: count }, () => new Float64Array(count));
  const [sums, weights] = [table(), table()];
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) {
      weights[a]![b] = weights[b]![a] = weight(a, b);
      sums[a]![b] = sums[b]![a] = similarity(a, b) * weights[a]![b]!;
    }
  const mean = (a: number, b: number) => sums[a]![b]! / weights[a]![b]!;
  const best = new Int32Array(count).fill(-1);
  const find = (a: number): void => {
    best[a] = -1;
    for (let b = 0; b < count; b++) {
      if (b === a || !groups[b]) continue;
      if (best[a] === -1 || mean(a, b) > mean(a, best[a]!)) best[a] = b;
    }
  };
  for (let a = 0; a < count; a++) find(a);
  for (;;) {
    let first = -1;
    for (let a = 0; a < count; a++) {
      if (!groups[a] || best[a] === -1) continue;
      if (first === -1 || mean(a, best[a]!) > mean(first, best[first]!)) first = a;
    }
    if (first === -1 || mean(first, best[first]!) < threshold) break;
    const [a, b] = first < best[first]! ? [first, best[first]!] : [best[first]!, first];
    groups[a]!.push(...groups[b]!);
    groups[b] = null;
    for (let c = 0; c < count; c++) {
      if (!groups[c] || c === a) continue;
      sums[a]![c]! += sums[b]![c]!;
      sums[c]![a] = sums[a]![c]!;
      weights[a]![c]! += weights[b]![c]!;
      weights[c]![a] = weights[a]![c]!;
    }
    for (let c = 0; c < count; c++) {
      if (groups[c] && (c === a || best[c] === a || best[c] === b)) find(c);
      else if (groups[c] && best[c] !== -1 && mean(c, a) > mean(c, best[c]!)) best[c] = a;
    }
  }
  return groups
    .filter((group) => group !== null)
    .map((group) => group.sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);
}
