/** The encoder with its way back: word vectors, then layers of bidirectional LSTM, then rows by sentence. */
import type { Workspace } from '../../src/3-read/language/network/kernels.ts';
import { type Packing, pack, rowOf } from '../../src/3-read/language/network/packing.ts';
import { before, type LstmRun, runLstm } from './lstm.ts';
import type { Parameter, Parameters } from './parameters.ts';
import type { Random } from './random.ts';

/** A sentence as the network takes it. */
export interface EncodedSentence {
  words: Int32Array;
  grams: Int32Array[];
  shapes: Int32Array;
  /** flags[t * flagCount + i] */
  flags: Float32Array;
}

export interface EncoderShape {
  words: number;
  wordDim: number;
  grams: number;
  gramDim: number;
  shapes: number;
  shapeDim: number;
  flags: number;
  hidden: number;
  layers: number;
}

interface Layer {
  inputs: number;
  directions: { input: Parameter; recurrent: Parameter; bias: Parameter }[];
}

interface LayerRun {
  x: number;
  mask: number;
  out: number;
  runs: LstmRun[];
}

export class Encoder {
  readonly word: Parameter;
  readonly gram: Parameter;
  readonly shapeTable: Parameter;
  readonly layers: Layer[] = [];
  readonly inputs: number;
  readonly outputs: number;
  private packing!: Packing;
  private batch: EncodedSentence[] = [];
  private kept: Int32Array[] = [];
  private layerRuns: LayerRun[] = [];
  private x0 = 0;

  readonly ws: Workspace;
  readonly shape: EncoderShape;
  readonly random: Random;

  constructor(ws: Workspace, shape: EncoderShape, parameters: Parameters, random: Random) {
    this.ws = ws;
    this.shape = shape;
    this.random = random;
    const s = shape;
    this.word = parameters.add('word', s.words, s.wordDim, 0.1, random);
    this.gram = parameters.add('gram', s.grams, s.gramDim, 0.1, random);
    this.shapeTable = parameters.add('shape', s.shapes, s.shapeDim, 0.1, random);
    this.inputs = s.wordDim + s.gramDim + s.shapeDim + s.flags;
    this.outputs = 2 * s.hidden;
    for (let l = 0; l < s.layers; l++) {
      const inputs = l === 0 ? this.inputs : this.outputs;
      const directions = [0, 1].map((d) => {
        const input = parameters.matrix(`lstm${l}.${d}.input`, inputs, 4 * s.hidden, random);
        const recurrent = parameters.matrix(`lstm${l}.${d}.recurrent`, s.hidden, 4 * s.hidden, random);
        const bias = parameters.add(`lstm${l}.${d}.bias`, 1, 4 * s.hidden, 0, random);
        ws.view(bias.at, 4 * s.hidden).fill(1, s.hidden, 2 * s.hidden);
        return { input, recurrent, bias };
      });
      this.layers.push({ inputs, directions });
    }
  }

  /** Encodes a batch; returns rows by sentence, [tokens, 2h], with dropout applied. `unknown[w]` is the chance to hide word w. */
  forward(batch: EncodedSentence[], dropout: number, unknown: Float32Array | null): number {
    const { ws, shape } = this;
    this.batch = batch;
    const packing = pack(batch.map((s) => s.words.length));
    this.packing = packing;
    this.x0 = ws.alloc(packing.rows * this.inputs);
    this.kept = batch.map((sentence, s) => this.embed(sentence, s, unknown));
    let x = this.x0;
    let inputs = this.inputs;
    this.layerRuns = [];
    for (const layer of this.layers) {
      const mask = dropout > 0 ? this.lockedMask(inputs, dropout) : 0;
      if (mask) ws.k.mul(x, mask, packing.rows * inputs);
      const out = ws.alloc(packing.rows * this.outputs);
      const runs = layer.directions.map((d, direction) =>
        runLstm(
          ws,
          packing,
          { input: d.input.at, recurrent: d.recurrent.at, bias: d.bias.at },
          x,
          inputs,
          shape.hidden,
          out,
          direction,
        ),
      );
      this.layerRuns.push({ x, mask, out, runs });
      x = out;
      inputs = this.outputs;
    }
    return this.bySentence(x, dropout);
  }

