/** Rows of GeoNames dumps and of tables with P-codes, put into a gazetteer under construction. */
import { type GazetteerBuilder, NO_PARENT } from '../../../4-resolve/places/gazetteer/build-gazetteer.ts';
import { foldName } from '../../../4-resolve/places/gazetteer/folding.ts';
import type { GazetteerPlace } from '../../../4-resolve/places/gazetteer/gazetteer.ts';
import { packPosting } from '../../../4-resolve/places/gazetteer/key-index.ts';
import { NumberColumn } from '../../../4-resolve/places/gazetteer/number-column.ts';
import type { PairSink } from '../../../4-resolve/places/gazetteer/pair-sink.ts';
import { csvCells } from './read-lines.ts';

/** Alternate names in these "languages" are links and codes. */
const NO_LANGUAGE = /^(?:link|post|iata|icao|faac|wkdt|unlc|phon|piny|tcid|fr_1793)$/;
const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}\p{Sk}\p{Lm}]+$/u;

/** Names in Latin letters that begin with a capital: small ones are machine transliterations. */
const usable = (name: string): boolean =>
  LATIN.test(name) && /^[^\p{Ll}]/u.test(name) && /\p{L}{2}/u.test(name);

export interface Counts {
  places: number;
  names: number;
  /** Lines left out, by reason. */
  left: Map<string, number>;
}

export class RowImporter {
  readonly counts: Counts = { places: 0, names: 0, left: new Map() };
  private readonly builder: GazetteerBuilder;
  private readonly exact: PairSink;
  private readonly classes: string;
  /** Row of each GeoNames id, plus one; ids are below 2^24 for years to come, larger ones go to the map. */
  private readonly rowOfId = new Uint32Array(1 << 24);
  private readonly rowOfLargeId = new Map<number, number>();
  /** Division each row lies in, as a number of `divisions`. */
  private readonly divisionOf = new NumberColumn((size) => new Uint32Array(size));
  private readonly divisions = new Map<string, number>();
  private readonly rowOfDivision = new Map<string, number>();
  private readonly looseCountries: ReadonlySet<string>;

  constructor(
    builder: GazetteerBuilder,
    exact: PairSink,
    options: { classes: string; looseCountries: ReadonlySet<string> },
  ) {
    this.builder = builder;
    this.exact = exact;
    this.classes = options.classes;
    this.looseCountries = options.looseCountries;
  }

  leave(reason: string): void {
    this.counts.left.set(reason, (this.counts.left.get(reason) ?? 0) + 1);
  }

  private division(key: string): number {
    const known = this.divisions.get(key);
    if (known !== undefined) return known;
    this.divisions.set(key, this.divisions.size);
    return this.divisions.size - 1;
  }

  private add(
    row: Omit<Parameters<GazetteerBuilder['add']>[0], 'parent'>,
    country: string,
    admin1: string,
    admin2: string,
  ): number {
    const number = this.builder.add({ ...row, parent: null, loose: this.looseCountries.has(country) });
    const own = row.kind.startsWith('PCL')
      ? ''
      : row.kind === 'ADM1'
        ? country
        : row.kind === 'ADM2'
          ? `${country}.${admin1}`
          : `${country}.${admin1}.${admin2}`;
    this.divisionOf.push(this.division(own));
    this.counts.places++;
    return number;
  }

  /** A line of a GeoNames country file: 19 columns parted by tabs. */
  geonames(line: string): void {
    const cell = line.split('\t');
    if (cell.length !== 19) {
      this.leave('not 19 columns');
      return;
    }
    const [id, name, ascii, alternates, lat, lon, kindClass, code] = cell as [string, ...string[]];
    if (!this.classes.includes(kindClass!)) {
      this.leave(`feature class ${kindClass}`);
      return;
    }
    const geonames = Number(id);
    const country = cell[8]!;
    const where = { lat: Number(lat), lon: Number(lon) };
    if (!Number.isInteger(geonames) || !inRange(where)) {
      this.leave('no id or coordinates');
      return;
    }
    const names = [ascii!, ...alternates!.split(',')]
      .filter(usable)
      .map((text) => ({ text, kind: 'further' as const }));
    const kind = code === '' ? kindClass! : code!;
    const [admin1, admin2] = [cell[10]!, cell[11]!];
    const isCountry = kind.startsWith('PCL') && country !== '';
    const row = this.add(
      {
        geonames,
        name: name!,
        names,
        kind,
        ...where,
        population: Number(cell[14]) || 0,
        code: isCountry ? country : kind === 'ADM1' ? `${country}.${admin1}` : undefined,
      },
      country,
      admin1,
      admin2,
    );
    if (geonames < this.rowOfId.length) this.rowOfId[geonames] = row + 1;
    else this.rowOfLargeId.set(geonames, row);
    if (isCountry && !this.rowOfDivision.has(country)) this.rowOfDivision.set(country, row);
    if (kind === 'ADM1') this.rowOfDivision.set(`${country}.${admin1}`, row);
    if (kind === 'ADM2') this.rowOfDivision.set(`${country}.${admin1}.${admin2}`, row);
  }

