/**
 * A file of columns: typed arrays and byte strings, each a section, with a JSON table at the end. A small file
 * is packed (delta, byte planes, deflate: Brotli is a tenth smaller and takes twice the time to open); a large one is left plain, so that opening it copies nothing.
 */
import { deflateSync, inflateSync } from 'node:zlib';

const MAGIC = 'RPTCOLS1';

type ColumnType = 'u8' | 'u16' | 'u32' | 'i32';

const WIDTH: Record<ColumnType, number> = { u8: 1, u16: 2, u32: 4, i32: 4 };

interface Section {
  name: string;
  type: ColumnType;
  count: number;
  offset: number;
  bytes: number;
  packed: boolean;
  delta: boolean;
}

interface Table {
  about: Record<string, unknown>;
  sections: Section[];
}

export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array;

function typeOf(column: Column): ColumnType {
  if (column instanceof Uint8Array) return 'u8';
  if (column instanceof Uint16Array) return 'u16';
  return column instanceof Uint32Array ? 'u32' : 'i32';
}

function bytesOf(column: Column): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** All first bytes, then all second bytes …: like values stand together, which packs well. */
function toPlanes(bytes: Uint8Array, width: number): Uint8Array {
  const count = bytes.length / width;
  const planes = new Uint8Array(bytes.length);
  for (let plane = 0; plane < width; plane++)
    for (let i = 0; i < count; i++) planes[plane * count + i] = bytes[i * width + plane]!;
  return planes;
}

function fromPlanes(planes: Uint8Array, width: number): Uint8Array {
  const count = planes.length / width;
  const bytes = new Uint8Array(planes.length);
  for (let plane = 0; plane < width; plane++) {
    const base = plane * count;
    for (let i = 0; i < count; i++) bytes[i * width + plane] = planes[base + i]!;
  }
  return bytes;
}

/** Differences, folded so that small negative ones are small numbers too. */
function toDeltas(values: ArrayLike<number>): Uint32Array {
  const deltas = new Uint32Array(values.length);
  let before = 0;
  for (let i = 0; i < values.length; i++) {
    const step = (values[i]! - before) | 0;
    deltas[i] = ((step << 1) ^ (step >> 31)) >>> 0;
    before = values[i]!;
  }
  return deltas;
}

function fromDeltas(deltas: Uint32Array): void {
  let before = 0;
  for (let i = 0; i < deltas.length; i++) {
    const folded = deltas[i]!;
    before = (before + ((folded >>> 1) ^ -(folded & 1))) | 0;
    deltas[i] = before;
  }
}

/** Writes sections one after another through `write`; nothing is held but the table. */
export class ColumnFileWriter {
  private readonly sections: Section[] = [];
  private at = 0;
  private readonly write: (bytes: Uint8Array) => void;

  constructor(write: (bytes: Uint8Array) => void) {
    this.write = write;
    this.put(new TextEncoder().encode(MAGIC));
  }

  private put(bytes: Uint8Array): void {
    this.write(bytes);
    this.at += bytes.length;
  }

  private align(): void {
    if (this.at % 8 !== 0) this.put(new Uint8Array(8 - (this.at % 8)));
  }

  /** A plain section given in pieces, for what does not fit in memory at once. */
  plain(name: string, type: ColumnType, pieces: Iterable<Uint8Array>): void {
    this.align();
    const offset = this.at;
    for (const piece of pieces) this.put(piece);
    const bytes = this.at - offset;
    this.sections.push({
      name,
      type,
      count: bytes / WIDTH[type],
      offset,
      bytes,
      packed: false,
      delta: false,
    });
  }

  /** A packed section. `delta` suits sorted or slowly changing 32-bit numbers. */
  packed(name: string, column: Column, delta = false): void {
    this.align();
    const type = typeOf(column);
    const deltas = delta && WIDTH[type] === 4;
    const bytes = toPlanes(bytesOf(deltas ? toDeltas(column) : column), WIDTH[type]);
    const small = deflateSync(bytes, { level: 9, memLevel: 9 });
    const section = { name, type, count: column.length, offset: this.at, bytes: small.length };
    this.sections.push({ ...section, packed: true, delta: deltas });
    this.put(small);
  }

  /** Ends the file with its table; `about` is any JSON. */
  end(about: Record<string, unknown>): void {
    this.align();
    const table: Table = { about, sections: this.sections };
    const json = new TextEncoder().encode(JSON.stringify(table));
    this.put(json);
    const tail = new Uint8Array(8);
    new DataView(tail.buffer).setUint32(0, json.length, true);
    tail.set(new TextEncoder().encode('END1'), 4);
    this.put(tail);
  }
}

/** Reads a column file. A column of a plain file is a view of the bytes; a packed one is unpacked when asked for. */
export class ColumnFile {
  readonly about: Record<string, unknown>;
  private readonly bytes: Uint8Array;
  private readonly sections: Map<string, Section>;

  /** Throws a plain `Error` when the bytes are not a column file: the caller names the file. */
  constructor(bytes: Uint8Array) {
    // Typed views need an aligned start, which a slice of a larger buffer may not have.
    this.bytes = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
    const text = new TextDecoder();
    const size = bytes.length;
    if (size < 24 || text.decode(bytes.subarray(0, 8)) !== MAGIC) throw new Error('not a gazetteer file');
    if (text.decode(bytes.subarray(size - 4)) !== 'END1') throw new Error('the gazetteer file is cut short');
    const length = new DataView(bytes.buffer, bytes.byteOffset + size - 8).getUint32(0, true);
    if (length > size - 16) throw new Error('the gazetteer file is damaged');
    const table = JSON.parse(text.decode(bytes.subarray(size - 8 - length, size - 8))) as Table;
    this.about = table.about;
    this.sections = new Map(table.sections.map((section) => [section.name, section]));
    for (const section of table.sections)
      if (section.offset + section.bytes > size) throw new Error('the gazetteer file is damaged');
  }

  private load(name: string, type: ColumnType): { buffer: ArrayBufferLike; offset: number; count: number } {
    const section = this.sections.get(name);
    if (section === undefined || WIDTH[section.type] !== WIDTH[type])
      throw new Error(`the gazetteer file has no column ${name}`);
    if (!section.packed)
      return {
        buffer: this.bytes.buffer,
        offset: this.bytes.byteOffset + section.offset,
        count: section.count,
      };
    const planes = inflateSync(this.bytes.subarray(section.offset, section.offset + section.bytes), {
      chunkSize: Math.max(64, section.count * WIDTH[type]),
    });
    const bytes = WIDTH[type] === 1 ? planes : fromPlanes(planes, WIDTH[type]);
    if (section.delta) fromDeltas(new Uint32Array(bytes.buffer, bytes.byteOffset, section.count));
    return { buffer: bytes.buffer, offset: bytes.byteOffset, count: section.count };
  }

  u8(name: string): Uint8Array {
    const { buffer, offset, count } = this.load(name, 'u8');
    return new Uint8Array(buffer, offset, count);
  }

  u16(name: string): Uint16Array {
    const { buffer, offset, count } = this.load(name, 'u16');
    return new Uint16Array(buffer, offset, count);
  }

  u32(name: string): Uint32Array {
    const { buffer, offset, count } = this.load(name, 'u32');
    return new Uint32Array(buffer, offset, count);
  }

  i32(name: string): Int32Array {
    const { buffer, offset, count } = this.load(name, 'i32');
    return new Int32Array(buffer, offset, count);
  }

  lines(name: string): string[] {
    const text = new TextDecoder().decode(this.u8(name));
    return text === '' ? [] : text.split('\n');
  }
}
