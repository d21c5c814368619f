/**
 * Trains a linear chain over BILOU labels with sparse features by its likelihood: Adagrad (Duchi et al. 2011), features left
 * out at random, the mean of the weights of the last rounds, then only the heaviest weights, in eight bits.
 */
import type { SentenceFeatures } from '../../src/3-read/language/names/chain.ts';
import { type ChainWeights, WEIGHT_UNIT } from '../../src/3-read/language/names/chain-file.ts';
import { Marginals } from '../../src/3-read/language/names/marginals.ts';
import { bilouLabels } from '../../src/3-read/language/network/names-viterbi.ts';
import { Random } from '../network/random.ts';

export interface ChainExample {
  features: SentenceFeatures;
  /** Labels that the annotation allows, [words, labels] of 0 and 1. */
  allowed: Uint8Array;
  weight: number;
}

export interface ChainPlan {
  seed: number;
  rounds: number;
  /** The mean is taken over so many rounds at the end. */
  settled: number;
  rate: number;
  /** Share of features left out at each word. */
  dropout: number;
  /** Features seen less often are not learnt. */
  seenMin: number;
  /** Weights kept. */
  entries: number;
}

/** Gradients smaller than this are passed over. */
const LEAST = 1e-4;

export function trainChain(
  name: string,
  types: readonly string[],
  examples: readonly ChainExample[],
  plan: ChainPlan,
  log: (line: string) => void,
): ChainWeights {
  const labels = bilouLabels(types.length);
  const { keys, rows } = numbered(examples, plan.seenMin);
  const weights = new Float32Array(keys.length * labels);
  const squares = new Float32Array(keys.length * labels).fill(1);
  const mean = new Float64Array(keys.length * labels);
  const transitions = new Float64Array(labels * labels);
  const transitionSquares = new Float64Array(labels * labels).fill(1);
  const transitionMean = new Float64Array(labels * labels);
  const free = new Marginals(types.length);
  const held = new Marginals(types.length);
  const random = new Random(plan.seed);
  const order = examples.map((_, i) => i);
  for (let round = 0; round < plan.rounds; round++) {
    random.shuffle(order);
    const rate = plan.rate * (1 - (0.8 * round) / plan.rounds);
    let loss = 0;
    for (const e of order) {
      const { allowed, features, weight } = examples[e]!;
      const { ends } = features;
      const n = ends.length;
      const own = rows[e]!;
      const kept: Int32Array[] = [];
      const scores = new Float64Array(n * labels);
      for (let t = 0; t < n; t++) {
        const here = own
          .subarray(t === 0 ? 0 : ends[t - 1]!, ends[t]!)
          .filter((row) => row >= 0 && random.next() >= plan.dropout);
        kept.push(here);
        for (const row of here)
          for (let y = 0; y < labels; y++) scores[t * labels + y]! += weights[row * labels + y]!;
      }
      free.of(scores, n, transitions, null);
      if (!held.of(scores, n, transitions, allowed)) continue;
      loss += free.logSum - held.logSum;
      for (let t = 0; t < n; t++)
        for (let y = 0; y < labels; y++) {
          const g = weight * (free.single[t * labels + y]! - held.single[t * labels + y]!);
          if (Math.abs(g) < LEAST) continue;
          for (const row of kept[t]!) {
            const w = row * labels + y;
            squares[w]! += g * g;
            weights[w]! -= (rate * g) / Math.sqrt(squares[w]!);
          }
        }
      for (let i = 0; i < labels * labels; i++) {
        const g = weight * (free.pairs[i]! - held.pairs[i]!);
        if (g === 0) continue;
        transitionSquares[i]! += g * g;
        transitions[i]! -= (rate * g) / Math.sqrt(transitionSquares[i]!);
      }
    }
    if (round >= plan.rounds - plan.settled) {
      for (let i = 0; i < weights.length; i++) mean[i]! += weights[i]! / plan.settled;
      for (let i = 0; i < transitions.length; i++) transitionMean[i]! += transitions[i]! / plan.settled;
    }
    log(`${name}, round ${round + 1}: loss a sentence ${(loss / examples.length).toFixed(4)}`);
  }
  return {
    name,
    types,
    ...heaviest(keys, mean, labels, plan.entries),
    transitions: Int8Array.from(transitionMean, whole),
  };
}

const whole = (w: number) => Math.max(-127, Math.min(127, Math.round(w * WEIGHT_UNIT)));

/** The features seen often enough, in rising order, and for each example the place of each of its features, or -1. */
function numbered(examples: readonly ChainExample[], seenMin: number) {
  const seen = new Map<number, number>();
  for (const { features } of examples)
    for (const hash of features.hashes) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const keys = Uint32Array.from(
    [...seen].filter(([, count]) => count >= seenMin).map(([hash]) => hash),
  ).sort();
  const places = new Map([...keys].map((key, i) => [key, i]));
  const rows = examples.map(({ features }) =>
    Int32Array.from(features.hashes, (hash) => places.get(hash) ?? -1),
  );
  return { keys, rows };
}

/** The weights that weigh most, as whole numbers by key. */
function heaviest(keys: Uint32Array, weights: Float64Array, labels: number, entries: number) {
  const sizes = weights.map(Math.abs).sort();
  const least = sizes[Math.max(0, sizes.length - entries)] ?? 0;
  const kept = {
    keys: [] as number[],
    counts: [] as number[],
    labels: [] as number[],
    values: [] as number[],
  };
  for (const [i, key] of keys.entries()) {
    let count = 0;
    for (let y = 0; y < labels; y++) {
      const w = weights[i * labels + y]!;
      if (Math.abs(w) < least || whole(w) === 0) continue;
      kept.labels.push(y);
      kept.values.push(whole(w));
      count++;
    }
    if (count === 0) continue;
    kept.keys.push(key);
    kept.counts.push(count);
  }
  return {
    keys: Uint32Array.from(kept.keys),
    counts: Uint8Array.from(kept.counts),
    labels: Uint8Array.from(kept.labels),
    values: Int8Array.from(kept.values),
  };
}