  private rowOf(id: number): number | undefined {
    if (!(id >= 0 && id < this.rowOfId.length)) return this.rowOfLargeId.get(id);
    return this.rowOfId[id] === 0 ? undefined : this.rowOfId[id]! - 1;
  }

  /** A line of alternateNamesV2.txt; its place must have come before. Historic names are left out. */
  alternateName(line: string): void {
    const cell = line.split('\t');
    if (cell.length < 4) {
      this.leave('not an alternate name');
      return;
    }
    if (NO_LANGUAGE.test(cell[2]!)) return;
    if (cell[7] === '1') {
      this.leave('historic names');
      return;
    }
    const row = this.rowOf(Number(cell[1]));
    if (row === undefined) {
      this.leave('names of places not imported');
      return;
    }
    this.addName(row, cell[3]!);
  }

  /** A line of admin1CodesASCII.txt or admin2Codes.txt: code, name, plain name, id. */
  adminCode(line: string): void {
    const [code, name, plain] = line.split('\t');
    const row = this.rowOfDivision.get(code ?? '');
    if (row === undefined) {
      this.leave('codes of divisions not imported');
      return;
    }
    for (const text of [name, plain]) if (text !== undefined) this.addName(row, text);
  }

  private addName(row: number, name: string): void {
    if (!usable(name)) return;
    const key = foldName(name);
    if (key === '') return;
    this.exact.add(key, packPosting(row, 'further'));
    this.counts.names++;
  }

  /** A row of a table with a head: see `CsvTable`. */
  tableRow(place: CsvPlace): void {
    if (place.lat === null || place.lon === null) {
      this.leave('no coordinates');
      return;
    }
    const { name, country, admin1, admin2 } = place;
    const row = this.add(
      {
        geonames: null,
        name,
        names: place.names.map((text) => ({ text, kind: 'further' as const })),
        kind: place.kind,
        lat: place.lat,
        lon: place.lon,
        population: place.population,
        pcode: place.pcode ?? undefined,
        code: place.kind === 'ADM1' && place.pcode !== null ? place.pcode : undefined,
      },
      country,
      foldName(admin1),
      foldName(admin2),
    );
    if (place.kind === 'ADM1') this.rowOfDivision.set(`${country}.${foldName(name)}`, row);
    if (place.kind === 'ADM2')
      this.rowOfDivision.set(`${country}.${foldName(admin1)}.${foldName(name)}`, row);
  }

  /** Ties every row to the division it lies in; countries no file brought are added without a name. */
  finish(): void {
    const rowOf = new Map<number, number>();
    for (const [key, division] of [...this.divisions]) {
      if (key === '') continue;
      const parts = key.split('.');
      let row: number | undefined;
      for (let length = parts.length; length > 0 && row === undefined; length--)
        row = this.rowOfDivision.get(parts.slice(0, length).join('.'));
      if (row === undefined && /^[A-Z]{2}$/.test(parts[0]!)) {
        row = this.builder.add({
          geonames: null,
          name: '',
          names: [],
          kind: 'PCLI',
          lat: 0,
          lon: 0,
          population: 0,
          parent: null,
          code: parts[0]!,
        });
        this.rowOfDivision.set(parts[0]!, row);
      }
      if (row !== undefined) rowOf.set(division, row);
    }
    let number = 0;
    for (const view of this.divisionOf.views())
      for (const division of view) {
        const parent = rowOf.get(division) ?? NO_PARENT;
        // A division lies in the one above it, never in itself.
        this.builder.setParent(number, parent === number ? NO_PARENT : parent);
        number++;
      }
  }
}

