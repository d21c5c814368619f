/** Every place of a name, for people who look one up. */
import { fame } from '../../../4-resolve/places/fame.ts';
import type { Gazetteer, NamedPlace } from '../../../4-resolve/places/gazetteer/gazetteer.ts';

/** Best known first; those that only the loose key meets last. */
export function findPlaces(gazetteer: Gazetteer, name: string): NamedPlace[] {
  const exact = [...gazetteer.named(name)];
  const keys = new Set(exact.map(({ place }) => place.key));
  const byFame = (a: NamedPlace, b: NamedPlace) => fame(b) - fame(a) || a.place.key - b.place.key;
  const loose = gazetteer.namedLoosely(name).filter(({ place }) => !keys.has(place.key));
  return [...exact.sort(byFame), ...loose.sort(byFame)];
}
