/** Cuts text into the words that names are compared by, in one pass. */
import { foldArticle, foldWord } from './fold.ts';
import { APOSTROPHE, DASH, DIGIT, kindOf, LINE_BREAK, MARK, SMALL, SPACE_SIGN, UPPER } from './letters.ts';

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

/** After so short a capitalised word a full stop is an abbreviation's ("Gen. Haftar"), not a sentence's. */
const LONGEST_ABBREVIATION = 3;
/** No name has a longer word; it is kept, but compared with nothing. */
const LONGEST_WORD = 40;
const STOP = 46;
const AMPERSAND = 38;

/** The words of `text` between `from` and `to`. Linear in the length. */
export function cutWords(text: string, from = 0, to = text.length): Words {
  const words: Words = { starts: [], ends: [], folded: [], shape: [], gap: [], possessive: [] };
  let after = from; // the end of the last word with its possessive
  for (let i = from; i < to; ) {
    const kind = kindOf(text.charCodeAt(i));
    const isWord = kind === UPPER || kind === SMALL || kind === DIGIT;
    if (!isWord && text.charCodeAt(i) !== AMPERSAND) {
      i++;
      continue;
    }
    const end = isWord ? endOfWord(text, i, to, kind) : i + 1;
    const gap =
      words.ends.length === 0 ? BREAK : gapBetween(text, words.starts.at(-1)!, words.ends.at(-1)!, after, i);
    addWord(words, text, i, end, gap, to);
    after = i = end;
  }
  return words;
}

/** The first word of a phrase as `cutWords` folds it; empty where there is none. */
export function firstFolded(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf(text.charCodeAt(i));
    if (text.charCodeAt(i) === AMPERSAND) return 'and';
    if (kind !== UPPER && kind !== SMALL && kind !== DIGIT) continue;
    const end = endOfWord(text, i, text.length, kind);
    const owns = hasPossessive(text, i, end);
    return foldBetween(text, i, owns ? end - 2 : end, end);
  }
  return '';
}

function addWord(words: Words, text: string, start: number, endWithS: number, gap: number, to: number): void {
  const owns = hasPossessive(text, start, endWithS);
  const end = owns ? endWithS - 2 : endWithS;
  const apostropheNext = endWithS < to && kindOf(text.charCodeAt(endWithS)) === APOSTROPHE;
  words.starts.push(start);
  words.ends.push(end);
  words.gap.push(gap);
  words.shape.push(shapeOf(text, start, end));
  words.possessive.push(owns || (apostropheNext && endsWithS(text, endWithS)));
  words.folded.push(text.charCodeAt(start) === AMPERSAND ? 'and' : foldBetween(text, start, end, endWithS));
}

function foldBetween(text: string, start: number, end: number, next: number): string {
  if (end - start > LONGEST_WORD) return '';
  const hyphenFollows = next < text.length && kindOf(text.charCodeAt(next)) === DASH;
  return foldArticle(foldWord(text.slice(start, end)), hyphenFollows);
}

function hasPossessive(text: string, start: number, end: number): boolean {
  return end - start > 2 && endsWithS(text, end) && kindOf(text.charCodeAt(end - 2)) === APOSTROPHE;
}

function endsWithS(text: string, end: number): boolean {
  const last = text[end - 1];
  return last === 's' || last === 'S';
}

/** The end of the word that begins at `start`: letters, digits and marks, with apostrophes between them. */
function endOfWord(text: string, start: number, to: number, kind: number): number {
  const dotted = kind === UPPER ? endOfDotted(text, start, to) : start;
  if (dotted > start) return dotted;
  let i = start + 1;
  for (; i < to; i++) {
    const here = kindOf(text.charCodeAt(i));
    if (here === UPPER || here === SMALL || here === DIGIT || here === MARK) continue;
    const next = here === APOSTROPHE && i + 1 < to ? kindOf(text.charCodeAt(i + 1)) : 0;
    if (next !== UPPER && next !== SMALL && next !== DIGIT) break;
  }
  return i;
}

/** The end of an abbreviation of single capitals with stops ("U.S.", "U.N"), or `start` where there is none. */
function endOfDotted(text: string, start: number, to: number): number {
  let i = start;
  while (i + 1 < to && kindOf(text.charCodeAt(i)) === UPPER && text.charCodeAt(i + 1) === STOP) i += 2;
  if (i === start) return start;
  if (i < to && kindOf(text.charCodeAt(i)) === UPPER && !isWordSign(text, i + 1, to)) i++;
  return i - start > 2 ? i : start;
}

function isWordSign(text: string, at: number, to: number): boolean {
  const kind = at < to ? kindOf(text.charCodeAt(at)) : 0;
  return kind === UPPER || kind === SMALL || kind === DIGIT || kind === MARK;
}

function shapeOf(text: string, start: number, end: number): number {
  let capitals = 0;
  let small = 0;
  for (let i = start; i < end; i++) {
    const kind = kindOf(text.charCodeAt(i));
    if (kind === UPPER) capitals++;
    else if (kind === SMALL) small++;
  }
  if (kindOf(text.charCodeAt(start)) === UPPER) return end - start > 1 && small === 0 ? CAPITALS : CAPITAL;
  return capitals > 0 && small === 0 ? CAPITALS : LOWER;
}

/** White space with at most one line break joins words, as do a hyphen and the stop of an abbreviation. */
function gapBetween(text: string, start: number, end: number, after: number, next: number): number {
  let i = after;
  if (next - i === 1) {
    const only = kindOf(text.charCodeAt(i));
    return only === DASH ? HYPHEN : only === SPACE_SIGN || only === LINE_BREAK ? SPACE : BREAK;
  }
  const first = text.charCodeAt(i);
  if (kindOf(first) === APOSTROPHE)
    i++; // the bare possessive: "Houthis' forces"
  else if (first === STOP && end - start <= LONGEST_ABBREVIATION && kindOf(text.charCodeAt(start)) === UPPER)
    i++;
  if (i === next) return BREAK;
  let lineBreaks = 0;
  for (; i < next; i++) {
    const kind = kindOf(text.charCodeAt(i));
    if (kind === LINE_BREAK) lineBreaks++;
    else if (kind !== SPACE_SIGN) return BREAK;
  }
  return lineBreaks > 1 ? BREAK : SPACE;
}
