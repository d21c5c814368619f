/** What stands around a name, and whether it speaks for a place. */
import type { PlaceWords } from '../place-words.ts';
import { isCapital, type TextView } from '../text-view.ts';

/** Words that may stand between a preposition and a name: "in the northern, rebel-held town of X". */
const FILLERS = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'its',
  'their',
  'nearby',
  'of',
  ',',
  '-',
  "'s",
  '’s',
]);

/** Whether nothing but spaces stands between two neighbouring words: no line break, no punctuation. */
export function adjoins(view: TextView, left: number, right: number): boolean {
  const between = view.text.slice(view.tokens[left]!.end, view.tokens[right]!.start);
  return between === '' || /^[ \u00a0\t]{1,3}$/.test(between);
}

/**
 * Whether the words before call for a place: "in X", "south of X", "the city of X". Looks back over a few
 * words that may stand between.
 */
export function locativeBefore(view: TextView, first: number, words: PlaceWords): boolean {
  for (let at = first - 1, steps = 0; steps < 5; at--, steps++) {
    const token = view.beside(first, at);
    if (token === null) return false;
    const form = token.form.toLowerCase();
    if (words.locative.has(form) || words.locative.has(token.lemma)) {
      return !(
        form === 'to' && /^(?:according|due|thanks|owing)$/i.test(view.beside(first, at - 1)?.form ?? '')
      );
    }
    const fills =
      FILLERS.has(form) ||
      words.direction.has(form) ||
      words.settlementHead.has(form) ||
      words.divisionHead.has(form) ||
      token.upos === 'ADJ' ||
      token.upos === 'NUM';
    if (!fills) return false;
  }
  return false;
}

/** A word before the name that makes it a person: "Gen. Aleppo", "Jack London". */
export function personBefore(view: TextView, first: number, words: PlaceWords): boolean {
  const before = view.beside(first, first - 1);
  if (before === null || !adjoins(view, first - 1, first)) return false;
  return words.personTitle.has(before.form);
}

const CONNECTS = new Set(['of', 'de', 'and', '&', 'the', 'for', '-', 'al', 'el']);

/**
 * The capitalised words that follow a name directly, which may make it the first part of something else:
 * "Aleppo Media Center". Empty when none follow.
 */
export function capitalsAfter(view: TextView, last: number): string[] {
  const found: string[] = [];
  for (let at = last + 1, steps = 0; steps < 6; at++, steps++) {
    const token = view.beside(last, at);
    if (token === null || !adjoins(view, at - 1, at)) break;
    if (isCapital(token.form) && /\p{L}/u.test(token.form)) found.push(token.form);
    // "Bab al-Amiriyah": the article and what follows belong to the name.
    else if (ARTICLES.test(token.form) && isCapital(nameAfterArticle(view, last, at))) found.push(token.form);
    else if (!(found.length > 0 && CONNECTS.has(token.form.toLowerCase()))) break;
  }
  return found;
}

const ARTICLES = /^(?:al|el|ar|er|as|es|ash|esh|ad|ed|at|et|az|ez|an|en|ul)(?:-.+)?$/;

function nameAfterArticle(view: TextView, last: number, at: number): string {
  const joined = /-(.+)$/.exec(view.tokens[at]!.form)?.[1];
  if (joined !== undefined) return joined;
  const next = view.beside(last, at + 1);
  return (next?.form === '-' ? view.beside(last, at + 2)?.form : next?.form) ?? '';
}

/** The capitalised word directly before a name, unless it only begins the sentence with a small word. */
export function capitalBefore(view: TextView, first: number, words: PlaceWords): string | null {
  const before = view.beside(first, first - 1);
  if (before === null || !adjoins(view, first - 1, first)) return null;
  if (!isCapital(before.form) || !/\p{L}{2}/u.test(before.form)) return null;
  const opens = view.beside(first, first - 2) === null;
  if (before.upos !== 'PROPN' && (opens || words.locative.has(before.form.toLowerCase()))) return null;
  if (['ADP', 'DET', 'CCONJ', 'SCONJ', 'PRON', 'AUX', 'VERB', 'ADV', 'PART', 'NUM'].includes(before.upos))
    return null;
  return before.form;
}

/** Share of capitals among the letters of a sentence, for headlines in capitals. */
export function inCapitals(view: TextView, sentence: number): boolean {
  const { start, end } = view.sentences[sentence]!;
  const letters = view.text.slice(start, Math.min(end, start + 400)).replace(/[^\p{L}]/gu, '');
  return letters.length > 12 && letters.replace(/\p{Lu}/gu, '').length < letters.length * 0.35;
}
