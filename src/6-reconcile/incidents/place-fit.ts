/** How two places of happenings go together, each within its own precision. */
import { distanceKm } from '../../4-resolve/places/geometry.ts';
import type { ResolvedPlace } from '../../5-ledger/index.ts';
import type { PlacePrecision } from '../../records/index.ts';
import { fold } from '../words/words-of.ts';

/** What of a place is compared. */
export interface Site {
  key: string;
  name: string;
  /** The name as the report writes it, folded, without "near" and "the town of". */
  said: string;
  country: string | null;
  lat: number | null;
  lon: number | null;
  /** How far from the point the happening may have been. */
  radiusKm: number;
  precise: boolean;
  /** Only carried over from what was told before: it may tell for a match, never against one. */
  carried: boolean;
}

export type PlaceRelation = 'same' | 'near' | 'within' | 'unknown' | 'apart';

const RADIUS_KM: Record<PlacePrecision, number> = {
  exact: 8,
  near: 25,
  district: 40,
  province: 120,
  region: 250,
  country: 600,
  sea: 300,
};
const FAR_KM = 30;

export function siteOf(place: ResolvedPlace | null): Site | null {
  if (!place || place.status === 'not-a-place') return null;
  const name = place.name ?? place.text ?? '';
  const settled = place.status === 'resolved' && place.lat !== null && place.lon !== null;
  const precision = place.precision ?? null;
  const box = place.box ?? null;
  return {
    key:
      place.geonames !== null && settled
        ? `g${place.geonames}`
        : `n${fold(name)
            .replace(/[^\p{L}\p{N}]+/gu, ' ')
            .trim()}`,
    name,
    said: saidAs(place.text ?? name),
    country: place.country,
    lat: settled ? place.lat : null,
    lon: settled ? place.lon : null,
    radiusKm: box ? halfDiagonal(box) : precision ? RADIUS_KM[precision] : 25,
    precise: settled && (precision === 'exact' || precision === 'near'),
    carried: false,
  };
}

/** Words about a name that are none of it. */
const ABOUT = new Set(
  'near around outside in at the of city town village area district province governorate camp crossing'.split(
    ' ',
  ),
);

const saidAs = (text: string): string =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !ABOUT.has(word))
    .join(' ');

export function placeRelation(a: Site, b: Site): PlaceRelation {
  const relation = relationOf(a, b);
  if (!a.carried && !b.carried) return relation;
  return relation === 'apart' || relation === 'unknown' ? 'unknown' : 'within';
}

function relationOf(a: Site, b: Site): PlaceRelation {
  if (a.key === b.key) return a.precise || !a.lat ? 'same' : 'within';
  const km = kmBetween(a, b);
  if (km === null) {
    if (a.country && b.country && a.country !== b.country) return 'apart';
    // Both write the same name, and the gazetteer settled it for one of them only.
    return a.said !== '' && a.said === b.said ? 'near' : 'unknown';
  }
  if (a.precise && b.precise) return km <= 8 ? 'same' : km <= FAR_KM ? 'near' : 'apart';
  return km <= a.radiusKm + b.radiusKm ? 'within' : 'apart';
}

/** Kilometres between two places; null where a point is missing. */
export function kmBetween(a: Site, b: Site): number | null {
  return pointOf(a) && pointOf(b) ? distanceKm(pointOf(a)!, pointOf(b)!) : null;
}

const pointOf = ({ lat, lon }: Site) => (lat === null || lon === null ? null : { lat, lon });

function halfDiagonal([west, south, east, north]: readonly number[]): number {
  return distanceKm({ lat: south!, lon: west! }, { lat: north!, lon: east! }) / 2;
}
