/** The words of a text, folded so that typography does not count: case, diacritics, quotation marks, hyphens. */
import type { Span } from '../../records/index.ts';

export interface Word {
  text: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Stretches in `skip` (ordered, not overlapping) are passed over. */
export function wordsOf(text: string, skip: readonly Span[] = []): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    while (at < skip.length && skip[at]![1] <= start) at++;
    if (at < skip.length && skip[at]![0] <= start) continue;
    words.push({ text: fold(match[0]), start, end: start + match[0].length });
  }
  return words;
}

/** Lower case without diacritics. */
export function fold(text: string): string {
  // The lower-case mapping of the language-free algorithm, so that no locale counts.
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** A word with a capital that no sentence begins with, or a number: what tells one report's subject from another's. */
const NAME = /(?<=[\p{L}\p{N},;:'’)”"] )\p{Lu}[\p{L}\p{M}'’-]+|\p{N}[\p{N},.]*\p{N}/gu;

/** The names and numbers of a text, each on a line. */
export function namesIn(text: string): string {
  return (text.match(NAME) ?? []).join('\n');
}
