/** The gazetteer as the resolver sees it: names to places. Nothing here depends on where the rows came from. */
import { ColumnFile } from './column-file.ts';
import { foldName, looseKey } from './folding.ts';
import { KeyIndex, type NameKind } from './key-index.ts';

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number];

/** One row of a gazetteer. */
export interface GazetteerPlace {
  /** Unique among all open rows. */
  key: number;
  /** GeoNames id; null for rows that have none. */
  geonames: number | null;
  name: string;
  /** GeoNames feature code: PPL, PPLC, ADM1, ADM2, PCLI, RGN, STM, AIRB … */
  kind: string;
  /** ISO 3166-1 alpha-2; null for what spans countries (see `countries`). */
  country: string | null;
  /** Countries it lies in; one, save for rivers, seas and regions. */
  countries: string[];
  /** Code of the first-level division, `SY.07`, and its name. */
  admin1Code: string | null;
  admin1: string | null;
  admin2: string | null;
  lat: number;
  lon: number;
  population: number;
  box: Box | null;
  /** Place code of the humanitarian common data sets, where the row has one. */
  pcode: string | null;
}

/** A place that bears a looked-up name, and how. */
export interface NamedPlace {
  place: GazetteerPlace;
  /** `loose`: met only by the loose key. */
  via: NameKind | 'loose';
}

/** One file of rows. */
class Layer {
  readonly exact: KeyIndex;
  readonly loose: KeyIndex;
  private readonly file: ColumnFile;
  private readonly lat: Int32Array;
  private readonly lon: Int32Array;
  private readonly id: Uint32Array;
  private readonly population: Uint32Array;
  private readonly parent: Uint32Array;
  private readonly kind: Uint16Array;
  private readonly nameLength: Uint8Array;
  private readonly names: Uint8Array;
  /** Where every 64th name starts: the rest is counted from there. */
  private readonly nameStarts: Uint32Array;
  private readonly kinds: string[];
  private readonly codes = new Map<number, string>();
  private readonly boxRows: Uint32Array;
  private readonly boxSides: Int32Array;
  private readonly countryLists = new Map<number, string[]>();
  private readonly pcodes = new Map<number, string>();
  private readonly base: number;
  private readonly text = new TextDecoder();

  constructor(bytes: Uint8Array, base: number) {
    const file = new ColumnFile(bytes);
    this.file = file;
    this.base = base;
    const index = (name: string) =>
      new KeyIndex(
        file.u8(`${name}.keys`),
        file.u32(`${name}.postings`),
        file.u32(`${name}.blockKeys`),
        file.u32(`${name}.blockPostings`),
      );
    this.exact = index('exact');
    this.loose = index('loose');
    this.lat = file.i32('lat');
    this.lon = file.i32('lon');
    this.id = file.u32('id');
    this.population = file.u32('population');
    this.parent = file.u32('parent');
    this.kind = file.u16('kind');
    this.nameLength = file.u8('nameLength');
    this.names = file.u8('names');
    this.kinds = file.lines('kinds');
    this.nameStarts = new Uint32Array(Math.ceil(this.nameLength.length / 64));
    for (let row = 0, at = 0; row < this.nameLength.length; row++) {
      if (row % 64 === 0) this.nameStarts[row / 64] = at;
      at += this.nameLength[row]!;
    }
    this.boxRows = file.u32('boxRow');
    this.boxSides = file.i32('box');
    this.readSparse();
  }

  /** What only few rows have: codes, boxes, lists of countries, P-codes. */
  private readSparse(): void {
    const pairs = (rows: string, values: string, keep: (row: number, value: string) => void) => {
      const text = this.file.lines(values);
      this.file.u32(rows).forEach((row, i) => {
        keep(row, text[i] ?? '');
      });
    };
    pairs('codeRow', 'codes', (row, value) => this.codes.set(row, value));
    pairs('countriesRow', 'countries', (row, value) => this.countryLists.set(row, value.split(',')));
    pairs('pcodeRow', 'pcodes', (row, value) => this.pcodes.set(row, value));
  }

