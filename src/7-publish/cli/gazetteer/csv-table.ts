/** Tables of places by their heads: plain lists, and the Common Operational Datasets (COD-AB) of any country and year. */
import type { GazetteerPlace } from '../../../4-resolve/places/gazetteer/gazetteer.ts';
import type { Box } from '../../../4-resolve/places/gazetteer/gazetteer-place.ts';

/** A place as a table or a boundary file tells it. */
export interface TablePlace {
  name: string;
  names: string[];
  kind: GazetteerPlace['kind'];
  /** As written: a code of two or three letters or a name. */
  country: string;
  admin1: string;
  admin2: string;
  lat: number | null;
  lon: number | null;
  population: number;
  pcode: string | null;
  box: Box | null;
}

const LEVELS = [4, 3, 2, 1] as const;

/** Heads by which columns are known, folded. */
const HEADS: [field: string, pattern: RegExp][] = [
  ['pcode0', /^(?:adm(?:in)?0 ?p ?code|admin0pcode)$/],
  ['name0', /^(?:adm(?:in)?0 ?(?:name)? ?(?:en|fr|es)?|admin0name ?(?:en|fr)?|admin0)$/],
  ...LEVELS.flatMap((n): [string, RegExp][] => [
    [`pcode${n}`, new RegExp(`^(?:adm(?:in)?${n} ?p ?code|admin${n}pcode)$`)],
    [`name${n}`, new RegExp(`^(?:adm(?:in)?${n} ?(?:name)? ?(?:en|fr|es)?|admin${n}name ?(?:en|fr)?)$`)],
    [
      `aliases${n}`,
      new RegExp(`^(?:adm(?:in)?${n} ?(?:alt ?\\d? ?[a-z]{2}|ref(?: name)?|name ?\\d|altname ?[a-z]{0,2}))$`),
    ],
  ]),
  ['name', /^(?:name|place|location|town|village|featurename ?(?:en|fr)?|poi name)$/],
  ['lat', /^(?:lat|latitude|y|y coord|center lat|centroid lat|point y)$/],
  ['lon', /^(?:lon|long|lng|longitude|x|x coord|center lon|centroid lon|point x)$/],
  ['country', /^(?:country|iso2|country code|cc|adm0 iso2)$/],
  ['population', /^(?:population|pop)$/],
  ['aliases', /^(?:aliases|alternatenames|alternate names|other names)$/],
  ['pcode', /^(?:pcode|p code|featurepcode)$/],
];

/** What a column holds, by its head. */
export function fieldOf(head: string): string | null {
  const folded = head
    .toLowerCase()
    .replace(/[_#-]+/g, ' ')
    .trim();
  return HEADS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

const inRange = (lat: number, lon: number): boolean =>
  Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;

/** The deepest place that fields name; null when they name none. P-codes begin with the country's code. */
export function placeFrom(field: (name: string) => string): TablePlace | null {
  const level = LEVELS.find((n) => field(`name${n}`) !== '') ?? null;
  const own = field('name');
  const isDivision = level !== null && (own === '' || field(`pcode${level}`) === field('pcode'));
  const name = isDivision && field(`name${level}`) !== '' ? field(`name${level}`) : own;
  if (name === '') return null;
  const pcode = isDivision ? field(`pcode${level}`) : field('pcode');
  const number = (text: string): number | null => (text === '' ? null : Number(text.replace(',', '.')));
  const [lat, lon] = [number(field('lat')), number(field('lon'))];
  const point = lat !== null && lon !== null && inRange(lat, lon) ? { lat, lon } : { lat: null, lon: null };
  const aliases = [field('aliases'), isDivision ? field(`aliases${level}`) : ''].join('|');
  return {
    name,
    names: aliases
      .split(/[|;]/)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    kind: isDivision ? `ADM${level}` : 'PPL',
    country: field('country') || field('pcode0') || field('name0') || /^[A-Z]{2,3}/.exec(pcode)?.[0] || '',
    admin1: field('name1'),
    admin2: field('name2'),
    ...point,
    population: number(field('population')) || 0,
    pcode: pcode === '' ? null : pcode,
    box: null,
  };
}

/** A CSV with a head: plain (name, lat, lon, country …) or COD-AB (admin names and P-codes by level). */
export class CsvTable {
  private readonly columns = new Map<string, number>();

  constructor(head: string) {
    csvCells(head.replace(/^\ufeff/, '')).forEach((cell, i) => {
      const field = fieldOf(cell);
      if (field !== null && !this.columns.has(field)) this.columns.set(field, i);
    });
  }

  /** Whether a place can be read from it. */
  get usable(): boolean {
    return this.columns.has('name') || this.columns.has('name1');
  }

  read(line: string): TablePlace | null {
    const cells = csvCells(line);
    return placeFrom((field) => cells[this.columns.get(field) ?? -1] ?? '');
  }
}

/** Cells of a CSV line: quotes as RFC 4180 has them; a line break inside a cell is not read. */
export function csvCells(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const letter = line[i]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (line[i + 1] === '"') cell += line[++i];
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === ',') {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  cells.push(cell.trim());
  return cells;
}
