/** A fully connected layer with leaky ReLU and dropout, and its way back. */
import type { Workspace } from '../../src/3-read/language/network/kernels.ts';
import { outerProduct } from './encoder.ts';
import type { Parameter, Parameters } from './parameters.ts';
import type { Random } from './random.ts';

export class Dense {
  readonly weights: Parameter;
  readonly bias: Parameter;
  private x = 0;
  private y = 0;
  private mask = 0;
  private rows = 0;

  readonly ws: Workspace;
  readonly inputs: number;
  readonly outputs: number;
  readonly active: boolean;
  readonly random: Random;

  constructor(
    ws: Workspace,
    inputs: number,
    outputs: number,
    active: boolean,
    name: string,
    parameters: Parameters,
    random: Random,
  ) {
    this.ws = ws;
    this.inputs = inputs;
    this.outputs = outputs;
    this.active = active;
    this.random = random;
    this.weights = parameters.matrix(`${name}.weights`, inputs, outputs, random);
    this.bias = parameters.add(`${name}.bias`, 1, outputs, 0, random);
  }

  /** y[rows, outputs] from x[rows, inputs]. */
  forward(x: number, rows: number, dropout: number): number {
    const { ws, inputs, outputs } = this;
    this.x = x;
    this.rows = rows;
    this.y = ws.zeros(rows * outputs);
    ws.k.addBias(this.y, outputs, this.bias.at, rows, outputs);
    ws.k.gemm(this.y, outputs, x, inputs, this.weights.at, outputs, rows, inputs, outputs);
    if (this.active) ws.k.leaky(this.y, rows * outputs);
    this.mask = 0;
    if (this.active && dropout > 0) {
      this.mask = ws.alloc(rows * outputs);
      const m = ws.view(this.mask, rows * outputs);
      const keep = 1 / (1 - dropout);
      for (let i = 0; i < m.length; i++) m[i] = this.random.next() < dropout ? 0 : keep;
      ws.k.mul(this.y, this.mask, rows * outputs);
    }
    return this.y;
  }

  /** dy[rows, outputs] is overwritten; adds to dx[rows, inputs]. */
  backward(dy: number, dx: number): void {
    const { ws, inputs, outputs, rows } = this;
    if (this.mask) ws.k.mul(dy, this.mask, rows * outputs);
    if (this.active) ws.k.leakyBack(dy, this.y, rows * outputs);
    outerProduct(ws, this.weights.grad, this.x, inputs, dy, outputs, rows);
    ws.k.sumRows(this.bias.grad, dy, outputs, rows, outputs);
    const mark = ws.mark();
    const wT = ws.alloc(inputs * outputs);
    ws.k.transpose(wT, inputs, this.weights.at, outputs, inputs, outputs);
    ws.k.gemm(dx, inputs, dy, outputs, wT, inputs, rows, outputs, inputs);
    ws.release(mark);
  }
}
