/** Trains the lemma model: endings with their most frequent change, and the words that these get wrong. */
import { ENDING_MAX, type LemmaChange, type LemmaModel, lemmaOf } from '../src/3-read/language/lemmas.ts';
import type { TreebankSentence } from './corpora/conllu.ts';

const changeOf = (form: string, lemma: string): LemmaChange => {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  return { strip: form.length - same, add: lemma.slice(same) };
};

interface Seen {
  xpos: string;
  lower: string;
  lemma: string;
  count: number;
}

/** The lemma model as the lines of its file, sorted. */
export function trainLemmas(sentences: TreebankSentence[]): string[] {
  const seen = mostFrequent(sentences);
  const votes = new Map<string, Map<string, number>>();
  for (const { xpos, lower, lemma } of seen) {
    const key = JSON.stringify(changeOf(lower, lemma.toLowerCase()));
    for (let n = 0; n <= Math.min(ENDING_MAX, lower.length - 1); n++) {
      const at = `${xpos} ${n === 0 ? '' : lower.slice(-n)}`;
      const v = votes.get(at) ?? new Map<string, number>();
      v.set(key, (v.get(key) ?? 0) + 1);
      votes.set(at, v);
    }
  }
  const model: LemmaModel = { exceptions: new Map(), endings: new Map() };
  // Short endings first: a longer one is kept only where it says something else, with two words behind it.
  for (const at of [...votes.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const [best, count] = [...votes.get(at)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
    const change = JSON.parse(best) as LemmaChange;
    const [xpos, ending] = at.split(' ') as [string, string];
    const shorter = shorterChange(model, xpos, ending);
    if (shorter && shorter.strip === change.strip && shorter.add === change.add) continue;
    if (ending && count < 2) continue;
    model.endings.set(at, change);
  }
  for (const { xpos, lower, lemma } of seen) {
    if (lemmaOf(lower, xpos, model) !== lemma) model.exceptions.set(`${xpos} ${lower}`, lemma);
  }
  const line = (kind: string, key: string, rest: string) => `${kind}\t${key.replace(' ', '\t')}\t${rest}`;
  return [
    ...[...model.exceptions].map(([key, lemma]) => line('x', key, lemma)),
    ...[...model.endings].map(([key, { strip, add }]) => line('e', key, `${strip}\t${add}`)),
  ].sort();
}

function shorterChange(model: LemmaModel, xpos: string, ending: string): LemmaChange | undefined {
  for (let n = ending.length - 1; n >= 0; n--) {
    const change = model.endings.get(`${xpos} ${n === 0 ? '' : ending.slice(-n)}`);
    if (change) return change;
  }
  return undefined;
}

/** One lemma for each (tag, lower-cased form): the most frequent, ties to the first in order. */
function mostFrequent(sentences: TreebankSentence[]): Seen[] {
  const counts = new Map<string, number>();
  for (const s of sentences) {
    for (const [i, form] of s.forms.entries()) {
      const lemma = s.lemmas[i]!;
      if (lemma === '_' || s.xpos[i] === 'NNP' || s.xpos[i] === 'ADD' || s.xpos[i] === 'CD') continue;
      const key = `${s.xpos[i]}\t${form.toLowerCase()}\t${lemma}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const best = new Map<string, Seen>();
  for (const [key, count] of [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const [xpos, lower, lemma] = key.split('\t') as [string, string, string];
    const at = `${xpos}\t${lower}`;
    if (count > (best.get(at)?.count ?? 0)) best.set(at, { xpos, lower, lemma, count });
  }
  return [...best.values()];
}