  private embed(sentence: EncodedSentence, s: number, unknown: Float32Array | null): Int32Array {
    const { ws, shape, random } = this;
    const f = ws.f32;
    const words = sentence.words.slice();
    for (let t = 0; t < words.length; t++) {
      if (unknown && random.next() < unknown[words[t]!]!) words[t] = 0;
      let to = (this.x0 >> 2) + rowOf(this.packing, s, t) * this.inputs;
      const w = (this.word.at >> 2) + words[t]! * shape.wordDim;
      f.copyWithin(to, w, w + shape.wordDim);
      to += shape.wordDim;
      const grams = sentence.grams[t]!;
      f.fill(0, to, to + shape.gramDim);
      for (const g of grams) {
        const from = (this.gram.at >> 2) + g * shape.gramDim;
        for (let j = 0; j < shape.gramDim; j++) f[to + j]! += f[from + j]!;
      }
      const scale = 1 / Math.sqrt(grams.length);
      for (let j = 0; j < shape.gramDim; j++) f[to + j]! *= scale;
      to += shape.gramDim;
      const sh = (this.shapeTable.at >> 2) + sentence.shapes[t]! * shape.shapeDim;
      f.copyWithin(to, sh, sh + shape.shapeDim);
      to += shape.shapeDim;
      for (let j = 0; j < shape.flags; j++) f[to + j] = sentence.flags[t * shape.flags + j]!;
    }
    return words;
  }

  /** One mask a sentence, the same at every step (Gal & Ghahramani 2016), spread over the packed rows. */
  private lockedMask(width: number, dropout: number): number {
    const { ws, packing, random } = this;
    const at = ws.alloc(packing.rows * width);
    const f = ws.f32;
    const keep = 1 / (1 - dropout);
    for (let s = 0; s < packing.lengths.length; s++) {
      const first = (at >> 2) + rowOf(packing, s, 0) * width;
      for (let j = 0; j < width; j++) f[first + j] = random.next() < dropout ? 0 : keep;
      for (let t = 1; t < packing.lengths[s]!; t++) {
        f.copyWithin((at >> 2) + rowOf(packing, s, t) * width, first, first + width);
      }
    }
    return at;
  }

  private outMask = 0;

  private bySentence(x: number, dropout: number): number {
    const { ws, packing } = this;
    const width = this.outputs;
    this.outMask = dropout > 0 ? this.lockedMask(width, dropout) : 0;
    if (this.outMask) {
      const masked = ws.alloc(packing.rows * width);
      ws.f32.copyWithin(masked >> 2, x >> 2, (x >> 2) + packing.rows * width);
      ws.k.mul(masked, this.outMask, packing.rows * width);
      x = masked;
    }
    const out = ws.alloc(packing.rows * width);
    const f = ws.f32;
    let to = out >> 2;
    for (let s = 0; s < packing.lengths.length; s++) {
      for (let t = 0; t < packing.lengths[s]!; t++) {
        const from = (x >> 2) + rowOf(packing, s, t) * width;
        f.copyWithin(to, from, from + width);
        to += width;
      }
    }
    return out;
  }

  /** Takes the gradient of `forward`'s rows back into all parameters. */
  backward(dOut: number): void {
    const { ws, packing } = this;
    const width = this.outputs;
    let d = ws.alloc(packing.rows * width);
    let f = ws.f32;
    let from = dOut >> 2;
    for (let s = 0; s < packing.lengths.length; s++) {
      for (let t = 0; t < packing.lengths[s]!; t++) {
        const to = (d >> 2) + rowOf(packing, s, t) * width;
        f.copyWithin(to, from, from + width);
        from += width;
      }
    }
    if (this.outMask) ws.k.mul(d, this.outMask, packing.rows * width);
    for (let l = this.layers.length - 1; l >= 0; l--) {
      const layer = this.layers[l]!;
      const run = this.layerRuns[l]!;
      const dx = ws.zeros(packing.rows * layer.inputs);
      for (const [direction, p] of layer.directions.entries()) {
        this.backDirection(layer.inputs, run, p, direction, d, dx);
      }
      if (run.mask) ws.k.mul(dx, run.mask, packing.rows * layer.inputs);
      d = dx;
    }
    f = ws.f32;
    for (const [s, sentence] of this.batch.entries()) this.embedBack(sentence, s, d, f);
  }

