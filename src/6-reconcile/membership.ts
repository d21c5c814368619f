/** Why a happening is in an incident: how like it is to the others, and to which of them the most. */
import type { Happening } from './happenings/happening.ts';
import type { Membership } from './incident.ts';
import type { Likeness } from './incidents/likeness.ts';

export interface MembershipContext {
  likeness: (a: Happening, b: Happening) => Likeness;
  text: (happening: Happening) => string;
}

export function membershipOf(
  one: Happening,
  others: readonly Happening[],
  { likeness, text }: MembershipContext,
): Membership {
  const scored = others
    .map((other) => ({ other, likeness: likeness(one, other) }))
    .sort((a, b) => b.likeness.score - a.likeness.score || (a.other.id < b.other.id ? -1 : 1));
  const round = (value: number) => Math.round(value * 100) / 100;
  const likest = scored[0];
  return {
    claims: one.claims,
    document: one.document,
    text: text(one),
    mean:
      scored.length === 0
        ? null
        : round(scored.reduce((sum, { likeness: { score } }) => sum + score, 0) / scored.length),
    likest: likest
      ? {
          claim: likest.other.id,
          text: text(likest.other),
          score: round(likest.likeness.score),
          reasons: likest.likeness.reasons,
        }
      : null,
  };
}
