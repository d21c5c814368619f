/** Words that say what a named thing is: "Idlib province", "the village of Dabiq", "Lake Assad". */
import type { PlaceWords } from '../place-words.ts';
import type { TextView } from '../text-view.ts';
import { adjoins } from './surroundings.ts';

export interface HeadWord {
  /** Feature code called for, or `facility`. */
  hint: string;
  /** Numbers of the words that the whole phrase adds. */
  first: number;
  last: number;
}

function hintOf(word: string, words: PlaceWords): string | null {
  const form = word.toLowerCase();
  return (
    words.divisionHead.get(form) ??
    words.settlementHead.get(form) ??
    words.quarterHead.get(form) ??
    words.natureHead.get(form) ??
    (words.facilityHead.has(form) ? 'facility' : null)
  );
}

/** Up to three words joined, as head words may be ("refugee camp", "international airport"). */
function phrase(view: TextView, first: number, last: number): string | null {
  for (let at = first; at < last; at++) if (!adjoins(view, at, at + 1)) return null;
  return view.slice(first, last).toLowerCase();
}

/** The head word after a name: "X province", "X refugee camp". The longest counts. */
export function headAfter(view: TextView, last: number, words: PlaceWords): HeadWord | null {
  for (const length of [3, 2, 1]) {
    if (view.beside(last, last + length) === null || !adjoins(view, last, last + 1)) continue;
    const form = phrase(view, last + 1, last + length);
    const hint = form === null ? null : hintOf(form, words);
    if (hint !== null) return { hint, first: last + 1, last: last + length };
  }
  return null;
}

/** The head words before a name: "the city of X", "the village X", "Mount X", "Lake X". */
export function headBefore(view: TextView, first: number, words: PlaceWords): HeadWord | null {
  let at = first - 1;
  const of = view.beside(first, at);
  if (of === null) return null;
  if (of.form === 'of' || of.form === '-') at--;
  if (view.beside(first, at) === null || !adjoins(view, at, at + 1)) return null;
  for (const length of [3, 2, 1]) {
    if (view.beside(first, at - length + 1) === null) continue;
    const form = phrase(view, at - length + 1, at);
    const hint = form === null ? null : hintOf(form, words);
    if (hint === null) continue;
    // A facility "of X" or "X" is in X, not called X.
    if (hint === 'facility') return null;
    // Plural heads open a list ("the towns of X and Y"): the words stay outside the phrase.
    let start = at - length + 1;
    const before = view.beside(first, start - 1);
    if (before !== null && ['the', 'a', 'this', 'that'].includes(before.form.toLowerCase())) start--;
    return { hint, first: start, last: first - 1 };
  }
  return null;
}
