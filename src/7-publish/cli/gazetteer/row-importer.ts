/** Rows of GeoNames dumps and of tables with P-codes, put into a gazetteer under construction. */
import type { GazetteerBuilder, NewRow } from '../../../4-resolve/places/gazetteer/build-gazetteer.ts';
import { foldName } from '../../../4-resolve/places/gazetteer/folding.ts';
import type { Gazetteer } from '../../../4-resolve/places/gazetteer/gazetteer.ts';
import { packPosting } from '../../../4-resolve/places/gazetteer/key-index.ts';
import type { PairSink } from '../../../4-resolve/places/gazetteer/pair-sink.ts';
import type { TablePlace } from './csv-table.ts';
import { Divisions } from './divisions.ts';

/** Alternate names in these "languages" are links and codes. */
const NO_LANGUAGE = /^(?:link|post|iata|icao|faac|wkdt|unlc|phon|piny|tcid|fr_1793)$/;
const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}\p{Sk}\p{Lm}]+$/u;

/** Names in Latin letters that begin with a capital: small ones are machine transliterations. */
const usable = (name: string): boolean =>
  LATIN.test(name) && /^[^\p{Ll}]/u.test(name) && /\p{L}{2}/u.test(name);

/** Ids below this are kept in an array, larger ones in a map. */
const SMALL_IDS = 1 << 24;

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
  /** The built-in gazetteer: which countries there are, and in which the Arabic article is written. */
  private readonly beside: Gazetteer;
  /** Row of each GeoNames id, plus one. */
  private readonly rowOfId = new Uint32Array(SMALL_IDS);
  private readonly rowOfLargeId = new Map<number, number>();
  private readonly divisions = new Divisions();

  constructor(builder: GazetteerBuilder, exact: PairSink, options: { classes: string; beside: Gazetteer }) {
    this.builder = builder;
    this.exact = exact;
    this.classes = options.classes;
    this.beside = options.beside;
  }

  leave(reason: string): void {
    this.counts.left.set(reason, (this.counts.left.get(reason) ?? 0) + 1);
  }

  /** Adds a row with the division it lies in, by its own level. */
  private add(row: Omit<NewRow, 'parent'>, [country, admin1, admin2]: [string, string, string]): number {
    const number = this.builder.add({
      ...row,
      parent: null,
      loose: this.beside.looseCountries.has(country),
    });
    const { kind } = row;
    const isCountry = kind.startsWith('PCL');
    this.divisions.push(
      isCountry
        ? ''
        : kind === 'ADM1'
          ? country
          : kind === 'ADM2'
            ? `${country}.${admin1}`
            : `${country}.${admin1}.${admin2}`,
    );
    if (isCountry && country !== '') this.divisions.name(country, number);
    if (kind === 'ADM1') this.divisions.name(`${country}.${admin1}`, number);
    if (kind === 'ADM2') this.divisions.name(`${country}.${admin1}.${admin2}`, number);
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
    if (!Number.isInteger(geonames) || lat === '' || lon === '' || !inRange(where)) {
      this.leave('no id or coordinates');
      return;
    }
    const names = [ascii!, ...alternates!.split(',')]
      .filter(usable)
      .map((text) => ({ text, kind: 'further' as const }));
    const kind = code === '' ? kindClass! : code!;
    const [admin1, admin2] = [cell[10]!, cell[11]!];
    const ownCode = kind.startsWith('PCL') ? country : kind === 'ADM1' ? `${country}.${admin1}` : '';
    const row = this.add(
      {
        geonames,
        name: name!,
        names,
        kind,
        ...where,
        population: Number(cell[14]) || 0,
        ...(ownCode === '' ? {} : { code: ownCode }),
      },
      [country, admin1, admin2],
    );
    if (geonames < SMALL_IDS) this.rowOfId[geonames] = row + 1;
    else this.rowOfLargeId.set(geonames, row);
  }

  private rowOf(id: number): number | undefined {
    if (!(id >= 0 && id < SMALL_IDS)) return this.rowOfLargeId.get(id);
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
    const row = this.divisions.row(code ?? '');
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

  /** A row of a table or a boundary file. */
  tablePlace(place: TablePlace): void {
    const { name, kind, lat, lon, pcode, box } = place;
    if (lat === null || lon === null) {
      this.leave('no coordinates');
      return;
    }
    const country = this.countryOf(place.country);
    if (country === null) {
      this.leave('country not known');
      return;
    }
    this.add(
      {
        geonames: null,
        name,
        names: place.names.map((text) => ({ text, kind: 'further' as const })),
        kind,
        lat,
        lon,
        population: place.population,
        ...(pcode === null ? {} : { pcode }),
        ...(box === null ? {} : { box }),
        ...(kind === 'ADM1' && pcode !== null ? { code: pcode } : {}),
      },
      [country, foldName(place.admin1), foldName(place.admin2)],
    );
  }

  private readonly countries = new Map<string, string | null>();

  /** ISO code of a country told by a code of two or three letters or by name. */
  private countryOf(told: string): string | null {
    let code = this.countries.get(told);
    if (code === undefined) {
      code = this.beside.countryCode(told);
      this.countries.set(told, code);
    }
    return code;
  }

  /** Ties every row to the division it lies in. */
  finish(): void {
    this.divisions.finish(this.builder);
  }
}

const inRange = ({ lat, lon }: { lat: number; lon: number }): boolean =>
  Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
