/** Places set against other places: "35 km southeast of X", "near X", "northern X", "between X and Y". */
import type { Note, Span } from '../../../records/index.ts';
import { blankDraft, type Draft, firstMention, type Precision } from '../draft.ts';
import type { Box } from '../gazetteer/gazetteer.ts';
import { middleOf, midpoint, partOfBox, pointAt } from '../geometry.ts';
import type { PlaceWords } from '../place-words.ts';
import type { TextView } from '../text-view.ts';
import {
  type Patterns,
  patternsOf,
  REACH_AFTER,
  REACH_BEFORE,
  readDirection,
  readNumber,
} from './patterns.ts';

/** What words around a place say: how far, which way, and where the phrase begins and ends. */
interface Said {
  start: number;
  end: number;
  km: number | null;
  bearing: number | null;
  how: 'distance' | 'direction' | 'near' | 'part' | 'around';
}

/** Beyond this a place that is only "so far from" another is no longer near it. */
const NEAR_KM = 60;

const BORDER = /^ ?[-–—/] ?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)? (?:border|frontier)/u;

function said(draft: Draft, view: TextView, patterns: Patterns, words: PlaceWords): Said | null {
  const sentence = view.sentences[draft.sentence]!;
  const from = Math.max(sentence.start, draft.span[0] - REACH_BEFORE);
  const before = view.text.slice(from, draft.span[0]);
  const after = view.text.slice(draft.span[1], Math.min(sentence.end, draft.span[1] + REACH_AFTER));
  const at = (match: RegExpExecArray) => from + match.index;
  const [, end] = draft.span;
  // "near the Syria-Turkey border": near neither.
  if (BORDER.test(after)) return null;
  let match = patterns.distance.exec(before);
  if (match !== null) {
    const count = readNumber(match.groups!.n!, words);
    const unit = words.distanceUnit.get(match.groups!.unit!.toLowerCase());
    if (count !== null && unit !== undefined && count * unit < 2000) {
      const km = Math.round(count * unit * 10) / 10;
      return { start: at(match), end, km, bearing: readDirection(match.groups!.dir, words), how: 'distance' };
    }
  }
  match = patterns.direction.exec(before);
  // "in the north of X" is in X, "to the north of X" and "north of X" are outside.
  if (match !== null && !/(?:^|[^\p{L}])(?:the|its) $/u.test(before.slice(0, match.index)))
    return {
      start: at(match),
      end,
      km: null,
      bearing: readDirection(match.groups!.dir, words),
      how: 'direction',
    };
  match = patterns.near.exec(before);
  const wider = patterns.part.exec(before);
  // "the eastern suburbs of X" says more than "suburbs of X".
  if (match !== null && (wider === null || wider.index >= match.index)) {
    const how = words.near.get(match.groups!.near!.toLowerCase()) === 'around' ? 'around' : 'near';
    return { start: at(match), end, km: null, bearing: null, how };
  }
  const follows = patterns.after.exec(after);
  if (follows !== null) {
    const bearing = readDirection(follows.groups!.dir, words);
    return { start: draft.span[0], end: end + follows[0].length, km: null, bearing, how: 'around' };
  }
  const own = patterns.ownPart.exec(after);
  if (own !== null) {
    const bearing = readDirection(own.groups!.dir, words);
    return { start: draft.span[0], end: end + own[0].length, km: null, bearing, how: 'part' };
  }
  match = wider;
  // "the northwest province of X" is a province in the northwest, not a part of X.
  const headed = draft.toponym !== null && draft.toponym.outerStart < draft.toponym.start;
  if (match !== null && !(headed && / $/.test(match[0]) && !/ of (?:the )?$/.test(match[0]))) {
    const suburb = /countryside|suburb|outskirt/i.test(match[0]);
    const bearing = readDirection(match.groups!.dir, words);
    return { start: at(match), end, km: null, bearing, how: suburb ? 'around' : 'part' };
  }
  match = patterns.rural.exec(before);
  return match === null ? null : { start: at(match), end, km: null, bearing: null, how: 'around' };
}

/** How exact the new place is, given its anchor and what is said. */
function precisionOfRelation(anchor: Draft, { how, km }: Said): Precision | null {
  const base = anchor.precision;
  if (base === null) return null;
  if (how === 'part') return base === 'exact' ? 'near' : base === 'country' ? 'region' : base;
  if (base === 'country' || base === 'region' || base === 'sea') return 'region';
  if (base === 'province') return 'province';
  if (how === 'around') return 'district';
  return km !== null && km > NEAR_KM ? 'district' : 'near';
}

/** Fills in where the new place lies. A direction without a distance keeps the anchor's own point. */
function locate(draft: Draft, anchor: Draft, what: Said): void {
  draft.precision = precisionOfRelation(anchor, what);
  if (anchor.point === null) return;
  draft.point = anchor.point;
  if (what.how === 'distance' && what.km !== null && what.bearing !== null) {
    draft.point = pointAt(anchor.point, what.km, what.bearing);
  } else if (
    anchor.box !== null &&
    what.bearing !== null &&
    what.how !== 'distance' &&
    what.how !== 'direction'
  ) {
    draft.box = partOfBox(anchor.box, what.bearing);
    // A half of a large area has a middle of its own; a town's suburbs keep the town's point.
    if (anchor.precision !== 'exact') draft.point = middleOf(draft.box);
  } else if (what.how === 'part' || what.how === 'around') draft.box = anchor.box;
}

