/** Puts the spellings of spellings.tsv to the areas they mean; a row that means none is an error. */
import { foldName } from '../../src/4-resolve/places/gazetteer/folding.ts';
import type { Area, Areas } from './areas.ts';
import { list, readTable } from './tables.ts';

function* walk(area: Area): Generator<Area> {
  yield area;
  for (const child of area.children) yield* walk(child);
}

/**
 * A row names its target by country and name, and by kind where that is not a town ("ADM1"). Among several of
 * that name the most populous is meant.
 */
export function attachSpellings(areas: Areas): Map<Area, string[]> {
  const byName = new Map<string, Area[]>();
  for (const country of areas.countries.values())
    for (const area of walk(country))
      for (const name of new Set([area.name, ...area.names].map(foldName))) {
        const key = `${area.country}/${name}`;
        byName.set(key, [...(byName.get(key) ?? []), area]);
      }
  const found = new Map<Area, string[]>();
  const missing: string[] = [];
  for (const row of readTable('spellings.tsv')) {
    const named = byName.get(`${row.country}/${foldName(row.name!)}`) ?? [];
    const kind = row.kind === '' ? 'PPL' : row.kind!;
    const target = named
      .filter((area) => area.kind.startsWith(kind))
      .sort((a, b) => b.population - a.population)[0];
    if (target === undefined) missing.push(`${row.country} ${row.name} ${kind}`);
    else found.set(target, [...(found.get(target) ?? []), ...list(row.spellings)]);
  }
  if (missing.length > 0)
    throw new Error(`spellings.tsv names places that are not there: ${missing.join(', ')}`);
  return found;
}