  private box(row: number): Box | null {
    let low = 0;
    let high = this.boxRows.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.boxRows[middle]!;
      if (found === row) return [0, 1, 2, 3].map((side) => this.boxSides[middle * 4 + side]! / 1e4) as Box;
      if (found < row) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  get rows(): number {
    return this.lat.length;
  }

  get about(): Record<string, unknown> {
    return this.file.about;
  }

  private name(row: number): string {
    let at = this.nameStarts[row >> 6]!;
    for (let before = (row >> 6) << 6; before < row; before++) at += this.nameLength[before]!;
    return this.text.decode(this.names.subarray(at, at + this.nameLength[row]!));
  }

  kindOf(row: number): string {
    return this.kinds[this.kind[row]!] ?? '';
  }

  place(row: number): GazetteerPlace {
    let country: string | null = null;
    let admin1: number | null = null;
    let admin2: number | null = null;
    // The chain upwards is at most town, ADM2, ADM1, country; a damaged file must not loop.
    for (let at = row, steps = 0; steps < 5; steps++) {
      const kind = this.kindOf(at);
      if (kind === 'ADM1') admin1 = at;
      else if (kind === 'ADM2') admin2 = at;
      else if (kind.startsWith('PCL')) country = this.codes.get(at) ?? null;
      if (this.parent[at] === at || this.parent[at]! >= this.rows) break;
      at = this.parent[at]!;
    }
    const countries = this.countryLists.get(row) ?? (country === null ? [] : [country]);
    return {
      key: this.base + row,
      geonames: this.id[row] === 0 ? null : this.id[row]!,
      name: this.name(row),
      kind: this.kindOf(row),
      country: country ?? (countries.length === 1 ? countries[0]! : null),
      countries,
      admin1Code: admin1 === null ? null : (this.codes.get(admin1) ?? null),
      admin1: admin1 === null ? null : this.name(admin1),
      admin2: admin2 === null ? null : this.name(admin2),
      lat: this.lat[row]! / 1e4,
      lon: this.lon[row]! / 1e4,
      population: this.population[row]!,
      box: this.box(row),
      pcode: this.pcodes.get(row) ?? null,
    };
  }

  /** Rows that have a code: countries (`SY`) and first-level divisions (`SY.07`). */
  coded(): IterableIterator<[row: number, code: string]> {
    return this.codes.entries();
  }
}

/** The same country or division in two files is one place, whether or not a file gives it a GeoNames id. */
function identityOf(place: GazetteerPlace): string {
  if (place.kind.startsWith('PCL')) return `c${place.country}`;
  if (place.kind === 'ADM1' && place.admin1Code !== null) return `a${place.admin1Code}`;
  if (place.kind === 'ADM2') return `b${place.admin1Code}/${place.country}/${foldName(place.name)}`;
  return place.geonames === null ? `k${place.key}` : `g${place.geonames}`;
}

/** Rows of a second file start here, so that keys never meet. */
const LAYER_SPAN = 2 ** 30;

/** Names remembered; then the memory starts afresh. */
const MOST_RECENT = 2000;

export class Gazetteer {
  private readonly layers: Layer[];
  private readonly byCode = new Map<string, number>();
  /** Names looked up lately: an article says its names again and again. */
  private readonly recent = new Map<string, readonly NamedPlace[]>();
  /** ISO codes of the countries that touch each country. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
  private readonly capitals: ReadonlyMap<string, number>;
  /** Countries whose names are written with the Arabic article, for the loose key. */
  private readonly looseCountries: ReadonlySet<string>;

  constructor(files: Uint8Array[]) {
    this.layers = files.map((bytes, i) => new Layer(bytes, i * LAYER_SPAN));
    const about = this.layers[0]!.about as {
      neighbours?: Record<string, string[]>;
      looseCountries?: string[];
      capitals?: Record<string, number>;
    };
    this.capitals = new Map(Object.entries(about.capitals ?? {}));
    this.neighbours = new Map(Object.entries(about.neighbours ?? {}));
    this.looseCountries = new Set(about.looseCountries ?? []);
    this.layers.forEach((layer, i) => {
      // The first layer speaks for a country; a later one may bring divisions the first lacks.
      for (const [row, code] of layer.coded())
        if (!this.byCode.has(code)) this.byCode.set(code, i * LAYER_SPAN + row);
    });
  }

  /** Rows in all files. */
  get size(): number {
    return this.layers.reduce((sum, layer) => sum + layer.rows, 0);
  }

  place(key: number): GazetteerPlace {
    return this.layers[Math.floor(key / LAYER_SPAN)]!.place(key % LAYER_SPAN);
  }

  /** A country by ISO code (`SY`) or a first-level division by code (`SY.07`). */
  coded(code: string): GazetteerPlace | null {
    const key = this.byCode.get(code);
    return key === undefined ? null : this.place(key);
  }

  /** The capital of a country by ISO code. */
  capital(country: string): GazetteerPlace | null {
    const row = this.capitals.get(country);
    return row === undefined ? null : this.place(row);
  }

  /** Every place of exactly this name, but for case, accents and punctuation. */
  named(name: string): readonly NamedPlace[] {
    const folded = foldName(name);
    let found = this.recent.get(folded);
    if (found === undefined) {
      found = this.merge((layer) => layer.exact.get(folded));
      if (this.recent.size >= MOST_RECENT) this.recent.clear();
      this.recent.set(folded, found);
    }
    return found;
  }

  /** Whether some place has exactly this folded name: cheaper than `named`. */
  knows(folded: string): boolean {
    return this.layers.some((layer) => layer.exact.get(folded).length > 0);
  }

  /** Whether some place has the loose key of this name. */
  knowsLoosely(name: string): boolean {
    const key = looseKey(foldName(name));
    return this.layers.some((layer) => layer.loose.get(key).length > 0);
  }

  /** Places met by the loose key only: candidates for an article that speaks for their country. */
  namedLoosely(name: string): NamedPlace[] {
    const key = looseKey(foldName(name));
    const met = this.merge((layer) => layer.loose.get(key));
    return met
      .filter(({ place }) => place.country !== null && this.looseCountries.has(place.country))
      .map(({ place }) => ({ place, via: 'loose' as const }));
  }

  private merge(get: (layer: Layer) => { row: number; kind: NameKind }[]): NamedPlace[] {
    const found: NamedPlace[] = [];
    const seen = new Map<string, number>();
    this.layers.forEach((layer, i) => {
      for (const { row, kind } of get(layer)) {
        const place = this.place(i * LAYER_SPAN + row);
        const identity = identityOf(place);
        const before = seen.get(identity);
        if (before === undefined) {
          seen.set(identity, found.length);
          found.push({ place, via: kind });
        } else if (kind === 'main' && found[before]!.via !== 'main') {
          found[before]!.via = 'main';
        }
      }
    });
    return found;
  }
}

/**
 * Opens the built-in gazetteer and, where there is one, an imported file beside it. Pure: the bytes come from
 * `engine.ts`. Throws a plain `Error` on bytes that are no gazetteer.
 */
export function openGazetteer(bytes: Uint8Array, extra?: Uint8Array): Gazetteer {
  return new Gazetteer(extra === undefined ? [bytes] : [bytes, extra]);
}
