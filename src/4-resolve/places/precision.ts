/** Our precision in the codes of other data sets. */
import type { Place, PlacePrecision } from '../../records/index.ts';

/** ACLED: 1 the town itself, 2 near a town or a small part of a region, 3 a larger region. */
const ACLED: Record<PlacePrecision, 1 | 2 | 3> = {
  exact: 1,
  near: 2,
  district: 2,
  province: 3,
  region: 3,
  country: 3,
  sea: 3,
};

/** UCDP GED: 1 exact, 2 within about 25 km, 3 second-level division, 4 first-level, 5 vague region, 6 country, 7 sea. */
const UCDP: Record<PlacePrecision, 1 | 2 | 3 | 4 | 5 | 6 | 7> = {
  exact: 1,
  near: 2,
  district: 3,
  province: 4,
  region: 5,
  country: 6,
  sea: 7,
};

/** ACLED `geo_precision`, null for a place that is not resolved. A country alone ACLED would not code: hold it. */
export function acledGeoPrecision(place: Place): { code: 1 | 2 | 3; hold: boolean } | null {
  if (place.status !== 'resolved' || place.precision === null) return null;
  return { code: ACLED[place.precision], hold: place.precision === 'country' };
}

/**
 * UCDP GED `where_prec`, null for a place that is not resolved. "Near" but further than 25 km off is a district;
 * the stretch between two places is a linear feature.
 */
export function ucdpWherePrecision(place: Place): 1 | 2 | 3 | 4 | 5 | 6 | 7 | null {
  if (place.status !== 'resolved' || place.precision === null) return null;
  if (place.precision === 'near' && (place.relation?.km ?? 0) > 25) return 3;
  if (place.relation?.other != null && place.rule === 'relative-between') return 5;
  return UCDP[place.precision];
}
