/**
 * Lemmas by dictionary, then by the longest known ending with its change, both for a Penn tag (trained by
 * train/lemmas.ts on the treebanks). Words unknown in every way are their own lemma.
 */

import { formsOf } from './verb-forms.ts';

/** How a word changes: `strip` characters go from its end, `add` is put there. */
export interface LemmaChange {
  strip: number;
  add: string;
}

export interface LemmaModel {
  /** "TAG form" (lower case) to lemma. */
  exceptions: Map<string, string>;
  /** "TAG ending" to change. */
  endings: Map<string, LemmaChange>;
}

/** Longest ending looked at. */
export const ENDING_MAX = 6;

/**
 * Reads the lemma file: lines "x TAG form lemma" and "e TAG ending strip add", tab-separated. `irregular` has rows of
 * form, tags (comma-separated) and lemma that stand above what was trained; `verbs` are known in their regular forms.
 */
export function parseLemmas(
  tsv: string,
  irregular: readonly string[][] = [],
  verbs: readonly string[] = [],
): LemmaModel {
  const model: LemmaModel = { exceptions: new Map(), endings: new Map() };
  for (const line of tsv.split('\n')) {
    const f = line.split('\t');
    if (f[0] === 'x') model.exceptions.set(`${f[1]} ${f[2]}`, f[3]!);
    else if (f[0] === 'e') model.endings.set(`${f[1]} ${f[2]}`, { strip: Number(f[3]), add: f[4] ?? '' });
  }
  for (const [form, tags, lemma] of irregular) {
    for (const tag of tags!.split(',')) model.exceptions.set(`${tag} ${form}`, lemma!);
  }
  const named = new Set(verbs);
  for (const verb of named) {
    for (const [tag, form] of formsOf(verb))
      if (!named.has(lemmaOf(form, tag, model))) model.exceptions.set(`${tag} ${form}`, verb);
  }
  return model;
}

/** Tags whose words keep their case: names. */
const KEEPS_CASE = new Set(['NNP', 'NNPS', 'ADD']);

export function lemmaOf(form: string, xpos: string, model: LemmaModel): string {
  const keep =
    KEEPS_CASE.has(xpos) ||
    (form.length > 1 && form === form.toUpperCase() && !/^(?:VB|MD|DT|IN|PRP|TO|CC|WP|WDT)/.test(xpos));
  const lower = form.toLowerCase();
  const known = model.exceptions.get(`${xpos} ${lower}`);
  if (known !== undefined) return keep && known.toLowerCase() === lower ? form : known;
  if (xpos === 'NNP' || xpos === 'ADD' || xpos === 'CD') return form;
  const word = keep ? form : lower;
  for (let n = Math.min(ENDING_MAX, lower.length - 1); n >= 0; n--) {
    const change = model.endings.get(`${xpos} ${n === 0 ? '' : lower.slice(-n)}`);
    if (change) return word.slice(0, word.length - change.strip) + change.add;
  }
  return word;
}

/** "Police shot": a form that only the past has, tagged as the present of a verb that there is not. */
export function tenseMended(form: string, xpos: string, model: LemmaModel): string {
  if (xpos !== 'VBP') return xpos;
  const lower = form.toLowerCase();
  const lemma = model.exceptions.get(`VBD ${lower}`);
  const present = model.exceptions.has(`VB ${lower}`) || model.exceptions.has(`VBP ${lower}`);
  return lemma !== undefined && lemma !== lower && !present ? 'VBD' : xpos;
}
