/** The baseline: whole texts as TF-IDF vectors, average link at a similarity of .20. No claims, no dates, no places. */
import { averageLink } from '../../src/6-reconcile/incidents/average-link.ts';
import { wordsOf } from '../../src/6-reconcile/words/words-of.ts';

const THRESHOLD = 0.2;

/** Group labels of the texts, in order. */
export function tfidfGroups(texts: readonly string[], threshold = THRESHOLD): string[] {
  const counted = texts.map((text) => {
    const counts = new Map<string, number>();
    for (const word of wordsOf(text)) counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
    return counts;
  });
  const frequency = new Map<string, number>();
  for (const counts of counted)
    for (const word of counts.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const vectors = counted.map((counts) => {
    const weights = new Map(
      [...counts].map(([word, n]) => [
        word,
        (1 + Math.log(n)) * Math.log(texts.length / frequency.get(word)!),
      ]),
    );
    const length = Math.sqrt([...weights.values()].reduce((sum, w) => sum + w * w, 0)) || 1;
    return new Map([...weights].map(([word, w]) => [word, w / length]));
  });
  const similarity = (a: number, b: number) => {
    let sum = 0;
    for (const [word, weight] of vectors[a]!) sum += weight * (vectors[b]!.get(word) ?? 0);
    return sum;
  };
  const labels: string[] = [];
  for (const [label, group] of averageLink(texts.length, similarity, threshold).entries())
    for (const member of group) labels[member] = String(label);
  return labels;
}
