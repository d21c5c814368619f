/**
 * The file of a trained network: "RPNN", header length (u32), header as JSON, padding to 16 bytes, then the tensors.
 * Tables are 8-bit with one scale a row, matrices 16-bit with one scale; both are read into f32 at load.
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
    offset = aligned(offset + (kind === 'i8rows' ? rows * 4 + rows * cols : 4 + rows * cols * 2));
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

export interface ModelFile {
  header: NetworkHeader;
  /** Reads a tensor into `to` as f32. */
  read(entry: TensorEntry, to: Float32Array): void;
}

/** Opens a network file; throws a plain Error where the bytes are not one (the engine makes it a coded error). */
export function openModel(bytes: Uint8Array): ModelFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('not a network file');
  const length = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as NetworkHeader;
  const start = aligned(8 + length);
  return {
    header,
    read({ rows, cols, kind, offset }, to) {
      const at = start + offset;
      if (kind === 'i16') {
        const scale = view.getFloat32(at, true);
        for (let i = 0; i < rows * cols; i++) to[i] = view.getInt16(at + 4 + i * 2, true) * scale;
        return;
      }
      for (let r = 0; r < rows; r++) {
        const scale = view.getFloat32(at + r * 4, true);
        const row = at + rows * 4 + r * cols;
        for (let c = 0; c < cols; c++) to[r * cols + c] = view.getInt8(row + c) * scale;
      }
    },
  };
}
