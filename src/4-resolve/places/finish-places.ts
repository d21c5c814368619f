/** Numbers the drafts in order of the text and writes them as the Reading's places. */
import type { Place, PlaceCandidate } from '../../records/index.ts';
import type { Candidate } from './choose/groups.ts';
import { type Draft, firstMention } from './draft.ts';

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Candidates worth showing a reviewer. */
const SHOWN = 5;

function writeCandidate({ place, belief }: Candidate): PlaceCandidate {
  return {
    geonames: place.geonames ?? 0,
    name: place.name,
    country: place.country,
    admin1: place.admin1,
    lat: place.lat,
    lon: place.lon,
    confidence: round(belief, 2),
  };
}

export function finishPlaces(drafts: Draft[], text: string): Place[] {
  const ordered = drafts.toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const ids = new Map(ordered.map((draft, i) => [draft, `l${i + 1}`]));
  return ordered.map((draft) => {
    const first = firstMention(draft);
    const located = draft.status === 'resolved';
    const { place, relation } = draft;
    const self = relation === null || draft.rule === 'stated-distance' || draft.rule === 'stated-near';
    return {
      id: ids.get(draft)!,
      same: first === draft ? null : (ids.get(first) ?? null),
      span: draft.span,
      text: text.slice(...draft.span),
      status: draft.status,
      // A place so far from a known one is not that place: it has its country and division, no id of its own.
      geonames: located && self ? (place?.geonames ?? null) : null,
      name: located && self ? (place?.name ?? null) : null,
      country: located ? (place?.country ?? null) : null,
      admin1: located ? (place?.admin1 ?? null) : null,
      lat: located && draft.point !== null ? round(draft.point.lat, 4) : null,
      lon: located && draft.point !== null ? round(draft.point.lon, 4) : null,
      precision: located ? draft.precision : null,
      relation:
        relation === null
          ? null
          : {
              anchor: ids.get(relation.anchor) ?? ids.get(first)!,
              km: relation.km,
              bearing: relation.bearing,
              ...(relation.other === null ? {} : { other: ids.get(relation.other) ?? null }),
            },
      basis: draft.basis,
      rule: draft.rule,
      confidence: round(draft.confidence, 2),
      candidates: draft.candidates.slice(0, SHOWN).map(writeCandidate),
      box: located ? draft.box : null,
      kind: located && self ? (place?.kind ?? null) : null,
      admin2: located ? (place?.admin2 ?? null) : null,
      pcode: located && self ? (place?.pcode ?? null) : null,
    };
  });
}
