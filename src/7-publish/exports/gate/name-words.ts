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

export function nameWords(text: string): NameWord[] {
  return isAscii(text) ? plainWords(text) : anyWords(text);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼʻ`][\p{L}\p{N}\p{M}]+)*/gu;
const POSSESSIVE = /['’]s$/i;
const CAPITAL = /^[\p{Lu}\p{Lt}\p{Lo}]/u;

function anyWords(text: string): NameWord[] {
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

/** Nearly all texts, and several times as fast: an apostrophe or a grave accent between letters is part of the word. */
function plainWords(text: string): NameWord[] {
  const words: NameWord[] = [];
  const { length } = text;
  const lower = text.toLowerCase();
  for (let at = 0; at < length; ) {
    if (!isWordUnit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    let marked = false;
    while (at < length) {
      const unit = text.charCodeAt(at);
      if (isWordUnit(unit)) at++;
      else if ((unit === 39 || unit === 96) && isWordUnit(text.charCodeAt(at + 1))) {
        marked = true;
        at++;
      } else break;
    }
    const possessive = marked && at - start > 2 && text.charCodeAt(at - 2) === 39 && lower[at - 1] === 's';
    const end = possessive ? at - 2 : at;
    const first = text.charCodeAt(start);
    words.push({
      start,
      end,
      folded: marked ? foldWord(text.slice(start, end)) : lower.slice(start, end),
      capital: first > 64 && first < 91,
      possessive,
    });
  }
  return words;
}

function isWordUnit(unit: number): boolean {
  const letter = unit | 32;
  return (letter > 96 && letter < 123) || (unit > 47 && unit < 58);
}

/** What may stand between the words of one name: in prose, in file names, in addresses. */
const JOINT = /^(?:[\s_.\-–+]|%20){1,3}$/u;

export const isJoint = (text: string, before: NameWord, after: NameWord): boolean =>
  !before.possessive && JOINT.test(text.slice(before.end, after.start));
