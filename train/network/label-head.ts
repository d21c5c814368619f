/** A label for each row: a hidden layer and a softmax. */
import type { Workspace } from '../../src/3-read/language/network/kernels.ts';
import { Dense } from './dense.ts';
import type { Parameters } from './parameters.ts';
import type { Random } from './random.ts';

/** Rounds up to a multiple of 8, as the kernels want it. */
export const pad8 = (n: number) => (n + 7) & ~7;

export class LabelHead {
  readonly hidden: Dense;
  readonly out: Dense;
  readonly width: number;
  private scores = 0;

  readonly ws: Workspace;
  readonly labels: number;

  constructor(
    ws: Workspace,
    inputs: number,
    hidden: number,
    labels: number,
    name: string,
    parameters: Parameters,
    random: Random,
  ) {
    this.ws = ws;
    this.labels = labels;
    this.width = pad8(labels);
    this.hidden = new Dense(ws, inputs, hidden, true, `${name}.hidden`, parameters, random);
    this.out = new Dense(ws, hidden, this.width, false, `${name}.out`, parameters, random);
  }

  /** Scores [rows, width]; columns from `labels` on mean nothing. */
  forward(x: number, rows: number, dropout: number): number {
    this.scores = this.out.forward(this.hidden.forward(x, rows, dropout), rows, 0);
    return this.scores;
  }

  /** Cross entropy against gold (-1 = no label); the scores become their gradient, times `weight`. Returns summed loss. */
  loss(gold: Int32Array, weight: number): number {
    const { ws, width, labels, scores } = this;
    ws.k.softmaxRows(scores, width, gold.length, labels);
    const f = ws.view(scores, gold.length * width);
    let loss = 0;
    for (let r = 0; r < gold.length; r++) {
      const row = f.subarray(r * width, (r + 1) * width);
      const y = gold[r]!;
      if (y < 0) {
        row.fill(0);
        continue;
      }
      loss -= Math.log(Math.max(row[y]!, 1e-12));
      row[y]! -= 1;
      for (let j = 0; j < width; j++) row[j]! *= weight;
    }
    return loss;
  }

  /** Takes the gradient left in the scores back to dx[rows, inputs]. */
  backward(dx: number, rows: number): void {
    const dHidden = this.ws.zeros(rows * this.hidden.outputs);
    this.out.backward(this.scores, dHidden);
    this.hidden.backward(dHidden, dx);
  }
}
