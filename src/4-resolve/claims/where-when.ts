/** The place and time of a claim: those among its own words first, then those of its sentence, then the one it comes back to. */
import type { RawClaim } from '../../3-read/events/claims.ts';
import type { Token } from '../../3-read/language/parsed-text.ts';
import { relation } from '../../3-read/syntax/tree.ts';
import type { Place, PlacePrecision, Span, Time } from '../../records/index.ts';

const FINENESS: Record<PlacePrecision, number> = {
  exact: 0,
  near: 1,
  district: 2,
  province: 3,
  region: 4,
  sea: 4,
  country: 5,
};

const inside = (span: Span, spans: readonly Span[]) =>
  spans.some(([start, end]) => span[0] >= start && span[1] <= end);

/** The most exact place told of the happening; places that only say where somebody or something is from come last. */
export function placeOf(claim: RawClaim, places: readonly Place[], fallback: Place | null): Place | null {
  const best = nearestPlace(claim, places, fallback);
  return best && best.lat === null ? (containerOf(best, places) ?? best) : best;
}

/**
 * A named place that no gazetteer has still lies somewhere: in the place its own name names ("Mosul University"), or in
 * the one told beside its first mention ("the hospital in the heart of East Mosul").
 */
function containerOf(place: Place, places: readonly Place[]): Place | null {
  const first = places.find((p) => p.id === place.same) ?? place;
  const known = places.filter((p) => p.lat !== null && p.precision !== 'country' && p.precision !== 'sea');
  const words = new Set(first.text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const named = known.find((p) => !p.relation && p.text.length > 3 && words.has(p.text.toLowerCase()));
  if (named) return named;
  const beside = known.find((p) => p.span[0] >= first.span[1] && p.span[0] - first.span[1] < 90);
  return beside ?? null;
}

function nearestPlace(claim: RawClaim, places: readonly Place[], fallback: Place | null): Place | null {
  const real = places.filter((p) => p.status !== 'not-a-place');
  const own = real.filter((p) => inside(p.span, claim.spans));
  const best = pick(claim, own);
  if (best) return best;
  const { sentence } = claim.tree;
  const near = real.filter((p) => p.span[0] >= sentence.start && p.span[1] <= sentence.end);
  return pick(claim, near) ?? fallback;
}

function pick(claim: RawClaim, places: readonly Place[]): Place | null {
  let best: Place | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const score = cost(claim, place);
    if (score < bestScore) {
      best = place;
      bestScore = score;
    }
  }
  return best;
}

function cost(claim: RawClaim, place: Place): number {
  const { tree, trigger, clause } = claim;
  const token =
    tree.tokens.find((t) => t.end === place.span[1]) ?? tree.tokens.find((t) => t.start >= place.span[0]);
  let score = place.precision === null ? 1.5 : FINENESS[place.precision];
  if (!token) return score + 3;
  const target = trigger?.token ?? clause.head;
  score += Math.min(pathLength(claim, token, target), 6) * 0.6;
  // "militants from Syria", "the Syrian town": origin and possession are weaker than "in", "on", "near".
  const head = headOfPlace(claim, place);
  const mark = head && tree.child(head, 'case')?.lemma;
  if (mark === 'from' && !['movement', '?withdraw', '?flee', '?move'].includes(trigger?.type ?? ''))
    score += 1.5;
  if (head && relation(head) === 'nmod' && mark === 'of') score += 0.3;
  // "fighters coming from Tajikistan": where people are from.
  const verb = head && tree.head(head);
  if (mark === 'from' && verb && ['come', 'originate', 'hail'].includes(verb.lemma) && verb !== target)
    score += 3;
  return score;
}

function headOfPlace({ tree }: RawClaim, place: Place): Token | undefined {
  const tokens = tree.tokens.filter((t) => t.start >= place.span[0] && t.end <= place.span[1]);
  return tokens.find((t) => t.head < 0 || !tokens.includes(tree.tokens[t.head]!));
}

function pathLength({ tree }: RawClaim, from: Token, to: Token): number {
  const up = new Map<Token, number>();
  for (let at: Token | undefined = to, n = 0; at && n < 12; at = tree.head(at), n++) up.set(at, n);
  for (let at: Token | undefined = from, n = 0; at && n < 12; at = tree.head(at), n++)
    if (up.has(at)) return n + up.get(at)!;
  return 12;
}

/** The time told in the claim's own words, else in its sentence outside other claims' words. */
export function timeOf(claim: RawClaim, times: readonly Time[]): Time | null {
  const own = times.filter((t) => inside(t.span, claim.spans));
  if (own.length > 0) return nearest(claim, own);
  const { sentence } = claim.tree;
  const near = times.filter((t) => t.span[0] >= sentence.start && t.span[1] <= sentence.end);
  return nearest(claim, near);
}

function nearest(claim: RawClaim, times: readonly Time[]): Time | null {
  const target = claim.trigger?.token ?? claim.clause.head;
  let best: Time | null = null;
  let bestLength = Number.POSITIVE_INFINITY;
  for (const time of times) {
    const token = claim.tree.tokens.find((t) => t.start >= time.span[0]);
    const length = token ? pathLength(claim, token, target) : 12;
    if (length < bestLength) {
      best = time;
      bestLength = length;
    }
  }
  return best;
}
