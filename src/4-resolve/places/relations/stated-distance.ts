/** "The city is 35 km southeast of Deir Ezzor": a stated distance checked against, or giving, a place. */
import type { Note } from '../../../records/index.ts';
import { type Draft, firstMention } from '../draft.ts';
import { bearing, distanceKm, pointAt, turn } from '../geometry.ts';
import type { TextView } from '../text-view.ts';

/** Between a place and the distance said of it. */
const IS =
  /^(?:['’]s)?(?:,| \(|,? (?:which |that )?(?:is|lies|sits|stands|was|are|lie|located|situated|is located|is situated|lies about))?(?: located| situated| some| about| roughly| only| just| approximately)? ?$/i;

/** Off by more than this and more than half of what is said: they do not fit. */
const SLACK_KM = 15;
const SLACK_DEGREES = 60;
/** Mentions of one place that a stated distance is handed on to. */
const MOST_MENTIONS = 200;

/**
 * Compares what the text says with where the gazetteer has both places; gives a place that no gazetteer knows the
 * stated one. The relative place is the same place as its subject.
 */
export function applyStatedDistances(
  drafts: readonly Draft[],
  relative: readonly Draft[],
  view: TextView,
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
    if (relation === null || relation.km === null || relation.anchor.point === null) continue;
    const subject = drafts[at - 1];
    if (subject === undefined || subject.sentence !== said.sentence || subject.status === 'not-a-place')
      continue;
    if (!IS.test(view.text.slice(subject.span[1], said.span[0]))) continue;
    const known = firstMention(subject);
    if (known === relation.anchor) continue;
    said.same = known;
    if (known.point === null && relation.bearing !== null) {
      Object.assign(known, {
        status: 'resolved',
        point: pointAt(relation.anchor.point, relation.km, relation.bearing),
        precision: 'near',
        rule: 'stated-distance',
        confidence: said.confidence,
        place: null,
        relation,
      });
      for (const later of mentions.get(known) ?? []) {
        if (later === known) continue;
        const { status, point, precision, confidence } = known;
        Object.assign(later, { status, point, precision, confidence });
      }
      continue;
    }
    if (known.point === null || known.precision !== 'exact') continue;
    const km = distanceKm(relation.anchor.point, known.point);
    const off = Math.abs(km - relation.km);
    const course = bearing(relation.anchor.point, known.point);
    const swerve = relation.bearing === null ? 0 : turn(course, relation.bearing);
    if ((off > SLACK_KM && off > relation.km / 2) || (swerve > SLACK_DEGREES && km > 5)) {
      notes.push({
        step: 'places',
        reason: `the stated distance does not fit: by the gazetteer it is ${Math.round(km)} km at ${Math.round(course)} degrees`,
        span: said.span,
      });
    }
    // Where the place itself is known, its own point is better than one worked out from round figures.
    said.point = known.point;
    said.precision = known.precision;
    said.place = known.place;
  }
  return notes;
}
