/** One gazetteer file opened: rows as columns, names through two indexes. */
import { ColumnFile } from './column-file.ts';
import type { Box, GazetteerPlace } from './gazetteer-place.ts';
import { KeyIndex } from './key-index.ts';

/** One file of rows. */
export class Layer {
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
      imported: this.base > 0,
    };
  }

  /** Rows that have a code: countries (`SY`) and first-level divisions (`SY.07`). */
  coded(): IterableIterator<[row: number, code: string]> {
    return this.codes.entries();
  }
}
