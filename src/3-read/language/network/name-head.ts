/** Scores of BILOU labels for the words; the names are made of them where they are found (names/). */
import { denseLayer, overEncoded, overRows } from './dense.ts';
import type { Workspace } from './kernels.ts';
import type { ModelFile } from './model-file.ts';
import { bilouLabels } from './names-viterbi.ts';
import { type PackedMatrix, UNIT } from './packed-matrix.ts';

export class NameHead {
  /** What a label adds behind another, [labels, labels]. */
  readonly transitions: Float32Array;
  private readonly ws: Workspace;
  private readonly hidden: PackedMatrix;
  private readonly out: PackedMatrix;
  private readonly labels: number;

  constructor(ws: Workspace, file: ModelFile, name: string, types: number) {
    this.ws = ws;
    this.labels = bilouLabels(types);
    this.hidden = denseLayer(ws, file, `${name}.hidden`, UNIT);
    this.out = denseLayer(ws, file, `${name}.out`, 1);
    const { data, cols } = file.matrix(`${name}.transitions`);
    this.transitions = new Float32Array(this.labels * this.labels);
    for (let a = 0; a < this.labels; a++)
      this.transitions.set(data.subarray(a * cols, a * cols + this.labels), a * this.labels);
  }

  /** For each sentence the scores of the labels of its words, [words, labels]. */
  scores(x: number, lengths: readonly number[], rows: number): Float32Array[] {
    const { ws, labels } = this;
    const width = this.out.outputs;
    const at = overRows(ws, this.out, overEncoded(ws, this.hidden, x, rows, true), rows);
    const scores = ws.view(at, rows * width);
    let row = 0;
    return lengths.map((n) => {
      const own = new Float32Array(n * labels);
      for (let t = 0; t < n; t++, row++)
        own.set(scores.subarray(row * width, row * width + labels), t * labels);
      return own;
    });
  }
}
