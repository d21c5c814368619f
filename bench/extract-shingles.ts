/**
 * Word-shingle F1 of extracted article bodies, as the authors of the article extraction benchmark define it
 * (github.com/scrapinghub/article-extraction-benchmark, evaluate.py): shingles of four words counted as a multiset,
 * each page's counts normalised, precision and recall averaged over pages, F1 of the two means.
 */

export interface ShingleScore {
  f1: number;
  precision: number;
  recall: number;
}

interface Counts {
  hit: number;
  extra: number;
  missed: number;
}

export function scoreBodies(pairs: readonly { truth: string; predicted: string }[]): ShingleScore {
  const pages = pairs.map(({ truth, predicted }) => compare(shingles(truth), shingles(predicted)));
  const precision = mean(
    pages.filter(({ hit, extra }) => hit + extra > 0).map(({ hit, extra }) => hit / (hit + extra)),
  );
  const recall = mean(
    pages.filter(({ hit, missed }) => hit + missed > 0).map(({ hit, missed }) => hit / (hit + missed)),
  );
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { f1, precision, recall };
}

function compare(truth: ReadonlyMap<string, number>, predicted: ReadonlyMap<string, number>): Counts {
  const counts: Counts = { hit: 0, extra: 0, missed: 0 };
  for (const shingle of new Set([...truth.keys(), ...predicted.keys()])) {
    const expected = truth.get(shingle) ?? 0;
    const found = predicted.get(shingle) ?? 0;
    counts.hit += Math.min(expected, found);
    counts.extra += Math.max(0, found - expected);
    counts.missed += Math.max(0, expected - found);
  }
  return counts;
}

/** Python's `\w+`: letters, digits and underscore, no combining marks. A text of under four words is one shingle. */
export function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const shingle = words.slice(at, at + 4).join(' ');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
