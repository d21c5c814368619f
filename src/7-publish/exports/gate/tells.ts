/**
 * The first gate: which claims may make a row, a point or a figure. What is denied, expected, unconfirmed or taken back
 * never does; it stands beside what it concerns. "Expected" covers plans, threats and what is only supposed.
 */
import type { Certainty } from '../../../records/index.ts';

export type Beside = 'denied' | 'expected' | 'unconfirmed' | 'withdrawn';
export const BESIDE: readonly Beside[] = ['denied', 'expected', 'unconfirmed', 'withdrawn'];

/** Where a claim stands: null where it tells of something that is said to have happened. */
export function besideOf(claim: {
  certainty: Certainty;
  about: { as: string } | null;
  withdrawn: boolean;
}): Beside | null {
  if (claim.withdrawn) return 'withdrawn';
  if (claim.certainty === 'denied' || claim.about?.as === 'denies') return 'denied';
  if (claim.certainty === 'expected' || claim.certainty === 'unconfirmed') return claim.certainty;
  return null;
}

/** Whether a person looked at the claim. */
export const isReviewed = (review: string): boolean =>
  review === 'reads-right' || review === 'corrected' || review === 'added';
