/** The place of a claim: among its own words first, then its sentence's, then the one it comes back to. */
import type { RawClaim } from '../../3-read/events/claims.ts';
import type { Token } from '../../3-read/language/parsed-text.ts';
import { relation } from '../../3-read/syntax/tree.ts';
import type { Place, PlacePrecision, Span } from '../../records/index.ts';
import { headOfSpan, isInside, pathLength, tellsOfSaying } from './tree-distance.ts';

/** What a step of precision and a step in the tree weigh against one another. */
const FINENESS: Record<PlacePrecision, number> = {
  exact: 0,
  near: 0.5,
  district: 2,
  province: 3,
  region: 4,
  sea: 4,
  country: 5,
};
const STEP = 0.6;
const MOST_STEPS = 6;

export interface Where {
  text: string;
  places: readonly Place[];
  /** Words of the sources and cues: where somebody spoke is not where it happened. */
  said: readonly Span[];
  /** The place told before, where the claim comes back to it. */
  fallback: Place | null;
}

/** The most exact place told of the happening; places that only say where somebody or something is from come last. */
export function placeOf(claim: RawClaim, { text, places, said, fallback }: Where): Place | null {
  const best = nearestPlace(claim, places, said) ?? fallback;
  return best && best.lat === null ? (containerOf(best, places, text) ?? best) : best;
}

function nearestPlace(claim: RawClaim, places: readonly Place[], said: readonly Span[]): Place | null {
  const { sentence } = claim.tree;
  const real = withoutAnchors(
    places.filter(
      (p) => p.status !== 'not-a-place' && p.span[0] >= sentence.start && p.span[1] <= sentence.end,
    ),
  );
  return (
    pick(
      claim,
      real.filter((p) => isInside(p.span, claim.spans)),
    ) ??
    pick(
      claim,
      real.filter((p) => !isInside(p.span, claim.spans) && !tellsOfSaying(claim, p.span, said)),
    )
  );
}

/** "Near Mayadin" is meant, not Mayadin itself. */
function withoutAnchors(places: readonly Place[]): Place[] {
  const relative = places.filter((p) => p.relation !== null);
  return places.filter(
    (p) => !relative.some((r) => r !== p && p.span[0] >= r.span[0] && p.span[1] <= r.span[1]),
  );
}

function pick(claim: RawClaim, places: readonly Place[]): Place | null {
  let best: Place | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const cost = costOf(claim, place);
    if (cost < bestCost) {
      best = place;
      bestCost = cost;
    }
  }
  return best;
}

/** Where people or things are from is where it happened only when they leave it. */
const LEAVES = /^(?:movement|displacement|\?(?:withdraw|flee|move|retreat|leave|evacuate|displace))$/;
const HAILS = new Set(['come', 'originate', 'hail']);

function costOf(claim: RawClaim, place: Place): number {
  const { tree, trigger, clause } = claim;
  const head = headOfSpan(claim, place.span);
  const cost = place.precision === null ? 1.5 : FINENESS[place.precision];
  if (!head) return cost + 3;
  const target = trigger?.token ?? clause.head;
  return (
    cost +
    Math.min(pathLength(claim, head, target), MOST_STEPS) * STEP +
    originCost(claim, head, target, tree)
  );
}

function originCost({ trigger }: RawClaim, head: Token, target: Token, tree: RawClaim['tree']): number {
  const mark = tree.child(head, 'case')?.lemma;
  if (mark === 'of' && relation(head) === 'nmod') return 0.3;
  if (mark !== 'from') return 0;
  const verb = tree.head(head);
  // "fighters coming from Tajikistan": where people are from.
  if (verb && HAILS.has(verb.lemma) && verb !== target) return 4.5;
  return LEAVES.test(trigger?.type ?? '') ? 0 : 1.5;
}

/** Between a named place and the one it lies in: "in the heart of", "near the town of". */
const LIES_IN =
  /^[^.;!?]*\b(?:in|at|near|outside|inside|within|around|of)(?: the)?(?: \p{Ll}[\p{Ll}-]*){0,3} $/u;
const REACH = 90;

/**
 * A named place that no gazetteer has still lies somewhere: in the place its own name names ("Mosul University"), or in
 * the one told beside its first mention ("the hospital in the heart of East Mosul").
 */
function containerOf(place: Place, places: readonly Place[], text: string): Place | null {
  const first = places.find((p) => p.id === place.same) ?? place;
  const known = places.filter((p) => p.lat !== null && p.precision !== 'country' && p.precision !== 'sea');
  const words = new Set(first.text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const named = known.find((p) => !p.relation && p.text.length > 3 && words.has(p.text.toLowerCase()));
  if (named) return named;
  const [, end] = first.span;
  const beside = known.find((p) => p.span[0] >= end && p.span[0] - end < REACH);
  return beside && LIES_IN.test(text.slice(end, beside.span[0])) ? beside : null;
}
