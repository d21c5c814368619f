/** Cuts text into the words that names are compared by, in one pass. */
import { foldArticle, foldWord } from './fold.ts';

/** How a word is written: with a small first letter (or none), a capital one, or in capitals throughout. */
export const LOWER = 0;
export const CAPITAL = 1;
export const CAPITALS = 2;

/** What stands between a word and the one before it. Names may cross all but `BREAK`. */
export const SPACE = 0;
export const HYPHEN = 1;
export const BREAK = 2;

/** Words as parallel arrays: `starts[i]`, `ends[i]` slice the text; a possessive 's is outside of the slice. */
export interface Words {
  starts: number[];
  ends: number[];
  folded: string[];
  shape: number[];
  gap: number[];
  possessive: boolean[];
}

// A dotted abbreviation (U.S.), or letters and digits with marks and inner apostrophes, or an ampersand.
const WORD =
  /(?:\p{Lu}\.){2,}(?:\p{Lu}(?![\p{L}\p{N}]))?|\p{Lu}\.\p{Lu}(?![\p{L}\p{N}.])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‘ʼʻʾʿ`´][\p{L}\p{N}\p{M}]+)*|&/gu;
const POSSESSIVE = /['’ʼ`´]s$/i;
const APOSTROPHE = /['’ʼ`´]/;
const HYPHENS = /^[-‐‑‒–—]$/;
// White space with at most one line break, or a full stop after a short abbreviation (St., Gen., Al.).
const JOINING_SPACE = /^(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)$/;
const STOP_AND_SPACE = /^\.[^\S\n]+$/;
const ABBREVIATION_LENGTH = 3;
const MARKED_LETTER = /[ʿʾʻ]/g;

function shapeOf(word: string): number {
  const first = word[0]!;
  if (first === first.toLowerCase()) return word.length > 1 && /^\p{N}+\p{Lu}+$/u.test(word) ? CAPITALS : LOWER;
  if (word.length === 1) return CAPITAL;
  return word === word.toUpperCase() ? CAPITALS : CAPITAL;
}

function gapOf(between: string, wordBefore: string): number {
  if (between === ' ') return SPACE;
  if (HYPHENS.test(between)) return HYPHEN;
  if (JOINING_SPACE.test(between)) return SPACE;
  if (STOP_AND_SPACE.test(between) && wordBefore.length <= ABBREVIATION_LENGTH && /^\p{Lu}/u.test(wordBefore)) {
    return SPACE;
  }
  return BREAK;
}

/** The words of `text` between `from` and `to`. Linear; a word longer than any name is kept but never folded. */
export function cutWords(text: string, from = 0, to = text.length): Words {
  const words: Words = { starts: [], ends: [], folded: [], shape: [], gap: [], possessive: [] };
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  let lastEnd = 0;
  let lastWord = '';
  for (const match of part.matchAll(WORD)) {
    let word = match[0];
    const start = match.index;
    const between = part.slice(lastEnd, start);
    lastEnd = start + word.length;
    const possessive = word.length > 2 && POSSESSIVE.test(word);
    if (possessive) word = word.slice(0, -2);
    const end = start + word.length;
    const ownership = possessive || (/s$/i.test(word) && APOSTROPHE.test(part[end] ?? ''));
    words.starts.push(from + start);
    words.ends.push(from + end);
    words.shape.push(shapeOf(word.replace(MARKED_LETTER, '') || word));
    words.gap.push(words.gap.length === 0 ? BREAK : gapOf(lastPossessive(between), lastWord));
    words.possessive.push(ownership);
    const hyphenFollows = HYPHENS.test(part[lastEnd] ?? '');
    words.folded.push(foldArticle(word === '&' ? 'and' : word.length > 40 ? '' : foldWord(word), hyphenFollows));
    lastWord = word;
  }
  return words;
}

/** A bare possessive apostrophe ("Houthis' forces") does not part the words. */
function lastPossessive(between: string): string {
  return APOSTROPHE.test(between[0] ?? '') && /^.\s/.test(between) ? between.slice(1) : between;
}
