/** First and second divisions by name, from the gazetteer. */

import type { Gazetteer } from '../../4-resolve/places/gazetteer/gazetteer.ts';
import { distanceKm } from '../../4-resolve/places/geometry.ts';
import type { Division, Divisions } from './gate/points.ts';

export function divisionsOf(open: () => Gazetteer): Divisions {
  let gazetteer: Gazetteer | null = null;
  const kept = new Map<string, Division[]>();
  const named = (country: string, name: string, kind: 'ADM1' | 'ADM2'): Division[] => {
    const key = `${kind} ${country} ${name}`;
    let found = kept.get(key);
    if (!found) {
      gazetteer ??= open();
      found = gazetteer
        .named(name)
        .filter(({ place }) => place.kind === kind && place.country === country)
        .map(({ place: { name: own, lat, lon, pcode, admin1Code, geonames } }) => ({
          ...{ name: own, lat, lon },
          code: pcode ?? admin1Code ?? (geonames === null ? null : `geonames:${geonames}`),
        }));
      kept.set(key, found);
    }
    return found;
  };
  return {
    admin1: (country, name) => named(country, name, 'ADM1')[0] ?? null,
    admin2: (country, name, near) =>
      named(country, name, 'ADM2').sort((a, b) => distanceKm(a, near) - distanceKm(b, near))[0] ?? null,
  };
}
