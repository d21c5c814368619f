/** The time of a claim: the one told in its own words, else in its sentence. */
import type { RawClaim } from '../../3-read/events/claims.ts';
import type { Span, Time } from '../../records/index.ts';
import { headOfSpan, isInside, pathLength, tellsOfSaying } from './tree-distance.ts';

/** `said` are the words of the sources and cues: when somebody spoke is not when it happened. */
export function timeOf(claim: RawClaim, times: readonly Time[], said: readonly Span[]): Time | null {
  const { sentence } = claim.tree;
  const near = times.filter((t) => t.span[0] >= sentence.start && t.span[1] <= sentence.end && tellsWhen(t));
  const own = near.filter((t) => isInside(t.span, claim.spans));
  return (
    nearest(claim, own) ??
    nearest(
      claim,
      near.filter((t) => !tellsOfSaying(claim, t.span, said) && !isApart(claim, t)),
    )
  );
}

/** "A two-hour battle", "daily", "now": how long, how often, or no day in particular. */
const tellsWhen = ({ value, from, to }: Time): boolean =>
  from !== null || to !== null || value === null || !/^P(?:T?\d|XX?|T?X|RESENT)|^FUTURE/.test(value);

const APART = /^(?:acl|advcl|ccomp|parataxis)/;

/** Told of another happening: inside a clause that the claim's own words do not stand in. */
function isApart(claim: RawClaim, { span }: Time): boolean {
  const { tree } = claim;
  const target = claim.trigger?.token ?? claim.clause.head;
  for (let at = headOfSpan(claim, span), n = 0; at && n <= tree.tokens.length; at = tree.head(at), n++) {
    if (tree.under(target, at)) return false;
    if (APART.test(at.deprel) && at.upos === 'VERB') return true;
  }
  return false;
}

function nearest(claim: RawClaim, times: readonly Time[]): Time | null {
  const target = claim.trigger?.token ?? claim.clause.head;
  let best: Time | null = null;
  let bestLength = Number.POSITIVE_INFINITY;
  for (const time of times) {
    const token = claim.tree.tokens.find((t) => t.start >= time.span[0]);
    const length = token ? pathLength(claim, token, target) : Number.MAX_VALUE;
    if (length < bestLength) {
      best = time;
      bestLength = length;
    }
  }
  return best;
}
