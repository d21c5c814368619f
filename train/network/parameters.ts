/** The network's weights with their gradients and moments, and the optimiser over them. */
import type { Workspace } from '../../src/3-read/language/network/kernels.ts';
import type { Random } from './random.ts';

export interface Parameter {
  name: string;
  rows: number;
  cols: number;
  size: number;
  at: number;
  grad: number;
  moment1: number;
  moment2: number;
  /** Running mean of the weights: what is saved. */
  mean: number;
}

export class Parameters {
  readonly all: Parameter[] = [];
  private updates = 0;
  readonly ws: Workspace;

  constructor(ws: Workspace) {
    this.ws = ws;
  }

  /** A matrix with entries uniform in ±scale (0 = zeros). `rows * cols` must be a multiple of 4. */
  add(name: string, rows: number, cols: number, scale: number, random: Random): Parameter {
    const size = rows * cols;
    if (size % 4) throw new Error(`${name}: ${rows}x${cols} is no multiple of 4`);
    const at = this.ws.zeros(size);
    const parameter: Parameter = {
      name,
      rows,
      cols,
      size,
      at,
      grad: this.ws.zeros(size),
      moment1: this.ws.zeros(size),
      moment2: this.ws.zeros(size),
      mean: this.ws.zeros(size),
    };
    if (scale > 0) {
      const view = this.ws.view(at, size);
      for (let i = 0; i < size; i++) view[i] = (random.next() * 2 - 1) * scale;
    }
    this.all.push(parameter);
    return parameter;
  }

  /** Glorot's uniform bound. */
  matrix(name: string, rows: number, cols: number, random: Random): Parameter {
    return this.add(name, rows, cols, Math.sqrt(6 / (rows + cols)), random);
  }

  /** Adam (Kingma & Ba 2015) with global norm clipping; beta2 .95 as parsers like it fast. Then the running mean. */
  update(rate: number, clip: number): number {
    const { k } = this.ws;
    this.updates++;
    let squares = 0;
    for (const p of this.all) squares += k.sumSquares(p.grad, p.size);
    const norm = Math.sqrt(squares);
    const scale = norm > clip ? clip / norm : 1;
    const b1 = 0.9;
    const b2 = 0.95;
    const corrected = (rate * Math.sqrt(1 - b2 ** this.updates)) / (1 - b1 ** this.updates);
    const keep = Math.max(1 / this.updates, 0.002);
    for (const p of this.all) {
      k.adam(p.at, p.grad, p.moment1, p.moment2, p.size, corrected, b1, b2, 1e-8, scale);
      k.blend(p.mean, p.at, keep, p.size);
    }
    return norm;
  }

  /** Exchanges weights and their running mean: to measure with the mean and go on after. */
  swapMean(): void {
    for (const p of this.all) {
      const w = this.ws.view(p.at, p.size);
      const mean = this.ws.view(p.mean, p.size);
      const copy = w.slice();
      w.set(mean);
      mean.set(copy);
    }
  }

  /** Begins the running mean anew, from the weights as they are. */
  forgetMean(): void {
    this.updates = 0;
    for (const p of this.all) this.ws.view(p.mean, p.size).set(this.ws.view(p.at, p.size));
  }

  /** A copy of weights, moments and means, to go back to. */
  snapshot(): () => void {
    const { updates } = this;
    const places = this.all.flatMap((p) =>
      [p.at, p.moment1, p.moment2, p.mean].map((at) => ({ at, data: this.ws.view(at, p.size).slice() })),
    );
    return () => {
      this.updates = updates;
      for (const { at, data } of places) this.ws.view(at, data.length).set(data);
    };
  }
}
