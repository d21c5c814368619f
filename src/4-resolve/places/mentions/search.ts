/** What the finders of toponyms share: the words, what is spoken for, and how a toponym is made. */
import { fame } from '../fame.ts';
import { foldName } from '../gazetteer/folding.ts';
import type { Gazetteer, GazetteerPlace, NamedPlace } from '../gazetteer/gazetteer.ts';
import type { PlaceWords } from '../place-words.ts';
import { isCapital, type TextView } from '../text-view.ts';
import { actsAsParty } from './acts-as-party.ts';
import { headAfter, headBefore } from './head-words.ts';
import { inCapitals } from './surroundings.ts';
import type { Toponym } from './toponym.ts';

/** Words of the longest name looked up. */
const LONGEST = 6;
export const ARTICLE = /^(?:al|el|ar|er|as|es|ash|esh|ad|ed|at|et|az|ez|an|en)$/;

export interface Search {
  view: TextView;
  gazetteer: Gazetteer;
  words: PlaceWords;
  /** Words that belong to something else, or to a toponym already found. */
  taken: Uint8Array;
}

export function makeToponym(
  { view, words, gazetteer }: Search,
  first: number,
  last: number,
  nameType: Toponym['nameType'],
  demonym = false,
): Toponym {
  const start = view.tokens[first]!.start;
  const end = view.tokens[last]!.end;
  const after = demonym ? null : headAfter(view, last, words);
  const before = demonym ? null : headBefore(view, first, words);
  const division = after !== null && after.hint !== 'facility' ? after : null;
  const hint = division?.hint ?? before?.hint ?? (after === null ? null : 'facility');
  const outerStart = before === null || division !== null ? start : view.tokens[before.first]!.start;
  const outerEnd = after === null ? end : view.tokens[after.last]!.end;
  const toponym: Toponym = {
    start,
    end,
    outerStart,
    outerEnd,
    text: view.text.slice(start, end),
    outer: view.text.slice(outerStart, outerEnd),
    first,
    last,
    sentence: view.sentenceOf[first]!,
    key: foldName(view.text.slice(start, end)),
    abbreviation:
      /^[A-Z]{2,5}$/.test(view.text.slice(start, end)) && !inCapitals(view, view.sentenceOf[first]!),
    hint,
    nameType,
    party: null,
    demonym,
  };
  toponym.party = demonym ? null : actsAsParty(view, toponym, bestKnown(gazetteer, toponym.text), words);
  return toponym;
}

/** The best known place of a name, for what can be told before it is known which one is meant. */
function bestKnown(gazetteer: Gazetteer, text: string): GazetteerPlace | null {
  let best: NamedPlace | null = null;
  for (const one of gazetteer.named(text)) if (best === null || fame(one) > fame(best)) best = one;
  return best?.place ?? null;
}

/** The longest name from word `first` that the gazetteer knows; null when none. */
export function longestKnown({ view, gazetteer, taken }: Search, first: number): number | null {
  let best: number | null = null;
  for (let last = first; last < first + LONGEST; last++) {
    const token = view.beside(first, last);
    if (token === null || taken[last] === 1) break;
    const from = view.tokens[first]!.start;
    if (token.end - from > 60 || /[\n,;:()"“”]/.test(view.text.slice(from, token.end))) break;
    if (last > first && !isCapital(token.form) && !/^[\p{Ll}-]{1,3}$|^\d/u.test(token.form)) break;
    if (!isCapital(token.form) && last > first && !ARTICLE.test(token.form)) continue;
    if (!/[\p{L}\d]/u.test(token.form)) continue;
    const name = view.slice(first, last);
    if (!isCapital(token.form) && !/^\d/.test(token.form) && !/-\p{Lu}/u.test(token.form)) continue;
    if (!/\p{Lu}/u.test(name)) continue;
    if (gazetteer.knows(foldName(name)) || (last > first && gazetteer.knowsLoosely(name))) best = last;
  }
  return best;
}

/** Whether a word may open a name: a capital, or a small article before a hyphen ("al-Bab"). */
export function opens({ view, words }: Search, at: number): boolean {
  const token = view.tokens[at]!;
  if (isCapital(token.form)) return true;
  const next = view.beside(at, at + 1);
  return (
    next !== null &&
    ((ARTICLE.test(token.form) && next.form === '-') || /^[a-z]{2,3}-\p{Lu}/u.test(token.form)) &&
    !words.notToponym.has(next.form)
  );
}

/** Marks the words of a toponym as spoken for. */
export function take(search: Search, toponym: Toponym): void {
  for (let at = toponym.first; at <= toponym.last; at++) search.taken[at] = 1;
}
