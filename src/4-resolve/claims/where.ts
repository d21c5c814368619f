/** The place of a claim: among its own words first, then its sentence's. */
import type { RawClaim } from '../../3-read/events/claims.ts';
import type { Token } from '../../3-read/language/parsed-text.ts';
import { relation } from '../../3-read/syntax/tree.ts';
import type { Place, PlacePrecision, Span } from '../../records/index.ts';
import type { PlaceTrail } from './place-trail.ts';
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

/**
 * The most exact place told of the happening among the claim's own words, then its sentence's; places that only say
 * where somebody or something is from come last. `said` are the words of the sources and cues: where somebody spoke is
 * not where it happened.
 */
export function placeOf(claim: RawClaim, trail: PlaceTrail, said: readonly Span[]): Place | null {
  const best = nearestPlace(claim, trail, said);
  return best && placed(best, trail);
}

/** A place that has a point, or the one it lies in. */
export function placed(place: Place, trail: PlaceTrail): Place {
  return place.lat === null ? (trail.holderOf(place) ?? place) : place;
}

function nearestPlace(claim: RawClaim, trail: PlaceTrail, said: readonly Span[]): Place | null {
  const { sentence } = claim.tree;
  const real = withoutAnchors(
    trail
      .within([sentence.start, sentence.end])
      .filter((p) => p.status !== 'not-a-place' && !isDoer(claim, p)),
  );
  // What stands between two pieces of a claim is part of it, though the tree may hang it elsewhere.
  const extent: Span = [claim.spans[0]![0], claim.spans.at(-1)![1]];
  const own = real.filter((p) => isInside(p.span, claim.spans));
  const amid = real.filter((p) => isInside(p.span, [extent]) && !isInside(p.span, said));
  const beside = real.filter((p) => !tellsOfSaying(claim, p.span, said));
  const best = pick(claim, own) ?? pick(claim, amid) ?? pick(claim, beside);
  return best?.kind && RIVER.test(best.kind) ? (pick(claim, beside.filter(isTown)) ?? best) : best;
}

/** "Turkey has shelled a city": a country that acts is nowhere that it acts. */
function isDoer(claim: RawClaim, { span, precision }: Place): boolean {
  const head = precision === 'country' ? headOfSpan(claim, span) : undefined;
  return (
    head !== undefined &&
    claim.roles.by.includes(head) &&
    /^(?:nsubj|conj|nmod:poss|compound)/.test(head.deprel) &&
    !claim.tree.child(head, 'case')
  );
}

/** "Crossed the Tigris": along a river hundreds of kilometres long, the town told beside it says where. */
const RIVER = /^(?:STM|CNL|WAD)/;
const isTown = (place: Place): boolean => place.precision === 'exact' || place.precision === 'near';

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
    originCost(claim, head, target, tree) +
    belongsCost(claim, head, target, tree)
  );
}

/** "A leader in Raqqa was killed near Tabqa": where somebody belongs is not where it happened. */
function belongsCost({ roles }: RawClaim, head: Token, target: Token, tree: RawClaim['tree']): number {
  if (relation(head) !== 'nmod') return 0;
  const owner = tree.head(head);
  const taken = owner !== undefined && owner !== target && [...roles.by, ...roles.against].includes(owner);
  return taken ? 1 : 0;
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
