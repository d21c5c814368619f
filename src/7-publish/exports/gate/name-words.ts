/** Cuts text into the words that names are compared by; a possessive 's stays outside of its word. */
import { foldWord } from '../../../4-resolve/parties/fold.ts';

export interface NameWord {
  start: number;
  end: number;
  /** Small letters without accents or apostrophes. */
  folded: string;
  /** Begins with a capital letter, or with one of a script that has none. */
  capital: boolean;
  possessive: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼʻ`][\p{L}\p{N}\p{M}]+)*/gu;
const POSSESSIVE = /['’]s$/i;
const CAPITAL = /^[\p{Lu}\p{Lt}\p{Lo}]/u;

export function nameWords(text: string): NameWord[] {
  const words: NameWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const possessive = POSSESSIVE.test(match[0]);
    const own = possessive ? match[0].slice(0, -2) : match[0];
    words.push({
      start: match.index,
      end: match.index + own.length,
      folded: foldWord(own),
      capital: CAPITAL.test(own),
      possessive,
    });
  }
  return words;
}

/** What may stand between the words of one name: in prose, in file names, in addresses. */
const JOINT = /^(?:[\s_.\-–+]|%20){1,3}$/u;

export const isJoint = (text: string, before: NameWord, after: NameWord): boolean =>
  !before.possessive && JOINT.test(text.slice(before.end, after.start));
