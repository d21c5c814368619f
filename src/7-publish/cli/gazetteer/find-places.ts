/** Every place of a name, for people who look one up. */
import type { Gazetteer, NamedPlace } from '../../../4-resolve/places/gazetteer/gazetteer.ts';

/** Best known first; those that only the loose key meets last. */
export function findPlaces(gazetteer: Gazetteer, name: string): NamedPlace[] {
  const exact = [...gazetteer.named(name)];
  const keys = new Set(exact.map(({ place }) => place.key));
  const byPeople = (a: NamedPlace, b: NamedPlace) =>
    b.place.population - a.place.population || a.place.key - b.place.key;
  const loose = gazetteer.namedLoosely(name).filter(({ place }) => !keys.has(place.key));
  return [...exact.sort(byPeople), ...loose.sort(byPeople)];
}
