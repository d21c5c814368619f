/** "The city is 35 km southeast of Deir Ezzor", "Sabboura, an area outside Damascus": what is said of where a place lies checked against, or giving, the place. */
import type { Note } from '../../../records/index.ts';
import { type Draft, firstMention, settle } from '../draft.ts';
import { bearing, distanceKm, pointAt, turn } from '../geometry.ts';
import type { PlaceWords } from '../place-words.ts';
import type { TextView } from '../text-view.ts';

/** Between a place and what is said of where it lies. */
const IS =
  /^(?:['’]s)?(?:,| \(|,? (?:which |that )?(?:is|lies|sits|stands|was|are|lie|located|situated|is located|is situated|lies about))?(?: located| situated| some| about| roughly| only| just| approximately)? ?$/i;

/** "X, a Kurdish-held town (about 30 km south of Y)": what is said of the town is said of X. */
const APPOSITION =
  /^(?:,| [-–—]| \()(?: which is| that is)? ?(?:a|an|the) (?:[\p{L}-]+ ){0,4}?(?<head>[\p{L}]+)(?: (?:located|situated|lying|that lies|which lies))?(?: some| about| roughly| only| just)? ?$/iu;

/** Off by more than this and more than half of what is said: they do not fit. */
const SLACK_KM = 15;
const SLACK_DEGREES = 60;
/** What is near or outside a town is seldom further off. */
const NEAR_KM = 60;
/** A place this well known is meant, whatever it is said to be near. */
const WELL_KNOWN = 5;
/** Mentions of one place that what is said of it is handed on to. */
const MOST_MENTIONS = 200;

type Mentions = ReadonlyMap<Draft, readonly Draft[]>;

/**
 * Compares what the text says with where the gazetteer has both places; gives a place that no gazetteer knows the
 * stated one. The relative place is the same place as its subject.
 */
export function applyStatedDistances(
  drafts: readonly Draft[],
  relative: readonly Draft[],
  view: TextView,
  words: PlaceWords,
): Note[] {
  const notes: Note[] = [];
  const mentions = new Map<Draft, Draft[]>();
  for (const draft of drafts) {
    const known = firstMention(draft);
    mentions.set(known, [...(mentions.get(known) ?? []).slice(0, MOST_MENTIONS), draft]);
  }
  let at = 0;
  for (const said of relative) {
    const { relation } = said;
    // Both lists stand in order of the text: the subject is the last place that ends before.
    while (at < drafts.length && drafts[at]!.span[1] <= said.span[0]) at++;
    if (relation === null || relation.other !== null || relation.anchor.point === null) continue;
    const subject = drafts[at - 1];
    if (subject === undefined || subject.sentence !== said.sentence || subject.status === 'not-a-place')
      continue;
    const known = firstMention(subject);
    if (known === relation.anchor || !isSaidOf(view.text.slice(subject.span[1], said.span[0]), words))
      continue;
    const note = relation.km === null ? fitNear(known, said, mentions) : fitDistance(known, said, mentions);
    if (note !== null) notes.push({ step: 'places', reason: note, span: said.span });
  }
  return notes;
}

function isSaidOf(between: string, words: PlaceWords): boolean {
  if (IS.test(between)) return true;
  const head = APPOSITION.exec(between)?.groups?.head?.toLowerCase();
  return head !== undefined && words.description.has(head);
}

/** So many kilometres from another: gives the place, or checks it. */
function fitDistance(known: Draft, said: Draft, mentions: Mentions): string | null {
  const {
    anchor,
    km,
    bearing: stated,
  } = said.relation! as { anchor: Draft; km: number; bearing: number | null };
  said.same = known;
  if (known.point === null) {
    if (stated !== null)
      placeAt(known, said, pointAt(anchor.point!, km, stated), 'stated-distance', mentions);
    return null;
  }
  if (known.precision !== 'exact') return null;
  const real = distanceKm(anchor.point!, known.point);
  const off = Math.abs(real - km);
  const course = bearing(anchor.point!, known.point);
  const swerve = stated === null ? 0 : turn(course, stated);
  // Where the place itself is known, its own point is better than one worked out from round figures.
  said.point = known.point;
  said.precision = known.precision;
  said.place = known.place;
  if (!((off > SLACK_KM && off > km / 2) || (swerve > SLACK_DEGREES && real > 5))) return null;
  return `the stated distance does not fit: by the gazetteer it is ${Math.round(real)} km at ${Math.round(course)} degrees`;
}

/** Near, outside or beside another: another place of the name is meant where the one chosen lies far off. */
function fitNear(known: Draft, said: Draft, mentions: Mentions): string | null {
  const { anchor } = said.relation!;
  if (anchor.precision !== 'exact' || said.precision !== 'near') return null;
  if (known.point === null || known.precision !== 'exact') return null;
  const km = Math.round(distanceKm(anchor.point!, known.point));
  if (km <= NEAR_KM) return null;
  const best = known.candidates[0];
  if (best !== undefined && best.prior >= WELL_KNOWN)
    return `said to be near, but ${km} km away by the gazetteer`;
  const other = known.candidates.find(({ place }) => distanceKm(anchor.point!, place) <= NEAR_KM);
  if (other === undefined) {
    placeAt(known, said, anchor.point!, 'stated-near', mentions);
    return `the only place of that name in the gazetteer is ${km} km away: placed where the text puts it`;
  }
  settle(known, other.place, Math.round(known.confidence * 80) / 100);
  handOn(known, mentions);
  return null;
}

/** A place that is known by what is said of it only. */
function placeAt(known: Draft, said: Draft, point: Draft['point'], rule: string, mentions: Mentions): void {
  Object.assign(known, {
    status: 'resolved',
    point,
    box: null,
    precision: 'near',
    rule,
    confidence: said.confidence,
    place: null,
    relation: said.relation,
  });
  handOn(known, mentions);
}

/** Every later mention lies where the first does. */
function handOn(known: Draft, mentions: Mentions): void {
  const { status, point, box, precision, confidence, place } = known;
  for (const later of mentions.get(known) ?? [])
    if (later !== known) Object.assign(later, { status, point, box, precision, confidence, place });
}
