/**
 * Heads and relations. Arcs: deep biaffine attention (Dozat & Manning 2017), each word choosing its head by a softmax
 * over the words of its sentence and the root. Relations: an additive hidden layer over the word and its head.
 */
import type { Workspace } from '../../src/3-read/language/network/kernels.ts';
import { Dense } from './dense.ts';
import { outerProduct } from './encoder.ts';
import { pad8 } from './label-head.ts';
import type { Parameter, Parameters } from './parameters.ts';
import type { Random } from './random.ts';

export interface TreeShape {
  arc: number;
  rel: number;
  rels: number;
}

export class TreeHead {
  readonly arcDep: Dense;
  readonly arcHead: Dense;
  readonly bilinear: Parameter;
  readonly prior: Parameter;
  readonly root: Parameter;
  readonly relDep: Dense;
  readonly relHead: Dense;
  readonly relRoot: Parameter;
  readonly relOut: Dense;
  readonly relWidth: number;
  private lengths: number[] = [];
  private starts: number[] = [];
  private rows = 0;
  private dep = 0;
  private head = 0;
  private queries = 0;
  private rd = 0;
  private rh = 0;
  /** Per sentence: attention [n, pad8(n+1)] and candidate heads [n+1, arc]. */
  private scores: number[] = [];
  private candidates: number[] = [];

  readonly ws: Workspace;
  readonly shape: TreeShape;

  constructor(ws: Workspace, inputs: number, shape: TreeShape, parameters: Parameters, random: Random) {
    this.ws = ws;
    this.shape = shape;
    const { arc, rel, rels } = shape;
    this.relWidth = pad8(rels);
    this.arcDep = new Dense(ws, inputs, arc, true, 'arc.dep', parameters, random);
    this.arcHead = new Dense(ws, inputs, arc, true, 'arc.head', parameters, random);
    this.bilinear = parameters.add('arc.bilinear', arc, arc, 0.05, random);
    this.prior = parameters.add('arc.prior', 1, arc, 0, random);
    this.root = parameters.add('arc.root', 1, arc, 0.1, random);
    this.relDep = new Dense(ws, inputs, rel, false, 'rel.dep', parameters, random);
    this.relHead = new Dense(ws, inputs, rel, false, 'rel.head', parameters, random);
    this.relRoot = parameters.add('rel.root', 1, rel, 0.1, random);
    this.relOut = new Dense(ws, rel, this.relWidth, false, 'rel.out', parameters, random);
  }

  /** Scores all heads of all sentences; rows of x[rows, inputs] by sentence. */
  forward(x: number, lengths: number[], dropout: number): void {
    const { ws, shape } = this;
    const { arc } = shape;
    this.lengths = lengths;
    this.starts = [];
    this.rows = 0;
    for (const n of lengths) {
      this.starts.push(this.rows);
      this.rows += n;
    }
    const { rows } = this;
    this.dep = this.arcDep.forward(x, rows, dropout);
    this.head = this.arcHead.forward(x, rows, dropout);
    this.rd = this.relDep.forward(x, rows, 0);
    this.rh = this.relHead.forward(x, rows, 0);
    this.queries = ws.zeros(rows * arc);
    ws.k.addBias(this.queries, arc, this.prior.at, rows, arc);
    ws.k.gemm(this.queries, arc, this.dep, arc, this.bilinear.at, arc, rows, arc, arc);
    this.scores = [];
    this.candidates = [];
    for (const [s, n] of lengths.entries()) {
      const width = pad8(n + 1);
      const candidates = ws.zeros((n + 1) * arc);
      const f = ws.f32;
      f.copyWithin(candidates >> 2, this.root.at >> 2, (this.root.at >> 2) + arc);
      const from = (this.head >> 2) + this.starts[s]! * arc;
      f.copyWithin((candidates >> 2) + arc, from, from + n * arc);
      const scores = ws.zeros(n * width);
      const mark = ws.mark();
      const t = ws.zeros(arc * width);
      ws.k.transpose(t, width, candidates, arc, n + 1, arc);
      ws.k.gemm(scores, width, this.queries + this.starts[s]! * arc * 4, arc, t, width, n, arc, width);
      ws.release(mark);
      this.scores.push(scores);
      this.candidates.push(candidates);
    }
  }

  /** Scores of sentence s: head 0 is the root, head i+1 the word i; row stride pad8(n+1). */
  arcScores(s: number): { scores: Float32Array; width: number } {
    const n = this.lengths[s]!;
    const width = pad8(n + 1);
    return { scores: this.ws.view(this.scores[s]!, n * width), width };
  }

  private relHidden = 0;
  private relScores = 0;

