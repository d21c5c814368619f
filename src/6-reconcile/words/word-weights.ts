/**
 * How much a word tells: little when it stands in most texts, much when it is rare. The frequencies are fixed with the
 * package and not counted in the ledger, so that a new report never changes how older ones compare.
 */

import { stem } from './en/stem.ts';
import { hashText } from './hash.ts';
import { wordsOf } from './words-of.ts';

/** Words that a report has, about: a word expected once in each of them tells nothing. */
const REPORT_WORDS = 300;
const MOST = 7;

export class WordWeights {
  readonly #counts: ReadonlyMap<string, number>;
  readonly #total: number;

  /** @param file lines of `stem TAB count`, the first with the total under the stem `*` */
  constructor(file: string) {
    const rows = file
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t') as [string, string]);
    this.#counts = new Map(rows.map(([word, count]) => [word, Number(count)]));
    this.#total = this.#counts.get('*') ?? 1;
  }

  /** 0 for words of any text, up to 7. */
  weight(word: string): number {
    if (word.length < 2) return 0;
    const count = this.#counts.get(word) ?? 0.5;
    return Math.min(MOST, Math.max(0, Math.log(this.#total / (count * REPORT_WORDS))));
  }

  /** The words of a text that weigh anything, as they stand in vectors. */
  hashes(text: string): number[] {
    return wordsOf(text)
      .map((word) => stem(word.text))
      .filter((word) => this.weight(word) > 0)
      .map((word) => hashText(word));
  }

  /** The words of a text with their weights. */
  vector(text: string): WordVector {
    const counts = new Map<string, number>();
    for (const word of wordsOf(text)) {
      const key = stem(word.text);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const entries: [number, number][] = [];
    for (const [word, count] of counts) {
      const weight = this.weight(word);
      if (weight > 0) entries.push([hashText(word), weight * (1 + Math.log(count))]);
    }
    return toVector(entries);
  }
}

/** Word hashes in order with weights, of length 1 together. */
export interface WordVector {
  words: Uint32Array;
  weights: Float32Array;
}

function toVector(entries: [number, number][]): WordVector {
  entries.sort((a, b) => a[0] - b[0]);
  const length = Math.sqrt(entries.reduce((sum, [, w]) => sum + w * w, 0)) || 1;
  return {
    words: Uint32Array.from(entries, ([word]) => word),
    weights: Float32Array.from(entries, ([, w]) => w / length),
  };
}

/** Whether all these words stand in a vector. */
export function holdsAll({ words }: WordVector, wanted: readonly number[]): boolean {
  return wanted.length > 0 && wanted.every((word) => has(words, word));
}

function has(words: Uint32Array, word: number): boolean {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return words[low] === word;
}

/** Cosine of two vectors, 0 to 1. */
export function cosine(a: WordVector, b: WordVector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.words.length && j < b.words.length; ) {
    const x = a.words[i]!;
    const y = b.words[j]!;
    if (x === y) sum += a.weights[i++]! * b.weights[j++]!;
    else if (x < y) i++;
    else j++;
  }
  return sum;
}

/** The heaviest words of a vector, heaviest first. */
export function heaviest({ words, weights }: WordVector, count: number): number[] {
  return [...words.keys()]
    .sort((a, b) => weights[b]! - weights[a]! || words[a]! - words[b]!)
    .slice(0, count)
    .map((i) => words[i]!);
}
