/**
 * How far reviewers agree who coded the same claims blind to each other: Krippendorff's alpha per field (K. Krippendorff,
 * Content Analysis, 2004, ch. 11), nominal for categories, interval for figures. 1 is full agreement, 0 what chance gives.
 */
export type Metric = 'nominal' | 'interval';

/**
 * Why there is no alpha: nobody coded the same thing twice; only one thing was, which says nothing of chance; or all gave
 * one and the same value throughout, and then nothing could have differed (it would be 0 divided by 0).
 */
export const NO_ALPHA = ['nothing-compared', 'one-unit', 'no-variation'] as const;
export type NoAlpha = (typeof NO_ALPHA)[number];

/** `units`: for each thing coded, the values that the coders gave; things with fewer than two are passed over. */
export function krippendorffAlpha(
  units: readonly (readonly (string | number)[])[],
  metric: Metric,
): number | NoAlpha {
  const distance =
    metric === 'nominal'
      ? (a: string | number, b: string | number) => (a === b ? 0 : 1)
      : (a: string | number, b: string | number) => (Number(a) - Number(b)) ** 2;
  const paired = units.filter((values) => values.length >= 2);
  if (paired.length < 2) return paired.length === 0 ? 'nothing-compared' : 'one-unit';
  const counts = new Map<string | number, number>();
  let n = 0;
  let observed = 0;
  for (const values of paired) {
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    n += values.length;
    let within = 0;
    for (let i = 0; i < values.length; i++) {
      for (let j = 0; j < values.length; j++) if (i !== j) within += distance(values[i]!, values[j]!);
    }
    observed += within / (values.length - 1);
  }
  let expected = 0;
  for (const [a, countA] of counts)
    for (const [b, countB] of counts) expected += countA * countB * distance(a, b);
  if (expected === 0) return 'no-variation';
  const alpha = 1 - ((n - 1) * observed) / expected;
  return Math.round(alpha * 10_000) / 10_000;
}
