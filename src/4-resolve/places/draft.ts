/** A place while it is being worked out; it becomes a `Place` when all mentions are known. */
import type { Basis, Span } from '../../records/index.ts';
import type { Candidate } from './choose/groups.ts';
import type { Box, GazetteerPlace } from './gazetteer/gazetteer.ts';
import type { Point } from './geometry.ts';
import type { Toponym } from './mentions/toponym.ts';

export type Precision = 'exact' | 'near' | 'district' | 'province' | 'region' | 'country' | 'sea';

export interface Draft {
  span: Span;
  /** Number of its first word, and of its sentence. */
  first: number;
  sentence: number;
  status: 'resolved' | 'ambiguous' | 'not-in-gazetteer' | 'not-a-place';
  place: GazetteerPlace | null;
  point: Point | null;
  box: Box | null;
  precision: Precision | null;
  relation: { anchor: Draft; km: number | null; bearing: number | null; other: Draft | null } | null;
  /** The first mention of the same place. */
  same: Draft | null;
  basis: Basis;
  rule: string | null;
  confidence: number;
  candidates: Candidate[];
  toponym: Toponym | null;
}

/** How exact a place of a kind is by itself. */
export function precisionOf(kind: string): Precision {
  if (kind.startsWith('PCL')) return 'country';
  if (kind === 'ADM1') return 'province';
  if (/^ADM[2-5D]?/.test(kind)) return 'district';
  if (/^(?:SEA|OCN|GULF|STRT|BAY|CHN)/.test(kind)) return 'sea';
  if (
    /^(?:RGN|CONT|VAL|STM|WAD|MTS|DSRT|PLN|PLAT|BSN|PEN|FRST|PRK|LK|RSV|MRSH|SWMP|ISL|ZN|CNL|AREA)/.test(kind)
  )
    return 'region';
  return 'exact';
}

/** Of a region with a point and no outline only the surroundings can be meant. */
export function precisionAt(place: GazetteerPlace): Precision {
  const precision = precisionOf(place.kind);
  return precision === 'region' && place.box === null ? 'near' : precision;
}

/** Fills a draft from a gazetteer row. */
export function settle(draft: Draft, place: GazetteerPlace, confidence: number): void {
  draft.status = 'resolved';
  draft.place = place;
  draft.point = { lat: place.lat, lon: place.lon };
  draft.box = place.box;
  draft.precision = precisionAt(place);
  draft.confidence = confidence;
}

export function blankDraft(span: Span, first: number, sentence: number): Draft {
  return {
    span,
    first,
    sentence,
    status: 'not-in-gazetteer',
    place: null,
    point: null,
    box: null,
    precision: null,
    relation: null,
    same: null,
    basis: 'stated',
    rule: null,
    confidence: 0,
    candidates: [],
    toponym: null,
  };
}

/** The first mention of what a draft means: itself when it is the first. */
export function firstMention(draft: Draft): Draft {
  let first = draft;
  for (let steps = 0; first.same !== null && steps < 100; steps++) first = first.same;
  return first;
}
