/** Counts how often words stand in general English, for telling rare words from common ones when reports are compared. */
import { stem } from '../src/6-reconcile/words/en/stem.ts';
import { wordsOf } from '../src/6-reconcile/words/words-of.ts';
import type { TreebankSentence } from './corpora/conllu.ts';

const MIN_COUNT = 4;

/** The frequencies as the lines of their file: the total under `*`, then stems by count. */
export function countWords(sentences: readonly TreebankSentence[]): string[] {
  const counts = new Map<string, number>();
  let total = 0;
  for (const sentence of sentences) {
    for (const { text } of wordsOf(sentence.text)) {
      const key = stem(text);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      total++;
    }
  }
  const rows = [...counts]
    .filter(([, count]) => count >= MIN_COUNT)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [
    '# Stems of English words with how often they stand in UD English EWT and GUM (training parts; CC BY-SA 4.0).',
    `*\t${total}`,
    ...rows.map(([word, count]) => `${word}\t${count}`),
  ];
}
