/** Reprint pairs of ECB+ against the sure ends of a silver list: copies (half or more in common), and independent texts. */

import type { Report } from '../../src/6-reconcile/report.ts';
import { ReprintIndex } from '../../src/6-reconcile/reprints/reprint-index.ts';
import { corpus, jsonLines } from '../corpora.ts';
import type { Figures } from '../figures.ts';

interface Pair {
  a: string;
  b: string;
  silver: 'reprint' | 'partial' | 'independent';
}

export function reprintFigures(
  documents: readonly { id: string; text: string; url: string | null }[],
): Figures {
  const index = new ReprintIndex();
  for (const { id, text, url } of documents) index.add(bare(id, text, url));
  const whole = new Set<string>();
  for (const { id } of documents)
    for (const { document, overlap } of index.overlaps(id))
      if (overlap.extent === 'whole') whole.add(`${id} ${document}`);
  const count = { right: 0, wrong: 0, missed: 0 };
  for (const { a, b, silver } of jsonLines<Pair>(corpus('corpora/ecbplus/neardup-silver.jsonl'))) {
    const found = whole.has(`${a} ${b}`);
    if (silver === 'reprint' && found) count.right++;
    if (silver === 'reprint' && !found) count.missed++;
    if (silver === 'independent' && found) count.wrong++;
  }
  return {
    'reprints.precision': count.right / (count.right + count.wrong),
    'reprints.recall': count.right / (count.right + count.missed),
  };
}

const bare = (document: string, text: string, url: string | null): Report => ({
  document,
  title: null,
  byline: null,
  publisher: null,
  url,
  published: null,
  modified: null,
  credits: [],
  text,
  furniture: [],
  read: true,
  claims: [],
});
