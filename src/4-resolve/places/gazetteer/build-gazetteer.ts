/**
 * Lays out gazetteer rows as columns. Rows are given one at a time and held as numbers, so that millions fit;
 * the pairs of key and row go to a sink that hands them back sorted (in memory here, on disk for an import).
 */
import { ColumnFileWriter } from './column-file.ts';
import { foldName, looseKey } from './folding.ts';
import type { Box } from './gazetteer.ts';
import { KeyIndexBuilder, type NameKind, packPosting } from './key-index.ts';
import { NumberColumn } from './number-column.ts';
import type { PairSink } from './pair-sink.ts';

/** A row to be added; `parent` is the number of a row (country, ADM1, ADM2), null for a country. */
export interface NewRow {
  geonames: number | null;
  name: string;
  names: { text: string; kind: NameKind }[];
  kind: string;
  lat: number;
  lon: number;
  population: number;
  parent: number | null;
  /** ISO code of a country, `SY.07` of a first-level division. */
  code?: string;
  /** For what lies in several countries. */
  countries?: string[];
  box?: Box;
  pcode?: string;
  /** Whether its country writes names with the Arabic article. */
  loose?: boolean;
}

/** No parent. */
export const NO_PARENT = 0xffffffff;

export class GazetteerBuilder {
  private readonly exact: PairSink;
  private readonly loose: PairSink;
  private readonly lat = new NumberColumn((size) => new Int32Array(size));
  private readonly lon = new NumberColumn((size) => new Int32Array(size));
  private readonly id = new NumberColumn((size) => new Uint32Array(size));
  private readonly population = new NumberColumn((size) => new Uint32Array(size));
  private readonly parent = new NumberColumn((size) => new Uint32Array(size));
  private readonly kind = new NumberColumn((size) => new Uint16Array(size));
  private readonly nameLength = new NumberColumn((size) => new Uint8Array(size));
  private readonly names = new NumberColumn((size) => new Uint8Array(size));
  private readonly kinds = new Map<string, number>();
  private readonly codes: [number, string][] = [];
  private readonly countries: [number, string][] = [];
  private readonly pcodes: [number, string][] = [];
  private readonly boxes: [number, Box][] = [];
  private readonly encoder = new TextEncoder();

  constructor(sinks: { exact: PairSink; loose: PairSink }) {
    this.exact = sinks.exact;
    this.loose = sinks.loose;
  }

  get rows(): number {
    return this.lat.length;
  }

  /** Adds a row and gives its number. Coordinates are kept to 4 decimals; a name to 255 bytes. */
  add(row: NewRow): number {
    const number = this.rows;
    this.lat.push(Math.round(row.lat * 1e4));
    this.lon.push(Math.round(row.lon * 1e4));
    this.id.push(row.geonames ?? 0);
    this.population.push(Math.min(Math.max(0, Math.round(row.population)), 0xffffffff));
    this.parent.push(row.parent ?? NO_PARENT);
    this.kind.push(this.kindNumber(row.kind));
    let name = this.encoder.encode(row.name.replace(/\n/g, ' '));
    // Cut between letters, never inside one.
    if (name.length > 255) name = this.encoder.encode(row.name.slice(0, 60));
    this.nameLength.push(name.length);
    for (const byte of name) this.names.push(byte);
    if (row.code !== undefined) this.codes.push([number, row.code]);
    if (row.countries !== undefined) this.countries.push([number, row.countries.join(',')]);
    if (row.pcode !== undefined) this.pcodes.push([number, row.pcode]);
    if (row.box !== undefined) this.boxes.push([number, row.box]);
    this.addNames(number, row);
    return number;
  }

  private kindNumber(kind: string): number {
    const known = this.kinds.get(kind);
    if (known !== undefined) return known;
    this.kinds.set(kind, this.kinds.size);
    return this.kinds.size - 1;
  }

