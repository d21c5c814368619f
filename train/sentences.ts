/** Trains the sentence boundary model on treebank documents as running text: logistic regression by Adagrad. */
import {
  boundaryFeatures,
  isCandidate,
  lineBreaks,
  SENTENCE_BUCKETS,
  type SentenceModel,
} from '../src/3-read/language/sentences.ts';
import { findWords, type TokenWords } from '../src/3-read/language/tokens.ts';
import type { RawDocument } from './corpora/raw-text.ts';
import { Random } from './network/random.ts';

interface Case {
  features: Int32Array;
  ends: boolean;
}

export function trainSentences(
  documents: RawDocument[],
  tokenWords: TokenWords,
  seed: number,
): SentenceModel {
  const cases = documents.flatMap((document) => casesOf(document, tokenWords));
  const weights = new Float32Array(SENTENCE_BUCKETS);
  const squares = new Float32Array(SENTENCE_BUCKETS).fill(1);
  const random = new Random(seed);
  for (let epoch = 0; epoch < 10; epoch++) {
    random.shuffle(cases);
    for (const { features, ends } of cases) {
      let z = 0;
      for (const f of features) z += weights[f]!;
      const g = 1 / (1 + Math.exp(-z)) - (ends ? 1 : 0);
      for (const f of features) {
        const gf = g + 1e-5 * weights[f]!;
        squares[f]! += gf * gf;
        weights[f]! -= (0.3 * gf) / Math.sqrt(squares[f]!);
      }
    }
  }
  // Two decimals are enough, and make the file the same whatever summed them.
  for (let i = 0; i < weights.length; i++) weights[i] = Math.round(weights[i]! * 100) / 100;
  return { weights };
}

function casesOf(document: RawDocument, tokenWords: TokenWords): Case[] {
  const { text } = document;
  const words = findWords(text, 0, text.length, tokenWords);
  const ends = new Set(document.sentences.map(({ words: w }) => w.at(-1)!.end));
  const cases: Case[] = [];
  for (let i = 0; i + 1 < words.length; i++) {
    if (lineBreaks(text, words[i]!.end, words[i + 1]!.start) > 1 || !isCandidate(text, words, i)) continue;
    cases.push({ features: boundaryFeatures(text, words, i, tokenWords), ends: ends.has(words[i]!.end) });
  }
  return cases;
}
