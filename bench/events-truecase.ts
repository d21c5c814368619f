/**
 * Wire copy in capitals only, as it would be in mixed case: letter for letter, so that offsets stay. Words are written as
 * treebank text mostly writes them; words it does not know, and names of the party dictionary, are names.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Engine } from '../src/engine.ts';
import { corpus } from './corpora.ts';

/** How often a word stands with a small and with a capital first letter inside sentences. */
export type CaseCounts = ReadonlyMap<string, { small: number; capital: number }>;

export function countCases(
  files = ['ud_ewt/en_ewt-ud-train.conllu', 'ud_gum/en_gum-ud-train.conllu'],
): CaseCounts {
  const counts = new Map<string, { small: number; capital: number }>();
  for (const name of files) {
    const file = corpus(`corpora/${name}`);
    if (!existsSync(file)) continue;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [id, form] = line.split('\t');
      if (!form || id === '1' || !/^\d+$/.test(id!) || !/\p{L}/u.test(form)) continue;
      const row = counts.get(form.toLowerCase()) ?? { small: 0, capital: 0 };
      if (form === form.toLowerCase()) row.small++;
      else if (form !== form.toUpperCase() || form.length === 1) row.capital++;
      else row.capital += 0.5;
      counts.set(form.toLowerCase(), row);
    }
  }
  return counts;
}

const SMALL = new Set(
  'a an and as at but by de del el en for from in into la las los of on or the to with y'.split(' '),
);
const MONTHS = new Set('jan feb mar apr may jun jul aug sep oct nov dec'.split(' '));
/** Before a name these are written with a capital. */
const TITLES = new Set(
  'president minister general colonel major captain lieutenant ambassador judge deputy senator bishop father archbishop commander mayor governor col gen lt capt maj dr mr mrs msgr'.split(
    ' ',
  ),
);

export function truecase(text: string, counts: CaseCounts, engine: Engine): string {
  const named = new Set<number>();
  for (const match of engine.known.parties(text)) {
    if (match.kind === 'organ' || match.kind === 'class' || match.doubts.includes('word')) continue;
    for (const word of text.slice(match.start, match.end).matchAll(/\p{L}+/gu))
      named.add(match.start + word.index);
  }
  const abbreviations = new Set(
    [...text.matchAll(/[([]\s*(\p{Lu}[\p{Lu}\d-]{1,5})\s*[)\]]/gu)]
      .map((match) => match[1]!)
      .filter(
        (word) =>
          (counts.get(word.toLowerCase())?.small ?? 0) + (counts.get(word.toLowerCase())?.capital ?? 0) < 1,
      ),
  );
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}]*(?:\.\p{L}\b\.?)*|['’]\p{L}+/gu)];
  let out = '';
  let at = 0;
  let begins = true;
  const { nouns, persons, things, means, actors } = engine.events;
  const isNoun = (word: string) =>
    [
      word,
      word.replace(/s$/, ''),
      word.replace(/es$/, ''),
      word.replace(/ies$/, 'y'),
      word.replace(/men$/, 'man'),
    ].some((w) => [nouns, persons, things, means, actors].some((lexicon) => lexicon.has(w)));
  const isInitials = (word: string) =>
    word.length > 2 &&
    !/[AEIOUY'’]/.test(word) &&
    (counts.get(word.toLowerCase())?.small ?? 0) < 1 &&
    !MONTHS.has(word.toLowerCase());
  const isName = (k: number): boolean => {
    const word = words[k]?.[0];
    if (!word) return false;
    const row = counts.get(word.toLowerCase()) ?? counts.get(word.toLowerCase().replace(/e?s$/, ''));
    if (SMALL.has(word.toLowerCase())) return false;
    if (named.has(words[k]!.index)) return true;
    if (isNoun(word.toLowerCase())) return false;
    if (!row) return !/(?:ed|ing|ly|ness|tion|tions|ies|ists?)$/i.test(word);
    return row.capital > row.small;
  };
  for (const [k, match] of words.entries()) {
    const between = text.slice(at, match.index);
    const word = match[0];
    if (/[.!?]["”)\]]*\s|\n\s*\n|--|\]|:\s*"/.test(between) || k === 0) begins = true;
    const lower = word.toLowerCase();
    let written = lower;
    if (/^['’]/.test(word)) written = lower;
    else if (abbreviations.has(word) || /^(?:\p{L}\.){2,}/u.test(word) || isInitials(word)) written = word;
    else if (begins || isName(k) || (TITLES.has(lower) && isName(k + 1)) || MONTHS.has(lower))
      written = word[0]! + lower.slice(1);
    out += between + written;
    at = match.index + word.length;
    begins = false;
  }
  return out + text.slice(at);
}
