/**
 * The second gate: which point may be told. Hospitals, shelters, camps and schools are coarsened to the district they lie
 * in; what happened in the last days is held back altogether, so that nobody is found by it.
 */
import { distanceKm } from '../../../4-resolve/places/geometry.ts';
import type { SensitiveSites } from '../tables.ts';

/** What a place of a claim, or of a row, tells. */
export interface ToldPlace {
  name: string | null;
  text: string | null;
  kind?: string | null | undefined;
  lat: number | null;
  lon: number | null;
  precision: string | null;
  country: string | null;
  admin1: string | null;
  admin2?: string | null | undefined;
  box?: readonly number[] | null | undefined;
}

export interface Division {
  name: string;
  lat: number;
  lon: number;
  /** Place code of an imported COD-AB file, else GeoNames' code. */
  code: string | null;
}

/** Divisions of a country by name, where a gazetteer is at hand. */
export interface Divisions {
  admin1(country: string, name: string): Division | null;
  admin2(country: string, name: string, near: { lat: number; lon: number }): Division | null;
}

export const NO_DIVISIONS: Divisions = { admin1: () => null, admin2: () => null };

export type PointRule = 'as-told' | 'coarsened' | 'held-back' | 'no-point';

/** Side of the cell, in degrees, that stands for a district nobody knows the middle of: about 22 km. */
const CELL = 0.2;
/** A division of this name further off is another one. */
const SAME_KM = 200;

export const isSensitive = ({ name, text, kind }: ToldPlace, sites: SensitiveSites): boolean =>
  (kind != null && sites.features.has(kind)) ||
  [name, text].some((words) => words != null && sites.words.test(words));

/** The place one size up: the district's name, its middle or the middle of its cell. */
export function coarsened<T extends ToldPlace>(place: T, divisions: Divisions): T {
  const { lat, lon, country, admin1, admin2 } = place;
  const district = admin2 ?? null;
  const name = district ?? admin1 ?? null;
  const bare = { ...place, name, text: name, kind: null, geonames: null, box: null };
  if (lat === null || lon === null) return { ...bare, precision: place.precision && 'district' };
  const found = country && district ? divisions.admin2(country, district, { lat, lon }) : null;
  const point =
    found && distanceKm(found, { lat, lon }) < SAME_KM
      ? { lat: found.lat, lon: found.lon }
      : { lat: middle(lat), lon: middle(lon) };
  return { ...bare, ...point, precision: 'district' };
}

const middle = (degrees: number): number =>
  Math.round((Math.floor(degrees / CELL) * CELL + CELL / 2) * 10_000) / 10_000;

/** Without its point; names down to the province only. */
export function heldBack<T extends ToldPlace>(place: T): T {
  const { admin1 } = place;
  const bare = { name: admin1, text: admin1, kind: null, geonames: null, admin2: null };
  return { ...place, ...bare, lat: null, lon: null, box: null, precision: null };
}

/** Whether what happened then is too fresh to be told where. `last`: the last day or moment it may have been. */
export function isFresh(last: string | null, now: Date, delayHours: number): boolean {
  if (delayHours <= 0 || last === null) return false;
  const day = last.length <= 10;
  const end = Date.parse(day ? `${last.slice(0, 10)}T23:59:59Z` : last);
  return Number.isFinite(end) && end > now.getTime() - delayHours * 3_600_000;
}

/** The place as it may be told, and why so. */
export function toldPoint<T extends ToldPlace>(
  place: T,
  fresh: boolean,
  { sites, divisions, off }: { sites: SensitiveSites; divisions: Divisions; off: boolean },
): { place: T; rule: PointRule } {
  if (off) return { place, rule: place.lat === null ? 'no-point' : 'as-told' };
  if (fresh) return { place: heldBack(place), rule: 'held-back' };
  if (isSensitive(place, sites)) return { place: coarsened(place, divisions), rule: 'coarsened' };
  return { place, rule: place.lat === null ? 'no-point' : 'as-told' };
}
