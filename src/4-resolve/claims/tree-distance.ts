/** How near words of a claim stand in its tree, and which words of its sentence belong to who says it. */
import type { RawClaim } from '../../3-read/events/claims.ts';
import type { Token } from '../../3-read/language/parsed-text.ts';
import type { Span } from '../../records/index.ts';

/** Further apart than this is all the same. */
const FAR = 12;

/** Steps from one token to another by way of what both hang on. */
export function pathLength({ tree }: RawClaim, from: Token, to: Token): number {
  const up = new Map<Token, number>();
  for (let at: Token | undefined = to, n = 0; at && n < FAR; at = tree.head(at), n++) up.set(at, n);
  for (let at: Token | undefined = from, n = 0; at && n < FAR; at = tree.head(at), n++)
    if (up.has(at)) return Math.min(FAR, n + up.get(at)!);
  return FAR;
}

/** The token of a span that the others hang on. */
export function headOfSpan({ tree }: RawClaim, [start, end]: Span): Token | undefined {
  const tokens = tree.tokens.filter((t) => t.start < end && t.end > start);
  return tokens.find((t) => t.head < 0 || !tokens.includes(tree.tokens[t.head]!));
}

export const isInside = (span: Span, spans: readonly Span[]): boolean =>
  spans.some(([start, end]) => span[0] >= start && span[1] <= end);

const touches = (token: Token, spans: readonly Span[]): boolean =>
  spans.some(([start, end]) => token.start < end && token.end > start);

/** How words hang on a cue that tell where and when it was said; its object is what was said, save for whom it was told. */
const CIRCUMSTANCE = /^(?:obl|advmod|advcl|nmod|iobj)/;
const TELLS = new Set(['tell', 'inform', 'brief', 'address']);

/**
 * Whether words outside a claim tell of the saying, not of what is said: part of the source ("officials in Ankara"),
 * or hung on its cue ("told reporters in Baghdad on Monday"). What opens the sentence may speak of both ("In Mosul, the
 * ministry said, …").
 */
export function tellsOfSaying(claim: RawClaim, span: Span, said: readonly Span[]): boolean {
  if (said.some(([start, end]) => span[0] < end && span[1] > start)) return true;
  const { tree } = claim;
  const head = headOfSpan(claim, span);
  if (!head) return false;
  const first = tree.tokens.find((t) => touches(t, said));
  const opens = first !== undefined && head.index < first.index;
  const own = new Set(claim.tokens);
  let below = head;
  for (let at: Token | undefined = head, n = 0; at && n < FAR; at = tree.head(at), n++) {
    if (own.has(at)) return false;
    if (touches(at, said)) {
      const hangs = CIRCUMSTANCE.test(below.deprel) || (below.deprel === 'obj' && TELLS.has(at.lemma));
      return hangs && (!opens || n > 1);
    }
    below = at;
  }
  return false;
}
