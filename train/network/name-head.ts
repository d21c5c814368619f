/**
 * Names by a linear-chain conditional random field over BILOU labels. A sentence may allow several labels at a word
 * (a coarser annotation, or none): the loss is then the log of the allowed share, so that annotations of different
 * grain train one head.
 */
import type { Workspace } from '../../src/3-read/language/network/kernels.ts';
import { bilouLabels, mayFollow } from '../../src/3-read/language/network/names-viterbi.ts';
import { LabelHead } from './label-head.ts';
import type { Parameter, Parameters } from './parameters.ts';
import type { Random } from './random.ts';

const IMPOSSIBLE = -1e4;

export class NameHead {
  readonly head: LabelHead;
  readonly transitions: Parameter;
  readonly labels: number;
  private readonly legal: Uint8Array;

  readonly ws: Workspace;

  constructor(
    ws: Workspace,
    inputs: number,
    hidden: number,
    types: number,
    name: string,
    parameters: Parameters,
    random: Random,
  ) {
    this.ws = ws;
    this.labels = bilouLabels(types);
    this.head = new LabelHead(ws, inputs, hidden, this.labels, name, parameters, random);
    this.transitions = parameters.add(`${name}.transitions`, this.head.width, this.head.width, 0, random);
    this.legal = new Uint8Array(this.labels * this.labels);
    for (let a = 0; a < this.labels; a++)
      for (let b = 0; b < this.labels; b++) this.legal[a * this.labels + b] = mayFollow(a, b) ? 1 : 0;
  }

  /** Loss over the sentences (allowed: [n, labels] of 0/1, or null for none known); leaves gradients in the scores. */
  loss(scoresAt: number, lengths: number[], allowed: (Uint8Array | null)[], weight: number): number {
    const { ws, labels } = this;
    const { width } = this.head;
    let start = 0;
    let loss = 0;
    for (const [s, n] of lengths.entries()) {
      const scores = ws.view(scoresAt + start * width * 4, n * width);
      const allow = allowed[s];
      start += n;
      if (!allow) {
        scores.fill(0);
        continue;
      }
      const free = this.marginals(scores, n, null);
      const held = this.marginals(scores, n, allow);
      loss += free.logZ - held.logZ;
      const grad = ws.view(this.transitions.grad, width * width);
      for (let i = 0; i < labels * labels; i++) {
        const a = Math.floor(i / labels);
        grad[a * width + (i % labels)]! += weight * (free.pairs[i]! - held.pairs[i]!);
      }
      for (let t = 0; t < n; t++) {
        for (let y = 0; y < width; y++) {
          scores[t * width + y] =
            y < labels ? weight * (free.single[t * labels + y]! - held.single[t * labels + y]!) : 0;
        }
      }
    }
    return loss;
  }

  private marginals(scores: Float32Array, n: number, allow: Uint8Array | null) {
    const { labels, legal } = this;
    const { width } = this.head;
    const trans = this.ws.view(this.transitions.at, width * width);
    const alpha = new Float64Array(n * labels).fill(IMPOSSIBLE);
    const beta = new Float64Array(n * labels).fill(IMPOSSIBLE);
    const open = (t: number, y: number) => !allow || allow[t * labels + y] === 1;
    const buffer = new Float64Array(labels);
    for (let t = 0; t < n; t++) {
      for (let y = 0; y < labels; y++) {
        if (!open(t, y)) continue;
        if (t === n - 1 && !mayFollow(y, -1)) continue;
        const e = scores[t * width + y]!;
        if (t === 0) {
          if (mayFollow(-1, y)) alpha[y] = e;
          continue;
        }
        for (let a = 0; a < labels; a++) {
          buffer[a] = legal[a * labels + y]
            ? alpha[(t - 1) * labels + a]! + trans[a * width + y]!
            : IMPOSSIBLE;
        }
        alpha[t * labels + y] = e + logSum(buffer);
      }
    }
    for (let t = n - 1; t >= 0; t--) {
      for (let y = 0; y < labels; y++) {
        if (alpha[t * labels + y]! <= IMPOSSIBLE) continue;
        if (t === n - 1) {
          beta[t * labels + y] = 0;
          continue;
        }
        for (let b = 0; b < labels; b++) {
          const next = (t + 1) * labels + b;
          buffer[b] =
            legal[y * labels + b] && alpha[next]! > IMPOSSIBLE
              ? beta[next]! + trans[y * width + b]! + scores[(t + 1) * width + b]!
              : IMPOSSIBLE;
        }
        beta[t * labels + y] = logSum(buffer);
      }
    }
    const logZ = logSum(alpha.subarray((n - 1) * labels));
    const single = new Float64Array(n * labels);
    const pairs = new Float64Array(labels * labels);
    for (let t = 0; t < n; t++) {
      for (let y = 0; y < labels; y++) {
        const p = alpha[t * labels + y]! + beta[t * labels + y]! - logZ;
        single[t * labels + y] = p > -50 ? Math.exp(p) : 0;
        if (t + 1 === n || single[t * labels + y] === 0) continue;
        for (let b = 0; b < labels; b++) {
          if (!legal[y * labels + b]) continue;
          const q =
            alpha[t * labels + y]! +
            trans[y * width + b]! +
            scores[(t + 1) * width + b]! +
            beta[(t + 1) * labels + b]! -
            logZ;
          if (q > -50) pairs[y * labels + b]! += Math.exp(q);
        }
      }
    }
    return { logZ, single, pairs };
  }
}

function logSum(values: Float64Array): number {
  let top = IMPOSSIBLE;
  for (const v of values) if (v > top) top = v;
  if (top <= IMPOSSIBLE) return IMPOSSIBLE;
  let sum = 0;
  for (const v of values) if (v > top - 40) sum += Math.exp(v - top);
  return top + Math.log(sum);
}
