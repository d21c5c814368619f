/**
 * The division an article is mostly about. Names of one report lie together: a division that could hold many of
 * its names, and among them rare ones, is probably the one meant, even where each name alone has a better known
 * bearer elsewhere.
 */
import type { Group } from './groups.ts';

/** How much of a name's standing a division must be able to claim to count, in steps of ten in people. */
const REACH = 4;

/** Shares of belief by division code, from what each division could hold; the best few only. */
export function findFocus(groups: readonly Group[]): Map<string, number> {
  const scores = new Map<string, number>();
  const names = new Map<string, number>();
  for (const group of groups) {
    if (group.candidates.length === 0 || group.demonym) continue;
    const best = group.candidates[0]!.prior;
    const byDivision = new Map<string, number>();
    for (const { place, prior } of group.candidates) {
      if (place.admin1Code === null || prior < best - REACH) continue;
      // A better known bearer elsewhere takes away, but never all.
      const share = Math.max(0.25, 1 - (best - prior) / REACH);
      byDivision.set(place.admin1Code, Math.max(byDivision.get(place.admin1Code) ?? 0, share));
    }
    // A name borne in many divisions tells little about any of them.
    const rarity = 1 / Math.sqrt(byDivision.size);
    const often = 1 + Math.log2(Math.max(1, group.members.length)) * 0.3;
    for (const code of byDivision.keys()) names.set(code, (names.get(code) ?? 0) + 1);
    for (const [code, share] of byDivision)
      scores.set(code, (scores.get(code) ?? 0) + Math.round(share * rarity * often * 1000) / 1000);
  }
  // One name would only speak for itself.
  const top = [...scores]
    .filter(([code]) => names.get(code)! > 1)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 3);
  const first = top[0]?.[1] ?? 0;
  const shares = top.map(
    ([code, score]) => [code, Math.round(Math.exp((score - first) * 1.5) * 1000) / 1000] as const,
  );
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  return new Map(shares.map(([code, share]) => [code, Math.round((share / sum) * 1000) / 1000]));
}
