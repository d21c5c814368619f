/** Finds the names of places in a text: those the engine gives and those the gazetteer knows. */
import type { ParsedText } from '../../../3-read/language/parsed-text.ts';
import type { Note, Span } from '../../../records/index.ts';
import { fame } from '../fame.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceWords } from '../place-words.ts';
import { isCapital, type TextView } from '../text-view.ts';
import { bareName, fromName, isGuess, isObstacle, isPair, PLACE_TYPES } from './engine-names.ts';
import { findVariants } from './find-variants.ts';
import { type HeadWord, headBefore } from './head-words.ts';
import { refusal } from './refusal.ts';
import { longestKnown, makeToponym, opens, type Search, take } from './search.ts';
import { adjoins } from './surroundings.ts';
import type { Toponym } from './toponym.ts';

/** Hamlets called "Human" or "Ash" are not worth telling of. */
const WORTH_A_NOTE = 4;

/** Toponyms among the engine's names of places. */
function fromEngine(
  search: Search,
  parsed: ParsedText,
  block: (start: number, end: number) => void,
): Toponym[] {
  const toponyms: Toponym[] = [];
  for (const name of parsed.names) {
    if (!PLACE_TYPES.has(name.type)) continue;
    const range = search.view.wordsOf(name.start, name.end);
    if (range === null || search.taken[range.first] === 1) continue;
    // "Raqqa-Hama highway", "Syria-Turkey": two places, found one by one.
    if (isPair(search, range)) continue;
    const toponym = fromName(search, name);
    if (toponym === null || toponym.key === '' || isGuess(search, toponym)) continue;
    toponyms.push(toponym);
    block(name.start, name.end);
  }
  return toponyms;
}

interface Refused {
  first: number;
  last: number;
  why: string;
}

/** Toponyms the gazetteer knows, and those only the words around call for. */
function fromGazetteer(search: Search): { toponyms: Toponym[]; refused: Refused[] } {
  const { view, gazetteer } = search;
  const toponyms: Toponym[] = [];
  const refused: Refused[] = [];
  for (let at = 0; at < view.tokens.length; at++) {
    if (search.taken[at] === 1 || !opens(search, at)) continue;
    const last = longestKnown(search, at) ?? unknownButCalledFor(search, at);
    if (last === null) continue;
    const text = view.slice(at, last);
    const named = gazetteer.named(text);
    const demonym = named.length > 0 && named.every(({ via }) => via === 'demonym');
    const calledFor = named.length === 0 && !gazetteer.knowsLoosely(text);
    const why = demonym || calledFor ? null : refusal(search, at, last);
    if (why === null) {
      const toponym = makeToponym(search, at, last, null, demonym);
      toponyms.push(toponym);
      take(search, toponym);
    } else refused.push({ first: at, last, why });
    at = last;
  }
  return { toponyms, refused };
}

/** Refused names looked at again: a name that is a place elsewhere in the text is one here too. */
function reconsider(search: Search, refused: readonly Refused[], toponyms: Toponym[]): Note[] {
  const notes: Note[] = [];
  const found = new Set(toponyms.map(({ key }) => key));
  for (const { first, last, why } of refused) {
    if (search.taken[first] === 1) continue;
    const toponym = makeToponym(search, first, last, null);
    if (why === 'too little known' && found.has(toponym.key)) {
      toponyms.push(toponym);
      take(search, toponym);
    } else if (why === 'an organisation' || why === 'a person') {
      const span: Span = [toponym.start, toponym.end];
      take(search, toponym);
      if (search.gazetteer.named(toponym.text).some((one) => fame(one) >= WORTH_A_NOTE))
        notes.push({ step: 'places', reason: `"${toponym.text}" is part of the name of ${why}`, span });
    }
  }
  return notes;
}

/**
 * All toponyms in order of the text. `skip` are stretches that name outlets, organisations, persons or units;
 * a gazetteer name inside them is left out.
 */
export function findToponyms(
  parsed: ParsedText,
  view: TextView,
  gazetteer: Gazetteer,
  words: PlaceWords,
  skip: readonly Span[],
): { toponyms: Toponym[]; notes: Note[] } {
  const search: Search = { view, gazetteer, words, taken: new Uint8Array(view.tokens.length) };
  const block = (start: number, end: number) => {
    const range = view.wordsOf(start, end);
    if (range !== null) search.taken.fill(1, range.first, range.last + 1);
  };
  for (const [start, end] of skip) block(start, end);
  for (const name of parsed.names) if (isObstacle(search, name)) block(name.start, name.end);
  const toponyms = fromEngine(search, parsed, block);
  const known = fromGazetteer(search);
  toponyms.push(...known.toponyms);
  const notes = reconsider(search, known.refused, toponyms);
  const isTaken = (at: number) => search.taken[at] === 1;
  for (const { first, last } of findVariants(view, toponyms, isTaken, words.notToponym))
    toponyms.push(makeToponym(search, first, last, null));
  return { toponyms: toponyms.sort((a, b) => a.start - b.start), notes };
}

/** Toponyms at given stretches of text, for measuring with spans marked by hand. */
export function toponymsAt(
  view: TextView,
  gazetteer: Gazetteer,
  words: PlaceWords,
  spans: readonly { start: number; end: number }[],
): Toponym[] {
  const search: Search = { view, gazetteer, words, taken: new Uint8Array(view.tokens.length) };
  return spans.map(({ start, end }) => {
    const named = gazetteer.named(view.text.slice(start, end));
    const demonym = named.length > 0 && named.every(({ via }) => via === 'demonym');
    const range = view.wordsOf(start, end) ?? { first: 0, last: 0 };
    const { first, last } = demonym ? range : bareName(search, range);
    return makeToponym(search, first, last, 'place', demonym);
  });
}

/** "the stronghold of", "the capital of" are followed by all manner of names; "the village of" by a village's. */
function callsForName({ view, words }: Search, head: HeadWord): boolean {
  for (let at = head.first; at <= head.last; at++)
    if (words.callsForName.has(view.tokens[at]!.form.toLowerCase())) return true;
  return false;
}

/** A capitalised name that no gazetteer knows but the words before call a place: "the village of Kafr Nowhere". */
function unknownButCalledFor(search: Search, first: number): number | null {
  const { view, words, taken } = search;
  if (!isCapital(view.tokens[first]!.form) || words.notToponym.has(view.tokens[first]!.form)) return null;
  const head = headBefore(view, first, words);
  if (head === null || !/^(?:PPL|ADM)/.test(head.hint)) return null;
  if (/^\p{Lu}+$/u.test(view.tokens[first]!.form) || !callsForName(search, head)) return null;
  if (view.tokens[head.last]?.form !== 'of' && !adjoins(view, head.last, first)) return null;
  let last = first;
  while (last + 1 < first + 4) {
    const next = view.beside(first, last + 1);
    const joined = next !== null && taken[last + 1] === 0 && adjoins(view, last, last + 1);
    if (!joined || !(isCapital(next.form) || next.form === '-')) break;
    last++;
  }
  return view.tokens[last]!.form === '-' ? null : last;
}
