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

export class Chain {
  readonly labels: number;
  readonly grammar: BilouGrammar;
  readonly transitions: Float32Array;
  readonly types: readonly string[];
  private readonly marginals: Marginals;
  private readonly weights: ChainWeights;
  /** Where the entries of each key begin. */
  private readonly starts: Int32Array;
  /** Place of a key + 1 by its hash, open addressing. */
  private readonly slots: Int32Array;
  private readonly mask: number;

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
    this.slots = new Int32Array(size);
    for (let i = 0; i < keys.length; i++) {
      let slot = keys[i]! & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = i + 1;
    }
  }

  /** Scores of the labels of each word, [words, labels]. */
  scores({ hashes, ends }: SentenceFeatures): Float32Array {
    const { labels, slots, mask, starts } = this;
    const { keys, labels: labelOf, values } = this.weights;
    const sums = new Int32Array(ends.length * labels);
    let at = 0;
    for (let t = 0; t < ends.length; t++) {
      const row = t * labels;
      for (; at < ends[t]!; at++) {
        const hash = hashes[at]!;
        let slot = hash & mask;
        let found = slots[slot]!;
        while (found !== 0 && keys[found - 1] !== hash) {
          slot = (slot + 1) & mask;
          found = slots[slot]!;
        }
        if (found === 0) continue;
        for (let e = starts[found - 1]!; e < starts[found]!; e++) sums[row + labelOf[e]!]! += values[e]!;
      }
    }
    return Float32Array.from(sums, (sum) => sum / WEIGHT_UNIT);
  }

  /** The spans of a sentence from the scores of its words. */
  spans(scores: Float32Array, words: number, transitions = this.transitions): SureSpan[] {
    return sureSpans(scores, words, transitions, this.grammar, this.marginals);
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