  /** Scores [rows, relWidth] of the relations under the given heads (0 root, i+1 the word i of the sentence; -1 none). */
  relations(heads: Int32Array): number {
    const { ws, shape } = this;
    const { rel } = shape;
    this.relHidden = ws.alloc(this.rows * rel);
    const f = ws.f32;
    for (const [s, n] of this.lengths.entries()) {
      for (let i = 0; i < n; i++) {
        const row = this.starts[s]! + i;
        const h = Math.max(heads[row]!, 0);
        const from = h === 0 ? this.relRoot.at >> 2 : (this.rh >> 2) + (this.starts[s]! + h - 1) * rel;
        const to = (this.relHidden >> 2) + row * rel;
        const d = (this.rd >> 2) + row * rel;
        for (let j = 0; j < rel; j++) {
          const z = f[d + j]! + f[from + j]!;
          f[to + j] = z > 0 ? z : 0.1 * z;
        }
      }
    }
    this.relScores = this.relOut.forward(this.relHidden, this.rows, 0);
    return this.relScores;
  }

  /** Loss of heads and relations (-1 = no tree known), with all gradients taken back to dx. */
  backward(heads: Int32Array, rels: Int32Array, weight: number, dx: number): { arc: number; rel: number } {
    const relLoss = this.relationsBack(heads, rels, weight, dx);
    const arcLoss = this.arcsBack(heads, weight, dx);
    return { arc: arcLoss, rel: relLoss };
  }

  private relationsBack(heads: Int32Array, rels: Int32Array, weight: number, dx: number): number {
    const { ws, shape, rows } = this;
    const { rel, rels: labels } = shape;
    const scores = this.relations(heads);
    ws.k.softmaxRows(scores, this.relWidth, rows, labels);
    let loss = 0;
    const g = ws.view(scores, rows * this.relWidth);
    for (let r = 0; r < rows; r++) {
      const row = g.subarray(r * this.relWidth, (r + 1) * this.relWidth);
      if (heads[r]! < 0) {
        row.fill(0);
        continue;
      }
      loss -= Math.log(Math.max(row[rels[r]!]!, 1e-12));
      row[rels[r]!]! -= 1;
      for (let j = 0; j < row.length; j++) row[j]! *= weight;
    }
    const dz = ws.zeros(rows * rel);
    this.relOut.backward(scores, dz);
    ws.k.leakyBack(dz, this.relHidden, rows * rel);
    const dHead = ws.zeros(rows * rel);
    const f = ws.f32;
    for (const [s, n] of this.lengths.entries()) {
      for (let i = 0; i < n; i++) {
        const row = this.starts[s]! + i;
        const h = heads[row]!;
        if (h < 0) continue;
        const from = (dz >> 2) + row * rel;
        const to = h === 0 ? this.relRoot.grad >> 2 : (dHead >> 2) + (this.starts[s]! + h - 1) * rel;
        for (let j = 0; j < rel; j++) f[to + j]! += f[from + j]!;
      }
    }
    this.relDep.backward(dz, dx);
    this.relHead.backward(dHead, dx);
    return loss;
  }

  private arcsBack(heads: Int32Array, weight: number, dx: number): number {
    const { ws, shape, rows } = this;
    const { arc } = shape;
    let loss = 0;
    const dQueries = ws.zeros(rows * arc);
    const dHead = ws.zeros(rows * arc);
    for (const [s, n] of this.lengths.entries()) {
      const start = this.starts[s]!;
      if (heads[start]! < 0) continue;
      const width = pad8(n + 1);
      const scores = this.scores[s]!;
      ws.k.softmaxRows(scores, width, n, n + 1);
      const g = ws.view(scores, n * width);
      for (let i = 0; i < n; i++) {
        const gold = heads[start + i]!;
        loss -= Math.log(Math.max(g[i * width + gold]!, 1e-12));
        g[i * width + gold]! -= 1;
        for (let j = 0; j <= n; j++) g[i * width + j]! *= weight;
      }
      const mark = ws.mark();
      ws.k.gemm(dQueries + start * arc * 4, arc, scores, width, this.candidates[s]!, arc, n, n + 1, arc);
      const t = ws.alloc(width * n);
      ws.k.transpose(t, n, scores, width, n, n + 1);
      const dCandidates = ws.zeros((n + 1) * arc);
      ws.k.gemm(dCandidates, arc, t, n, this.queries + start * arc * 4, arc, n + 1, n, arc);
      ws.k.axpy(this.root.grad, dCandidates, 1, arc);
      ws.k.axpy(dHead + start * arc * 4, dCandidates + arc * 4, 1, n * arc);
      ws.release(mark);
    }
    ws.k.sumRows(this.prior.grad, dQueries, arc, rows, arc);
    outerProduct(ws, this.bilinear.grad, this.dep, arc, dQueries, arc, rows);
    const dDep = ws.zeros(rows * arc);
    const mark = ws.mark();
    const t = ws.alloc(arc * arc);
    ws.k.transpose(t, arc, this.bilinear.at, arc, arc, arc);
    ws.k.gemm(dDep, arc, dQueries, arc, t, arc, rows, arc, arc);
    ws.release(mark);
    this.arcDep.backward(dDep, dx);
    this.arcHead.backward(dHead, dx);
    return loss;
  }
}
