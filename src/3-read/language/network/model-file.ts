/**
 * The file of a trained network: "RPNN", header length (u32), header as JSON, padding to 16 bytes, then the tensors.
 * Tables are 8-bit with one scale a row, matrices 16-bit with one scale.
 */

export interface TensorEntry {
  name: string;
  rows: number;
  cols: number;
  kind: 'i8rows' | 'i16';
  /** Byte offset from the start of the data. */
  offset: number;
}

export interface NetworkHeader {
  shape: {
    words: number;
    wordDim: number;
    grams: number;
    gramDim: number;
    shapes: number;
    shapeDim: number;
    flags: number;
    hidden: number;
    layers: number;
    tagHidden: number;
    arc: number;
    rel: number;
    nameHidden: number;
  };
  /** Joint tags "UPOS|XPOS". */
  tags: string[];
  rels: string[];
  /** Types of the two name heads. */
  nameTypes: string[];
  mentionTypes: string[];
  /** Known normal forms; the place of a word, from 1, is its row in the word table. */
  words: string[];
  tensors: TensorEntry[];
}

export interface Tensor {
  name: string;
  rows: number;
  cols: number;
  data: Float32Array;
}

const MAGIC = 0x4e4e5052; // "RPNN"
const tensorBytes = ({ kind, rows, cols }: TensorEntry) =>
  kind === 'i8rows' ? rows * 4 + rows * cols : 4 + rows * cols * 2;
const aligned = (n: number) => (n + 15) & ~15;

/** Writes a network; `table` says which tensors are looked up by row. */
export function writeModel(
  header: Omit<NetworkHeader, 'tensors'>,
  tensors: Tensor[],
  table: (name: string) => boolean,
): Uint8Array {
  let offset = 0;
  const entries: TensorEntry[] = tensors.map(({ name, rows, cols }) => {
    const kind = table(name) ? 'i8rows' : 'i16';
    const entry: TensorEntry = { name, rows, cols, kind, offset };
    offset = aligned(offset + tensorBytes(entry));
    return entry;
  });
  const json = new TextEncoder().encode(JSON.stringify({ ...header, tensors: entries }));
  const start = aligned(8 + json.length);
  const bytes = new Uint8Array(start + offset);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  bytes.set(json, 8);
  for (const [i, entry] of entries.entries()) {
    const { data } = tensors[i]!;
    if (entry.kind === 'i8rows') writeRows(view, start + entry.offset, entry, data);
    else writeMatrix(view, start + entry.offset, data);
  }
  return bytes;
}

function writeRows(view: DataView, at: number, { rows, cols }: TensorEntry, data: Float32Array): void {
  for (let r = 0; r < rows; r++) {
    let top = 0;
    for (let c = 0; c < cols; c++) top = Math.max(top, Math.abs(data[r * cols + c]!));
    const scale = Math.fround(top / 127);
    view.setFloat32(at + r * 4, scale, true);
    for (let c = 0; c < cols; c++) {
      const q = scale > 0 ? Math.round(data[r * cols + c]! / scale) : 0;
      view.setInt8(at + rows * 4 + r * cols + c, q);
    }
  }
}

function writeMatrix(view: DataView, at: number, data: Float32Array): void {
  let top = 0;
  for (const x of data) top = Math.max(top, Math.abs(x));
  const scale = Math.fround(top / 32767);
  view.setFloat32(at, scale, true);
  for (let i = 0; i < data.length; i++) {
    view.setInt16(at + 4 + i * 2, scale > 0 ? Math.round(data[i]! / scale) : 0, true);
  }
}

/** A table of 8-bit rows, as it stands in the file. */
export interface RowTable {
  cols: number;
  /** Adds row r to `to` from place `at` on. */
  add(r: number, to: Float32Array, at: number): void;
}

export interface ModelFile {
  header: NetworkHeader;
  /** A matrix as f32, row-major. */
  matrix(name: string): { data: Float32Array; rows: number; cols: number };
  table(name: string): RowTable;
}

/** Opens a network file; throws a plain Error where the bytes are not one (the engine makes it a coded error). */
export function openModel(bytes: Uint8Array): ModelFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('not a network file');
  const length = view.getUint32(4, true);
  // A copy: the text decoder takes no shared memory.
  const header = JSON.parse(new TextDecoder().decode(bytes.slice(8, 8 + length))) as NetworkHeader;
  const start = aligned(8 + length);
  const entries = new Map(header.tensors.map((entry) => [entry.name, entry]));
  for (const entry of header.tensors)
    if (start + entry.offset + tensorBytes(entry) > bytes.byteLength)
      throw new Error(`the network file ends within ${entry.name}`);
  const find = (name: string, kind: TensorEntry['kind']): TensorEntry => {
    const entry = entries.get(name);
    if (entry?.kind !== kind) throw new Error(`the network file lacks ${name}`);
    return entry;
  };
  return {
    header,
    matrix(name) {
      const { rows, cols, offset } = find(name, 'i16');
      const at = start + offset;
      const scale = view.getFloat32(at, true);
      const data = new Float32Array(rows * cols);
      for (let i = 0; i < data.length; i++) data[i] = view.getInt16(at + 4 + i * 2, true) * scale;
      return { data, rows, cols };
    },
    table(name) {
      const { rows, cols, offset } = find(name, 'i8rows');
      const at = start + offset;
      const cells = new Int8Array(bytes.buffer, bytes.byteOffset + at + rows * 4, rows * cols);
      return {
        cols,
        add(r, to, first) {
          const scale = view.getFloat32(at + r * 4, true);
          // Rounded as it would stand in a table of floats.
          for (let c = 0, i = r * cols; c < cols; c++) to[first + c]! += Math.fround(cells[i++]! * scale);
        },
      };
    },
  };
}
