/** The encoder: words with what the dictionaries say of them, then layers of bidirectional LSTM, in 16-bit integers. */
import type { Workspace } from './kernels.ts';
import type { ModelFile } from './model-file.ts';
import { type MatrixSource, type PackedMatrix, packMatrix, UNIT } from './packed-matrix.ts';
import { type Packing, pack, rowOf } from './packing.ts';
import { WordTable } from './word-table.ts';

/** Words of one sentence, with flags (0 or 1) of the lexicons: flags[t * header.shape.flags + i]. */
export interface NetworkInput {
  forms: readonly string[];
  flags: Float32Array | null;
}

/** Steps are run together until they have so many rows: the gates in between stay in the cache. */
const BLOCK_ROWS = 96;

interface Direction {
  /** Null in the first layer, which is given its input by the word table. */
  input: PackedMatrix | null;
  recurrent: PackedMatrix;
}

export class Encoder {
  /** Integers of an encoded word: both directions, in units of 1/4096. */
  readonly width: number;
  private readonly ws: Workspace;
  private readonly h: number;
  private readonly flagCount: number;
  private readonly table: WordTable;
  /** Address of what each flag adds to the first layer's gates, by direction. */
  private readonly flags: number[];
  private readonly layers: Direction[][];

  constructor(ws: Workspace, file: ModelFile) {
    const { shape } = file.header;
    if (shape.hidden % 8 !== 0 || shape.flags > 32) throw new Error('a network of a size that is not read');
    this.ws = ws;
    this.h = shape.hidden;
    this.width = 2 * shape.hidden;
    this.flagCount = shape.flags;
    const order = gateOrder(shape.hidden);
    const inputs = [0, 1].map((d) => inputOf(file, 0, d));
    const words = inputs[0]!.inputs - shape.flags;
    const both = Int32Array.from([...order, ...order.map((j) => j + order.length)]);
    const ofWords = inputs.map((m) => ({ ...m, inputs: words, data: m.data.subarray(0, words * m.columns) }));
    this.table = new WordTable(ws, file, packMatrix(ws, ofWords, 1, both));
    this.flags = inputs.map(({ data, columns }) => {
      const at = ws.alloc(shape.flags * columns);
      const view = ws.view(at, shape.flags * columns);
      for (let f = 0; f < shape.flags; f++)
        for (let j = 0; j < columns; j++) view[f * columns + j] = data[(words + f) * columns + order[j]!]!;
      return at;
    });
    this.layers = Array.from({ length: shape.layers }, (_, l) =>
      [0, 1].map((d) => {
        const recurrent = file.matrix(`lstm${l}.${d}.recurrent`);
        const source = { ...recurrent, inputs: recurrent.rows, columns: recurrent.cols, bias: null };
        return {
          input: l === 0 ? null : packMatrix(ws, [inputOf(file, l, d)], UNIT, order),
          recurrent: packMatrix(ws, [source], UNIT, order),
        };
      }),
    );
  }

  /** Address of the encoded words by sentence: i16 [words, width]. */
  encode(sentences: readonly NetworkInput[], lengths: readonly number[]): number {
    const { ws, h, width } = this;
    const packing = pack(lengths);
    const input = this.look(sentences, packing);
    const bySentence = ws.alloc((packing.rows * width) / 2);
    const mark = ws.mark();
    let x = 0;
    for (const layer of this.layers) {
      const out = ws.alloc((packing.rows * width) / 2);
      for (const [d, direction] of layer.entries()) {
        const inner = ws.mark();
        this.run(packing, direction, d, x, out + d * h * 2, input);
        ws.release(inner);
      }
      x = out;
    }
    ws.k.gatherRows(bySentence, x, width * 2, input.order, packing.rows, width * 2);
    ws.release(mark);
    return bySentence;
  }

  /** Rows of the word table and bits of the flags for each packed row, and the packed row of each word by sentence. */
  private look(sentences: readonly NetworkInput[], packing: Packing) {
    const { ws, table, flagCount } = this;
    const [words, bits, order] = [0, 1, 2].map(() => ws.alloc(packing.rows)) as [number, number, number];
    const wordRows = ws.i32(words, packing.rows);
    const flagBits = ws.i32(bits, packing.rows);
    const places = ws.i32(order, packing.rows);
    table.begin(packing.rows);
    let at = 0;
    for (const [s, { forms, flags }] of sentences.entries()) {
      for (let t = 0; t < forms.length; t++) {
        const row = rowOf(packing, s, t);
        places[at++] = row;
        wordRows[row] = table.row(forms[t]!, t === 0);
        let set = 0;
        if (flags) {
          const from = t * flagCount;
          for (let f = 0; f < flagCount; f++) if (flags[from + f] !== 0) set |= 1 << f;
        }
        flagBits[row] = set;
      }
    }
    table.finish();
    return { words, bits, order };
  }

  /** One direction of a layer over all steps, from x into the columns that begin at `out`. */
  private run(
    packing: Packing,
    { input, recurrent }: Direction,
    direction: number,
    x: number,
    out: number,
    first: { words: number; bits: number },
  ): void {
    const { ws, h, width } = this;
    const { k } = ws;
    const { steps, count, offset } = packing;
    const gates = ws.alloc((BLOCK_ROWS + (count[0] ?? 0)) * 4 * h);
    const cell = ws.alloc((count[0] ?? 0) * h);
    const back = direction === 1;
    const stepAt = (i: number) => (back ? steps - 1 - i : i);
    for (let i = 0; i < steps; ) {
      let end = i;
      let rows = 0;
      while (end < steps && rows < BLOCK_ROWS) rows += count[stepAt(end++)]!;
      const base = offset[back ? stepAt(end - 1) : stepAt(i)]!;
      if (input) {
        const { weights, scale, bias, inputs } = input;
        k.gemm16(
          gates,
          4 * h,
          x + base * width * 2,
          width,
          0,
          weights,
          scale,
          bias,
          rows,
          inputs,
          4 * h,
          false,
        );
      } else {
        const table = this.table.slab + direction * 4 * h * 4;
        const { words, bits } = first;
        k.gatherSums(
          gates,
          table,
          8 * h,
          words + base * 4,
          this.flags[direction]!,
          bits + base * 4,
          rows,
          4 * h,
        );
      }
      for (; i < end; i++) {
        const t = stepAt(i);
        const previous = stepAt(i - 1);
        const going = i === 0 ? 0 : Math.min(count[previous]!, count[t]!);
        k.lstmStep16(
          gates + (offset[t]! - base) * 4 * h * 4,
          i === 0 ? 0 : out + offset[previous]! * width * 2,
          width,
          going,
          recurrent.weights,
          recurrent.scale,
          cell,
          out + offset[t]! * width * 2,
          count[t]!,
          h,
        );
      }
    }
  }
}

function inputOf(file: ModelFile, layer: number, direction: number): MatrixSource {
  const { data, rows, cols } = file.matrix(`lstm${layer}.${direction}.input`);
  return { data, inputs: rows, columns: cols, bias: file.matrix(`lstm${layer}.${direction}.bias`).data };
}

/** The file has the gates of all cells one after the other; the kernel wants four cells at a time with their gates. */
function gateOrder(h: number): Int32Array {
  return Int32Array.from({ length: 4 * h }, (_, j) => ((j >> 2) & 3) * h + (j >> 4) * 4 + (j & 3));
}
