/** How much one place speaks for another being meant in the same article. */
import type { Gazetteer, GazetteerPlace } from '../gazetteer/gazetteer.ts';
import { distanceKm, inBox } from '../geometry.ts';

/** Kilometres at which nearness has lost about two thirds of its weight. */
const NEAR_KM = 100;

/** Whether `outer` contains `inner`, by division codes or box. */
export function contains(outer: GazetteerPlace, inner: GazetteerPlace): boolean {
  if (outer.key === inner.key) return false;
  if (outer.kind.startsWith('PCL'))
    return inner.countries.includes(outer.country ?? '') && !inner.kind.startsWith('PCL');
  if (outer.kind === 'ADM1')
    return outer.admin1Code !== null && outer.admin1Code === inner.admin1Code && inner.kind !== 'ADM1';
  if (outer.kind === 'ADM2')
    return (
      outer.admin2 === inner.admin2 && outer.admin1Code === inner.admin1Code && !inner.kind.startsWith('ADM')
    );
  if (/^(?:PPL|STLMT)/.test(outer.kind)) return inner.kind === 'PPLX' && distanceKm(outer, inner) < 30;
  return outer.box !== null && inBox(inner, outer.box, 0.1) && !inner.kind.startsWith('PCL');
}

const isCountry = (place: GazetteerPlace): boolean => place.kind.startsWith('PCL');

/** Near enough to be company: the same division, or within this many kilometres. */
const COMPANY_KM = 150;

/** Whether two places are neighbours for the map: company that a country alone is not. */
export function areNear(one: GazetteerPlace, other: GazetteerPlace): boolean {
  if (isCountry(one) || isCountry(other)) return false;
  if (one.admin1Code !== null && one.admin1Code === other.admin1Code) return true;
  return distanceKm(one, other) <= COMPANY_KM;
}

/** 0 (nothing) to about 1.5 (the very same or next-door place). */
export function affinity(one: GazetteerPlace, other: GazetteerPlace, gazetteer: Gazetteer): number {
  if (one.key === other.key) return 1.5;
  if (
    one.countries.length > 1 ||
    other.countries.length > 1 ||
    one.country === null ||
    other.country === null
  ) {
    // A river or region speaks for the countries it lies in, a little.
    return one.countries.some((country) => other.countries.includes(country)) ? 0.3 : 0;
  }
  const sameCountry = one.country === other.country;
  if (isCountry(one) || isCountry(other)) {
    if (sameCountry) return isCountry(one) ? 0.6 : 0.8;
    return gazetteer.neighbours.get(one.country)?.includes(other.country) ? 0.12 : 0;
  }
  const sameDivision = sameCountry && one.admin1Code !== null && one.admin1Code === other.admin1Code;
  if (one.kind === 'ADM1' || other.kind === 'ADM1') {
    if (sameDivision) return 1.2;
    return sameCountry ? 0.35 : 0;
  }
  const km = distanceKm(one, other);
  const near = km > 500 ? 0 : Math.round(1.4 * Math.exp(-km / NEAR_KM) * 1000) / 1000;
  return Math.max(near, sameDivision ? 0.8 : sameCountry ? 0.3 : 0);
}
