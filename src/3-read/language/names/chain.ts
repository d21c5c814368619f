/** A linear chain over BILOU labels with hashed sparse features: whole numbers are summed, so that every machine gets the same. */
import {
  BilouGrammar,
  bestLabels,
  bilouLabels,
  type LabelledSpan,
  spansOf,
} from '../network/names-viterbi.ts';
import { type ChainWeights, WEIGHT_UNIT } from './chain-file.ts';
import { Marginals } from './marginals.ts';

/** Features of the words of a sentence, by their hashes: word t has those from `ends[t - 1]` to `ends[t]`. */
export interface SentenceFeatures {
  hashes: Uint32Array;
  ends: Int32Array;
}

const BLOOM_BITS = 21;

export class Chain {
  readonly labels: number;
  readonly grammar: BilouGrammar;
  readonly transitions: Float32Array;
  readonly types: readonly string[];
  private readonly marginals: Marginals;
  private readonly weights: ChainWeights;
  /** Where the entries of each key begin. */
  private readonly starts: Int32Array;
  /** Key and place + 1, side by side, by hash: open addressing. */
  private readonly slots: Uint32Array;
  private readonly mask: number;
  /** A bit for each key by other digits of its hash: most features have no weight, and this tells so from one word. */
  private readonly bloom = new Uint32Array(1 << (BLOOM_BITS - 5));

  constructor(weights: ChainWeights) {
    this.weights = weights;
    this.types = weights.types;
    this.labels = bilouLabels(weights.types.length);
    this.grammar = new BilouGrammar(weights.types.length);
    this.marginals = new Marginals(weights.types.length);
    this.transitions = Float32Array.from(weights.transitions, (w) => w / WEIGHT_UNIT);
    const { keys, counts } = weights;
    this.starts = new Int32Array(keys.length + 1);
    for (let i = 0; i < keys.length; i++) this.starts[i + 1] = this.starts[i]! + counts[i]!;
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Uint32Array(size * 2);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      let slot = key & this.mask;
      while (this.slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.mask;
      this.slots[2 * slot] = key;
      this.slots[2 * slot + 1] = i + 1;
      const bit = key >>> (32 - BLOOM_BITS);
      this.bloom[bit >>> 5]! |= 1 << (bit & 31);
    }
  }

  /** Scores of the labels of each word, [words, labels]. */
  scores({ hashes, ends }: SentenceFeatures): Float32Array {
    const { labels, slots, mask, starts, bloom } = this;
    const { labels: labelOf, values } = this.weights;
    const words = ends.length;
    const scores = new Float32Array(words * labels);
    const sums = new Int32Array(labels);
    let at = 0;
    for (let t = 0; t < words; t++) {
      sums.fill(0);
      const end = ends[t]!;
      for (; at < end; at++) {
        const hash = hashes[at]!;
        const bit = hash >>> (32 - BLOOM_BITS);
        if ((bloom[bit >>> 5]! & (1 << (bit & 31))) === 0) continue;
        let slot = hash & mask;
        let found = slots[2 * slot + 1]!;
        while (found !== 0 && slots[2 * slot] !== hash) {
          slot = (slot + 1) & mask;
          found = slots[2 * slot + 1]!;
        }
        if (found === 0) continue;
        const last = starts[found]!;
        for (let e = starts[found - 1]!; e < last; e++) sums[labelOf[e]!]! += values[e]!;
      }
      const row = t * labels;
      for (let y = 0; y < labels; y++) scores[row + y] = sums[y]! / WEIGHT_UNIT;
    }
    return scores;
  }

  /** The spans of a sentence from the scores of its words. */
  spans(scores: Float32Array, words: number, transitions = this.transitions): SureSpan[] {
    return sureSpans(scores, words, transitions, this.grammar, this.marginals);
  }

  /** The same, with nothing told of how sure they are: that costs as much again. `none` is taken off "outside" in place. */
  bestSpans(scores: Float32Array, words: number, none = 0): LabelledSpan[] {
    if (words === 0) return [];
    for (let t = 0; t < words; t++) scores[t * this.labels]! -= none;
    return spansOf(bestLabels(this.grammar, scores, this.labels, 0, words, this.transitions));
  }
}

export interface SureSpan extends LabelledSpan {
  /** Mean probability of its labels; two decimals. */
  confidence: number;
}

/** The spans of the best legal labels, each with how sure the chain is of it. */
export function sureSpans(
  scores: Float32Array,
  words: number,
  transitions: Float32Array,
  grammar: BilouGrammar,
  marginals: Marginals,
): SureSpan[] {
  if (words === 0) return [];
  const { labels } = grammar;
  const best = bestLabels(grammar, scores, labels, 0, words, transitions);
  const spans = spansOf(best);
  if (spans.length === 0) return [];
  marginals.of(scores, words, transitions, null);
  return spans.map((span) => {
    let sum = 0;
    for (let t = span.first; t <= span.last; t++) sum += marginals.single[t * labels + best[t]!]!;
    return { ...span, confidence: Math.round((100 * sum) / (span.last - span.first + 1)) / 100 };
  });
}
