/**
 * The first layer's view of a word. What a form gives the layer before anything is known of its neighbours is worked
 * out once and kept in a slab of rows, in the same form whether it was kept or not.
 */
import type { Workspace } from './kernels.ts';
import type { ModelFile, RowTable } from './model-file.ts';
import { type PackedMatrix, UNIT } from './packed-matrix.ts';
import { gramBuckets, hashText, normalForm, shapeOf } from './word-features.ts';

/** Rows kept; then the slab starts afresh, so that memory is bounded. Far more than one batch has words. */
const KEPT = 4096;

export class WordTable {
  /** Address of the slab: a row of `matrix.outputs` floats for each form. */
  readonly slab: number;
  private readonly ws: Workspace;
  private readonly matrix: PackedMatrix;
  private readonly tables: { word: RowTable; gram: RowTable; shape: RowTable };
  private readonly counts: { grams: number; shapes: number };
  private readonly known: Map<string, number>;
  /** Row by form; a form at the head of a sentence has a row of its own. */
  private readonly rows = new Map<string, number>();
  private readonly firstRows = new Map<string, number>();
  private used = 0;
  private waiting: Float32Array[] = [];

  /** `matrix` takes word vector, n-grams and shape, side by side. */
  constructor(ws: Workspace, file: ModelFile, matrix: PackedMatrix) {
    this.ws = ws;
    this.matrix = matrix;
    this.tables = { word: file.table('word'), gram: file.table('gram'), shape: file.table('shape') };
    this.counts = file.header.shape;
    this.known = new Map(file.header.words.map((word, i) => [word, i + 1]));
    this.slab = ws.alloc(KEPT * matrix.outputs);
  }

  /** Makes room for so many words; rows given before are no longer good. */
  begin(words: number): void {
    if (this.used + words <= KEPT) return;
    this.rows.clear();
    this.firstRows.clear();
    this.used = 0;
  }

  /** The row of a form; what stands in it is there after `finish`. */
  row(form: string, first: boolean): number {
    const rows = first ? this.firstRows : this.rows;
    const kept = rows.get(form);
    if (kept !== undefined) return kept;
    const row = this.used++;
    rows.set(form, row);
    this.waiting.push(this.vector(form, first));
    return row;
  }

  /** Fills the rows given since `begin`. */
  finish(): void {
    const { ws, matrix, waiting } = this;
    if (waiting.length === 0) return;
    const mark = ws.mark();
    const n = waiting.length;
    const x = ws.alloc(n * matrix.inputs);
    const q = ws.alloc((n * matrix.inputs) / 2);
    const scale = ws.alloc(n);
    for (const [i, vector] of waiting.entries()) ws.f32.set(vector, (x >> 2) + i * matrix.inputs);
    ws.k.quantiseRows(q, scale, x, matrix.inputs, n, matrix.inputs, UNIT);
    const to = this.slab + (this.used - n) * matrix.outputs * 4;
    ws.k.gemm16(
      to,
      matrix.outputs,
      q,
      matrix.inputs,
      scale,
      matrix.weights,
      matrix.scale,
      matrix.bias,
      n,
      matrix.inputs,
      matrix.outputs,
      false,
    );
    ws.release(mark);
    this.waiting = [];
  }

  private vector(form: string, first: boolean): Float32Array {
    const { word, gram, shape } = this.tables;
    const { grams, shapes } = this.counts;
    const vector = new Float32Array(this.matrix.inputs);
    const normal = normalForm(form);
    word.add(this.known.get(normal) ?? 0, vector, 0);
    const buckets = gramBuckets(normal, grams);
    for (const bucket of buckets) gram.add(bucket, vector, word.cols);
    const scale = 1 / Math.sqrt(buckets.length);
    for (let j = 0; j < gram.cols; j++) vector[word.cols + j]! *= scale;
    shape.add(hashText(shapeOf(form) + (first ? '^' : '')) % shapes, vector, word.cols + gram.cols);
    return vector;
  }
}