const inRange = ({ lat, lon }: { lat: number; lon: number }): boolean =>
  Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;

export interface CsvPlace {
  name: string;
  names: string[];
  kind: GazetteerPlace['kind'];
  country: string;
  admin1: string;
  admin2: string;
  lat: number | null;
  lon: number | null;
  population: number;
  pcode: string | null;
}

/** Heads by which columns are known, folded: COD-AB tables differ by country and year. */
const HEADS: [field: string, pattern: RegExp][] = [
  ['pcode0', /^(?:adm(?:in)?0 ?p ?code|admin0pcode)$/],
  ['pcode1', /^(?:adm(?:in)?1 ?p ?code|admin1pcode)$/],
  ['pcode2', /^(?:adm(?:in)?2 ?p ?code|admin2pcode)$/],
  ['pcode3', /^(?:adm(?:in)?3 ?p ?code|admin3pcode)$/],
  ['pcode4', /^(?:adm(?:in)?4 ?p ?code|admin4pcode)$/],
  ['name1', /^(?:adm(?:in)?1 ?(?:name)? ?(?:en|fr|es)?|admin1name ?(?:en|fr)?|admin1)$/],
  ['name2', /^(?:adm(?:in)?2 ?(?:name)? ?(?:en|fr|es)?|admin2name ?(?:en|fr)?|admin2)$/],
  ['name3', /^(?:adm(?:in)?3 ?(?:name)? ?(?:en|fr|es)?|admin3name ?(?:en|fr)?|admin3)$/],
  ['name4', /^(?:adm(?:in)?4 ?(?:name)? ?(?:en|fr|es)?|admin4name ?(?:en|fr)?|admin4)$/],
  ['name', /^(?:name|place|location|town|village|featurename ?(?:en|fr)?|poi name)$/],
  ['lat', /^(?:lat|latitude|y|y coord|center lat|centroid lat|point y)$/],
  ['lon', /^(?:lon|long|lng|longitude|x|x coord|center lon|centroid lon|point x)$/],
  ['country', /^(?:country|iso2|country code|cc|adm0 iso2)$/],
  ['population', /^(?:population|pop)$/],
  ['aliases', /^(?:aliases|alternatenames|alternate names|other names)$/],
  ['pcode', /^(?:pcode|p code|featurepcode)$/],
];

/** A CSV with a head: plain (name, lat, lon, country …) or COD-AB (admin names and P-codes by level). */
export class CsvTable {
  private readonly columns = new Map<string, number>();

  constructor(head: string) {
    csvCells(head.replace(/^\ufeff/, '')).forEach((cell, i) => {
      const folded = cell
        .toLowerCase()
        .replace(/[_#-]+/g, ' ')
        .trim();
      const field = HEADS.find(([, pattern]) => pattern.test(folded))?.[0];
      if (field !== undefined && !this.columns.has(field)) this.columns.set(field, i);
    });
  }

  /** Whether a place and its country can be read from it. */
  get usable(): boolean {
    return this.columns.has('name') || this.columns.has('name1');
  }

  /** The deepest place a line names; null when it names none. P-codes begin with the country's ISO code. */
  read(line: string): CsvPlace | null {
    const cells = csvCells(line);
    const cell = (field: string): string => cells[this.columns.get(field) ?? -1] ?? '';
    const levels = [4, 3, 2, 1].filter((level) => cell(`name${level}`) !== '');
    const own = cell('name');
    const name = own === '' ? cell(`name${levels[0] ?? 0}`) : own;
    if (name === '') return null;
    const pcode = own === '' ? cell(`pcode${levels[0]}`) : cell('pcode');
    const country = cell('country') || cell('pcode0') || pcode.slice(0, 2);
    const number = (field: string): number | null => (cell(field) === '' ? null : Number(cell(field)));
    const [lat, lon] = [number('lat'), number('lon')];
    const point =
      lat !== null && lon !== null && inRange({ lat, lon }) ? { lat, lon } : { lat: null, lon: null };
    return {
      name,
      names: cell('aliases')
        .split(/[|;]/)
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
      kind: own === '' ? `ADM${levels[0]}` : 'PPL',
      country: country.slice(0, 2).toUpperCase(),
      admin1: cell('name1'),
      admin2: cell('name2'),
      ...point,
      population: Number(cell('population')) || 0,
      pcode: pcode === '' ? null : pcode,
    };
  }
}
