/** How likely each label and each pair of neighbours is in a chain (forward and backward sums, scaled at each word). */
import { BilouGrammar } from '../network/names-viterbi.ts';

export class Marginals {
  /** Log of the sum over all legal chains that are allowed. */
  logSum = 0;
  /** [words, labels] */
  single = new Float64Array(0);
  /** Expected counts, [labels, labels]. */
  readonly pairs: Float64Array;
  private readonly grammar: BilouGrammar;
  private readonly step: Float64Array;

  constructor(types: number) {
    this.grammar = new BilouGrammar(types);
    this.pairs = new Float64Array(this.grammar.labels ** 2);
    this.step = new Float64Array(this.grammar.labels ** 2);
  }

  /** Works them out; false where no legal chain is allowed. */
  of(
    scores: Float64Array | Float32Array,
    n: number,
    transitions: Float64Array | Float32Array,
    allowed: Uint8Array | null,
  ): boolean {
    const { grammar, step, pairs } = this;
    const { labels, before } = grammar;
    for (let i = 0; i < step.length; i++) step[i] = Math.exp(transitions[i]!);
    pairs.fill(0);
    this.logSum = 0;
    const own = new Float64Array(n * labels);
    for (let t = 0; t < n; t++) {
      let top = -1e30;
      const row = t * labels;
      for (let y = 0; y < labels; y++)
        if (this.isOpen(t, n, y, allowed) && scores[row + y]! > top) top = scores[row + y]!;
      for (let y = 0; y < labels; y++)
        if (this.isOpen(t, n, y, allowed)) own[row + y] = Math.exp(scores[row + y]! - top);
      this.logSum += top;
    }
    const forward = new Float64Array(n * labels);
    const scale = new Float64Array(n);
    for (let t = 0; t < n; t++) {
      let sum = 0;
      for (let y = 0; y < labels; y++) {
        const e = own[t * labels + y]!;
        if (e === 0) continue;
        let from = t === 0 ? 1 : 0;
        if (t > 0) {
          const list = before[y]!;
          const row = (t - 1) * labels;
          for (let i = 0; i < list.length; i++)
            from += forward[row + list[i]!]! * step[list[i]! * labels + y]!;
        }
        forward[t * labels + y] = from * e;
        sum += from * e;
      }
      if (!(sum > 0)) return false;
      scale[t] = sum;
      this.logSum += Math.log(sum);
      for (let y = 0; y < labels; y++) forward[t * labels + y]! /= sum;
    }
    const backward = new Float64Array(n * labels).fill(1, (n - 1) * labels);
    for (let t = n - 2; t >= 0; t--)
      for (let b = 0; b < labels; b++) {
        const behind = (own[(t + 1) * labels + b]! * backward[(t + 1) * labels + b]!) / scale[t + 1]!;
        if (behind === 0) continue;
        const list = before[b]!;
        for (let i = 0; i < list.length; i++) {
          const a = list[i]!;
          const q = step[a * labels + b]! * behind;
          backward[t * labels + a]! += q;
          pairs[a * labels + b]! += forward[t * labels + a]! * q;
        }
      }
    this.single = forward;
    for (let i = 0; i < forward.length; i++) forward[i]! *= backward[i]!;
    return true;
  }

  private isOpen(t: number, n: number, y: number, allowed: Uint8Array | null): boolean {
    const { grammar } = this;
    if (allowed && allowed[t * grammar.labels + y] !== 1) return false;
    return (t > 0 || grammar.first[y] === 1) && (t < n - 1 || grammar.last[y] === 1);
  }
}