  private backDirection(
    inputs: number,
    run: LayerRun,
    p: { input: Parameter; recurrent: Parameter; bias: Parameter },
    direction: number,
    dOut: number,
    dx: number,
  ): void {
    const { ws, packing, shape } = this;
    const h = shape.hidden;
    const { k } = ws;
    const { gates, cells } = run.runs[direction]!;
    const mark = ws.mark();
    const column = dOut + direction * h * 4;
    const dCells = ws.zeros(packing.rows * h);
    const recurrentT = ws.alloc(4 * h * h);
    k.transpose(recurrentT, h, p.recurrent.at, 4 * h, h, 4 * h);
    const previousOut = ws.zeros(packing.rows * h);
    for (let i = 0; i < packing.steps; i++) {
      const t = direction === 0 ? packing.steps - 1 - i : i;
      const previous = before(packing, t, direction);
      const row = packing.offset[t]!;
      const previousRow = previous.rows > 0 ? packing.offset[previous.t]! : 0;
      const g = gates + row * 4 * h * 4;
      k.lstmStepBack(
        g,
        4 * h,
        cells + previousRow * h * 4,
        previous.rows,
        cells + row * h * 4,
        column + row * 2 * h * 4,
        2 * h,
        dCells + row * h * 4,
        dCells + previousRow * h * 4,
        packing.count[t]!,
        h,
      );
      if (previous.rows > 0) {
        k.gemm(column + previousRow * 2 * h * 4, 2 * h, g, 4 * h, recurrentT, h, previous.rows, 4 * h, h);
        const f = ws.f32;
        for (let r = 0; r < previous.rows; r++) {
          const from = (run.out >> 2) + (previousRow + r) * 2 * h + direction * h;
          f.copyWithin((previousOut >> 2) + (row + r) * h, from, from + h);
        }
      }
    }
    outerProduct(ws, p.recurrent.grad, previousOut, h, gates, 4 * h, packing.rows);
    outerProduct(ws, p.input.grad, run.x, inputs, gates, 4 * h, packing.rows);
    k.sumRows(p.bias.grad, gates, 4 * h, packing.rows, 4 * h);
    const inputT = ws.alloc(4 * h * inputs);
    k.transpose(inputT, inputs, p.input.at, 4 * h, inputs, 4 * h);
    k.gemm(dx, inputs, gates, 4 * h, inputT, inputs, packing.rows, 4 * h, inputs);
    ws.release(mark);
  }

  private embedBack(sentence: EncodedSentence, s: number, d: number, f: Float32Array): void {
    const { shape } = this;
    const words = this.kept[s]!;
    for (let t = 0; t < words.length; t++) {
      let from = (d >> 2) + rowOf(this.packing, s, t) * this.inputs;
      const w = (this.word.grad >> 2) + words[t]! * shape.wordDim;
      for (let j = 0; j < shape.wordDim; j++) f[w + j]! += f[from + j]!;
      from += shape.wordDim;
      const grams = sentence.grams[t]!;
      const scale = 1 / Math.sqrt(grams.length);
      for (const g of grams) {
        const to = (this.gram.grad >> 2) + g * shape.gramDim;
        for (let j = 0; j < shape.gramDim; j++) f[to + j]! += f[from + j]! * scale;
      }
      from += shape.gramDim;
      const sh = (this.shapeTable.grad >> 2) + sentence.shapes[t]! * shape.shapeDim;
      for (let j = 0; j < shape.shapeDim; j++) f[sh + j]! += f[from + j]!;
    }
  }
}

/** w[a,b] += x[rows,a]^T * y[rows,b] */
export function outerProduct(
  ws: Workspace,
  w: number,
  x: number,
  a: number,
  y: number,
  b: number,
  rows: number,
): void {
  const mark = ws.mark();
  const xT = ws.alloc(rows * a);
  ws.k.transpose(xT, rows, x, a, rows, a);
  ws.k.gemm(w, b, xT, rows, y, b, a, rows, b);
  ws.release(mark);
}
