/** The places of an article by sentence, and the one its telling has come to: what names no place happens there. */
import type { RawClaim } from '../../3-read/events/claims.ts';
import type { EventType, Place, PlacePrecision, Span } from '../../records/index.ts';

/** Sentences the telling stays at a place without naming it, within a paragraph and beyond one. */
const STAYS = 2;
/** Characters back that "the explosion", "they also" reach. */
const REACH = 700;
/** Too wide to say where something happened that is told without a place. */
const WIDE = new Set<PlacePrecision | null>(['region', 'country', 'sea', null]);
/** What is done in words, or by far-off bodies, need not be done where the fighting last told of was. */
const ANYWHERE = new Set<EventType>([
  'agreement',
  'arms-supply',
  'call-for-action',
  'change-to-group-activity',
  'condemnation',
  'intelligence',
  'sanctions-legal-action',
  'talks-diplomacy',
  'threat-vow',
  'training-exercise',
]);
/** These turn the telling to another place. */
const TURNS = /^["“]?(?:elsewhere|separately|in other|in a separate|in another)\b/i;

export class PlaceTrail {
  readonly text: string;
  private readonly places: readonly Place[];
  private readonly byId: ReadonlyMap<string, Place>;
  private readonly holders = new Map<Place, Place | null>();
  private last: { place: Place; sentence: number; paragraph: number } | null = null;

  /** `places` stand in order of the text. */
  constructor(places: readonly Place[], text: string) {
    this.places = places;
    this.text = text;
    this.byId = new Map(places.map((place) => [place.id, place]));
  }

  /** Places whose span lies in a stretch of the text. */
  within([start, end]: Span): Place[] {
    let low = 0;
    let high = this.places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.places[middle]!.span[0] < start) low = middle + 1;
      else high = middle;
    }
    const found: Place[] = [];
    for (let at = low; at < this.places.length && this.places[at]!.span[0] < end; at++)
      if (this.places[at]!.span[1] <= end) found.push(this.places[at]!);
    return found;
  }

  /** Remembers where a happening is set; a place in passing ("no comment from Moscow") moves nothing there. */
  tell({ tree }: RawClaim, place: Place, type: EventType | null): void {
    if (type === null || ANYWHERE.has(type) || WIDE.has(place.precision)) return;
    const { index, paragraph } = tree.sentence;
    this.last = { place, sentence: index, paragraph };
  }

  /** The place a claim that names none goes on at, or null. */
  carriedTo(claim: RawClaim, type: EventType | null): Place | null {
    const { sentence } = claim.tree;
    if (this.last === null || TURNS.test(this.text.slice(sentence.start, sentence.start + 40))) return null;
    const { place, sentence: told, paragraph } = this.last;
    if (claim.spans[0]![0] - place.span[1] >= REACH) return null;
    if (type !== null && comesBack(claim)) return place;
    if (type !== null && ANYWHERE.has(type)) return null;
    const back = sentence.index - told;
    return back <= STAYS || paragraph === sentence.paragraph ? place : null;
  }

  /**
   * A named place that no gazetteer has still lies somewhere: in the place its own name names ("Mosul University"), or
   * in the one told beside its first mention ("the hospital in the heart of East Mosul").
   */
  holderOf(place: Place): Place | null {
    const first = (place.same && this.byId.get(place.same)) || place;
    let holder = this.holders.get(first);
    if (holder === undefined) {
      holder = this.findHolder(first);
      this.holders.set(first, holder);
    }
    return holder;
  }

  private findHolder({ text, span: [, end] }: Place): Place | null {
    const known = (p: Place) => p.lat !== null && p.precision !== 'country' && p.precision !== 'sea';
    const words = new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
    const named = this.places.find(
      (p) => known(p) && !p.relation && p.text.length > 3 && words.has(p.text.toLowerCase()),
    );
    if (named) return named;
    const beside = this.within([end, end + BESIDE]).find(known);
    return beside && LIES_IN.test(this.text.slice(end, beside.span[0])) ? beside : null;
  }
}

/** Characters after a name in which the place it lies in is told. */
const BESIDE = 120;
/** Between a named place and the one it lies in: "in the heart of", "near the town of". */
const LIES_IN =
  /^[^.;!?]*\b(?:in|at|near|outside|inside|within|around|of)(?: the)?(?: \p{Ll}[\p{Ll}-]*){0,3} $/u;

/** "The explosion", "they also": the place told before is meant. */
function comesBack({ tree, trigger, roles }: RawClaim): boolean {
  if (!trigger) return false;
  if (roles.by.some((t) => t.upos === 'PRON') || roles.against.some((t) => t.upos === 'PRON')) return true;
  return (
    trigger.noun &&
    tree
      .childrenBy(trigger.token, 'det')
      .some((det) => ['the', 'this', 'these', 'that', 'those'].includes(det.lemma))
  );
}