  private addNames(number: number, row: NewRow): void {
    const exact = new Set<string>();
    const loose = new Set<string>();
    for (const { text, kind } of [{ text: row.name, kind: 'main' as const }, ...row.names]) {
      const key = foldName(text);
      if (key === '' || exact.has(key)) continue;
      exact.add(key);
      this.exact.add(key, packPosting(number, kind));
      // Further names are many and old; levelled, they would meet what they do not mean.
      const broad = row.loose && (kind === 'main' || kind === 'spelling') ? looseKey(key) : '';
      if (broad === '' || loose.has(broad)) continue;
      loose.add(broad);
      this.loose.add(broad, packPosting(number, kind));
    }
  }

  /** Sets the parent of a row that was added before its parent was known. */
  setParent(row: number, parent: number): void {
    this.parent.set(row, parent);
  }

  /** Writes everything through `write`. Packed is small, plain needs no memory and opens without copying. */
  write(about: Record<string, unknown>, packed: boolean, write: (bytes: Uint8Array) => void): void {
    const file = new ColumnFileWriter(write);
    const column = (
      name: string,
      type: 'u8' | 'u16' | 'u32' | 'i32',
      values: NumberColumn<Uint8Array | Uint16Array | Uint32Array | Int32Array>,
      delta = false,
    ) => {
      if (packed) file.packed(name, values.joined(), delta);
      else file.plain(name, type, asBytes(values.views()));
    };
    column('lat', 'i32', this.lat, true);
    column('lon', 'i32', this.lon, true);
    column('id', 'u32', this.id, true);
    column('population', 'u32', this.population);
    column('parent', 'u32', this.parent, true);
    column('kind', 'u16', this.kind);
    column('nameLength', 'u8', this.nameLength);
    column('names', 'u8', this.names);
    const text = (name: string, lines: Iterable<string>) => {
      const bytes = this.encoder.encode([...lines].join('\n'));
      if (packed) file.packed(name, bytes);
      else file.plain(name, 'u8', [bytes]);
    };
    const numbers = (name: string, values: Uint32Array | Int32Array) => {
      if (packed) file.packed(name, values, true);
      else file.plain(name, values instanceof Int32Array ? 'i32' : 'u32', asBytes([values]));
    };
    const sparse = (rows: string, values: string, pairs: [number, string][]) => {
      numbers(
        rows,
        Uint32Array.from(pairs, ([row]) => row),
      );
      text(
        values,
        pairs.map(([, value]) => value.replace(/\n/g, ' ')),
      );
    };
    text('kinds', this.kinds.keys());
    sparse('codeRow', 'codes', this.codes);
    sparse('countriesRow', 'countries', this.countries);
    sparse('pcodeRow', 'pcodes', this.pcodes);
    numbers(
      'boxRow',
      Uint32Array.from(this.boxes, ([row]) => row),
    );
    numbers(
      'box',
      Int32Array.from(this.boxes.flatMap(([, box]) => box.map((side) => Math.round(side * 1e4)))),
    );
    const keys = { exact: 0, loose: 0 };
    for (const name of ['exact', 'loose'] as const) keys[name] = this.writeIndex(file, name, packed);
    file.end({ ...about, rows: this.rows, keys });
  }

  private writeIndex(file: ColumnFileWriter, name: 'exact' | 'loose', packed: boolean): number {
    const index = new KeyIndexBuilder();
    let key = '';
    let postings: number[] = [];
    for (const [next, posting] of this[name].sorted()) {
      if (next !== key) {
        if (postings.length > 0) index.add(key, postings);
        key = next;
        postings = [];
      }
      if (postings[postings.length - 1] !== posting) postings.push(posting);
    }
    if (postings.length > 0) index.add(key, postings);
    const { count, ...columns } = index.columns();
    for (const [part, pieces] of Object.entries(columns)) {
      const type = part === 'keys' ? 'u8' : 'u32';
      const section = `${name}.${part}`;
      if (!packed) file.plain(section, type, asBytes(pieces));
      else file.packed(section, joinPieces(pieces), part.startsWith('block'));
    }
    return count;
  }
}

function* asBytes(views: Iterable<ArrayBufferView>): Generator<Uint8Array> {
  for (const view of views) yield new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function joinPieces(pieces: Uint8Array[] | Uint32Array[]): Uint8Array | Uint32Array {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const all = pieces[0] instanceof Uint32Array ? new Uint32Array(length) : new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