function relativeDraft(anchor: Draft, what: Said, view: TextView): Draft {
  const span: Span = [what.start, what.end];
  const draft = blankDraft(span, view.wordAt(what.start), anchor.sentence);
  const known = firstMention(anchor);
  draft.status = anchor.status === 'not-a-place' ? 'not-in-gazetteer' : anchor.status;
  draft.relation = { anchor: known, km: what.km, bearing: what.bearing, other: null };
  draft.rule = `relative-${what.how}`;
  draft.confidence = Math.round(anchor.confidence * (what.how === 'part' ? 0.95 : 0.9) * 100) / 100;
  draft.place = anchor.place;
  locate(draft, anchor, what);
  return draft;
}

/** Degrees either way that "south of X" is taken to reach. */
const REACH_DEGREES = 0.6;

/** "South of X, in the V valley": the place lies in the region too; the box is what both leave. */
function confine(draft: Draft, region: Draft, view: TextView): void {
  const { relation } = draft;
  if (relation === null || region.sentence !== draft.sentence || region.precision !== 'region') return;
  if (region.box === null || relation.anchor.point === null || relation.anchor.precision !== 'exact') return;
  if (!/^,? (?:in|along|inside|within) (?:the )?$/i.test(view.text.slice(draft.span[1], region.span[0])))
    return;
  const { lat, lon } = relation.anchor.point;
  const around: Box = [lon - REACH_DEGREES, lat - REACH_DEGREES, lon + REACH_DEGREES, lat + REACH_DEGREES];
  const half = relation.bearing === null ? around : partOfBox(around, relation.bearing);
  const box: Box = [
    Math.max(half[0], region.box[0]),
    Math.max(half[1], region.box[1]),
    Math.min(half[2], region.box[2]),
    Math.min(half[3], region.box[3]),
  ];
  if (box[0] >= box[2] || box[1] >= box[3]) return;
  draft.span = [draft.span[0], region.span[1]];
  draft.box = box.map((side) => Math.round(side * 1e4) / 1e4) as Box;
  relation.other = firstMention(region);
}

/** "between A and B", "the road from A to B", "the A–B highway": one place, with both as its ends. */
function betweenDraft(left: Draft, right: Draft, view: TextView, patterns: Patterns): Draft | null {
  if (left.sentence !== right.sentence || right.span[0] - left.span[1] > 30 || right.span[0] < left.span[1])
    return null;
  const joint = view.text.slice(left.span[1], right.span[0]);
  const sentence = view.sentences[left.sentence]!;
  const before = view.text.slice(Math.max(sentence.start, left.span[0] - REACH_BEFORE), left.span[0]);
  let start: number | null = null;
  let [, end] = right.span;
  if (/^(?:,? (?:and|to|with)(?: the)? (?:(?:city|town|village) of )?)$/i.test(joint)) {
    const match = patterns.between.exec(before);
    if (match !== null) start = left.span[0] - (before.length - match.index);
  } else if (/^ ?[-–—/] ?$/.test(joint)) {
    // The road is part of the second place's span when it was read as a facility ("Aleppo highway").
    end = right.toponym?.end ?? end;
    const road = /^ (?:road|highway|route|motorway|railway|line|corridor)\b/i.exec(
      view.text.slice(end, end + 20),
    );
    if (road !== null) {
      start = left.span[0];
      end += road[0].length;
    }
  }
  if (start === null) return null;
  const draft = blankDraft([start, end], view.wordAt(start), left.sentence);
  draft.relation = { anchor: firstMention(left), km: null, bearing: null, other: firstMention(right) };
  draft.rule = 'relative-between';
  draft.confidence = Math.round(Math.min(left.confidence, right.confidence) * 90) / 100;
  draft.status = left.status === 'resolved' && right.status === 'resolved' ? 'resolved' : 'not-in-gazetteer';
  if (left.point !== null && right.point !== null) {
    draft.point = midpoint(left.point, right.point);
    const [a, b] = [left.point, right.point];
    draft.box = [
      Math.min(a.lon, b.lon),
      Math.min(a.lat, b.lat),
      Math.max(a.lon, b.lon),
      Math.max(a.lat, b.lat),
    ];
    draft.precision = left.place?.kind.startsWith('PCL') ? 'region' : 'district';
    draft.place = left.place;
  }
  return draft;
}

/** All relative places; each is a draft of its own beside its anchors. */
export function findRelations(
  drafts: readonly Draft[],
  view: TextView,
  words: PlaceWords,
): { relative: Draft[]; notes: Note[] } {
  const patterns = patternsOf(words);
  const relative: Draft[] = [];
  const notes: Note[] = [];
  let end = -1;
  drafts.forEach((draft, i) => {
    if (draft.span[0] < end) return;
    const next = drafts[i + 1];
    const pair = next === undefined ? null : betweenDraft(draft, next, view, patterns);
    if (pair !== null) {
      relative.push(pair);
      end = next!.span[1];
      return;
    }
    if (draft.status === 'not-a-place') return;
    const what = said(draft, view, patterns, words);
    // The phrase must not reach back over another place: "Aleppo, north of Homs" begins after Aleppo.
    const before = drafts[i - 1];
    if (
      what === null ||
      (before !== undefined && what.start < before.span[1] && before.span[1] <= draft.span[0])
    )
      return;
    const made = relativeDraft(draft, what, view);
    if (next !== undefined) confine(made, next, view);
    relative.push(made);
  });
  return { relative, notes };
}
