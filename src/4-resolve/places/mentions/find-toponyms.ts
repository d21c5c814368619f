/** Finds the names of places in a text: those the engine gives and those the gazetteer knows. */

import type { NameMention, ParsedText } from '../../../3-read/language/parsed-text.ts';
import type { Note, Span } from '../../../records/index.ts';
import { fame } from '../fame.ts';
import { foldName } from '../gazetteer/folding.ts';
import type { Gazetteer, GazetteerPlace, NamedPlace } from '../gazetteer/gazetteer.ts';
import type { PlaceWords } from '../place-words.ts';
import { isCapital, type TextView } from '../text-view.ts';
import { actsAsParty } from './acts-as-party.ts';
import { findVariants } from './find-variants.ts';
import { type HeadWord, headAfter, headBefore } from './head-words.ts';
import {
  adjoins,
  capitalBefore,
  capitalsAfter,
  inCapitals,
  locativeBefore,
  personBefore,
} from './surroundings.ts';
import type { Toponym } from './toponym.ts';

/** Words of the longest name looked up. */
const LONGEST = 6;
/** A single word that only the gazetteer knows counts without other signs when a place this well known bears it. */
const WELL_KNOWN = 5;
/** Hamlets called "Human" or "Ash" are not worth telling of. */
const WORTH_A_NOTE = 4;
const ARTICLE = /^(?:al|el|ar|er|as|es|ash|esh|ad|ed|at|et|az|ez|an|en)$/;
/** Names the engine is less sure of than this are weighed against the words around. */
const DOUBTFUL = 0.6;
/** Below this a name says nothing. */
const MERE_GUESS = 0.3;
/** Countries and the largest cities. */
const KNOWN_TO_ALL = 7;
const PLACE_TYPES = new Set(['place', 'facility', 'nationality']);

interface Search {
  view: TextView;
  gazetteer: Gazetteer;
  words: PlaceWords;
  /** Words that belong to something else, or to a toponym already found. */
  taken: Uint8Array;
}

function makeToponym(
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
function longestKnown({ view, gazetteer, taken }: Search, first: number): number | null {
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
function opens({ view, words }: Search, at: number): boolean {
  const token = view.tokens[at]!;
  if (isCapital(token.form)) return true;
  const next = view.beside(at, at + 1);
  return (
    next !== null &&
    ((ARTICLE.test(token.form) && next.form === '-') || /^[a-z]{2,3}-\p{Lu}/u.test(token.form)) &&
    !words.notToponym.has(next.form)
  );
}

/** Whether a place may be written in capitals: a country, a division, a spelling of ours, never a town by its name. */
export const isWritten = ({ place, via }: NamedPlace): boolean =>
  via === 'spelling' || !/^(?:PPL|STLMT|ADM[2-5])/.test(place.kind);

/** Why a name that only the gazetteer knows is no place here, or null when it is one. */
function refusal(search: Search, first: number, last: number): string | null {
  const { view, gazetteer, words } = search;
  const text = view.slice(first, last);
  const single = !/[\s-]/.test(text);
  const named = gazetteer.named(text).filter(({ via }) => via !== 'demonym');
  const best = named.reduce((most, one) => Math.max(most, fame(one)), 0);
  const afterComma = view.beside(first, first - 1)?.form === ',';
  const abbreviated =
    /^[A-Z]{2,3}$/.test(text) ||
    /^(?:[A-Z][a-z]{0,4}\.)+$/.test(text + (view.tokens[last + 1]?.form === '.' ? '.' : ''));
  if (view.beside(last, last + 1)?.form === '$') return 'money';
  if (words.notToponym.has(text.replace(/\.$/, '')) && !(afterComma && abbreviated))
    return 'a common word or name';
  if (/^[A-Z]{2}$/.test(text) && !afterComma && best < 8) return 'an abbreviation';
  if (/^[A-Z]{3,5}$/.test(text) && !named.some(isWritten) && !inCapitals(view, view.sentenceOf[first]!))
    return 'an abbreviation';
  if (personBefore(view, first, words)) return 'a person';
  const token = view.tokens[first]!;
  if (single && token.upos !== 'PROPN' && token.upos !== 'X' && best < 7) return 'not a name';
  const head = headAfter(view, last, words);
  const after = head === null ? capitalsAfter(view, last) : [];
  if (after.some((word) => words.organisationHead.has(word))) return 'an organisation';
  const known = after.length > 0 && (words.notToponym.has(after[0]!) || gazetteer.knows(foldName(after[0]!)));
  if (after.length > 0 && !known) return 'part of a longer name';
  const opening = headBefore(view, first, words);
  // "Islamic State of Iraq": the head word is part of a name of its own.
  if (
    opening !== null &&
    isCapital(view.tokens[opening.first]!.form) &&
    capitalBefore(view, opening.first, words) !== null
  )
    return 'part of a longer name';
  const before = capitalBefore(view, first, words);
  if (before !== null && !words.direction.has(before.toLowerCase()) && opening === null) {
    const demonym = gazetteer.named(before).some(({ via }) => via === 'demonym');
    if (!demonym) return 'part of a longer name';
  }
  const signs =
    locativeBefore(view, first, words) || (head !== null && head.hint !== 'facility') || opening !== null;
  if (named.length === 0) return signs ? null : 'too little known';
  const qualified = view.tokens[last + 1]?.form === ',' && qualifierFollows(search, last + 2);
  if (inCapitals(view, view.sentenceOf[first]!))
    return best >= WELL_KNOWN || qualified ? null : 'in capitals';
  if (best >= 7 || qualified) return null;
  if (!single) return best >= 2 && (signs || best >= 3.5) ? null : 'too little known';
  return signs || best >= WELL_KNOWN ? null : 'too little known';
}

/** Whether a country or first-level division is named from word `first` on: "Paris, Texas". */
function qualifierFollows(search: Search, first: number): boolean {
  const { view, gazetteer } = search;
  if (view.tokens[first] === undefined || !isCapital(view.tokens[first]!.form)) return false;
  const last = longestKnown(search, first);
  if (last === null) return false;
  return gazetteer
    .named(view.slice(first, last))
    .some(({ place, via }) => via !== 'demonym' && /^(?:PCL|ADM1|RGN)/.test(place.kind));
}

function take(search: Search, toponym: Toponym): void {
  for (let at = toponym.first; at <= toponym.last; at++) search.taken[at] = 1;
}

/** A name without article, direction and head word, where the gazetteer knows only the rest: "northern Homs province". */
function bareName(search: Search, range: { first: number; last: number }): { first: number; last: number } {
  const { view, gazetteer, words } = search;
  let { first, last } = range;
  const lower = (at: number) => view.tokens[at]!.form.toLowerCase();
  if (first < last && lower(first) === 'the') first++;
  while (last > first && /^['’]s?$/.test(view.tokens[last]!.form)) last--;
  if (gazetteer.knows(foldName(view.slice(first, last)))) return { first, last };
  let inner = first;
  while (inner < last && (words.direction.has(lower(inner)) || view.tokens[inner]!.form === '-')) inner++;
  const known = longestKnown(search, inner);
  if (known === null) return afterOf(search, first, last) ?? { first, last };
  const rest = known < last ? headAfter(view, known, words) : null;
  const whole = known >= last || (rest !== null && rest.last >= last);
  return whole
    ? { first: inner, last: Math.min(known, last) }
    : (afterOf(search, first, last) ?? { first, last });
}

/** "Battle of Mosul", "University of Homs": the place after "of", where the whole is no place by name. */
function afterOf(search: Search, first: number, last: number): { first: number; last: number } | null {
  for (let at = first + 1; at < last; at++)
    if (search.view.tokens[at]!.form === 'of' && longestKnown(search, at + 1) === last)
      return { first: at + 1, last };
  return null;
}

/** Whether a name no gazetteer knows is two known ones with a hyphen between. */
function isPair({ view, gazetteer }: Search, { first, last }: { first: number; last: number }): boolean {
  if (gazetteer.knows(foldName(view.slice(first, last)))) return false;
  for (let at = first + 1; at < last; at++) {
    if (!/^[-–—]$/.test(view.tokens[at]!.form) || !gazetteer.knows(foldName(view.slice(first, at - 1))))
      continue;
    for (let end = last; end > at; end--) if (gazetteer.knows(foldName(view.slice(at + 1, end)))) return true;
  }
  return false;
}

/** The toponym inside a name that the engine took for a place: all of it, or the part the gazetteer knows. */
function fromName(search: Search, name: NameMention): Toponym | null {
  const range = search.view.wordsOf(name.start, name.end);
  if (range === null) return null;
  if (name.type === 'nationality') return makeToponym(search, range.first, range.last, name.type, true);
  const { first, last } = bareName(search, range);
  return makeToponym(search, first, last, name.type);
}

/** Prepositions that only places follow; "from", "to" and "of" are followed by all manner of things. */
const INSIDE = /^(?:in|at|near|outside|inside|around|within|across|throughout|toward|towards)$/i;

/**
 * What the engine took for a place and no gazetteer knows: kept when it is sure, or when the words around call for a
 * place. Common words and names of people or newspapers are none, whatever the engine says.
 */
function isGuess({ view, gazetteer, words }: Search, { confidence }: NameMention, toponym: Toponym): boolean {
  if (toponym.demonym) return false;
  if (!/\p{Lu}/u.test(toponym.text)) return true;
  const bare = toponym.text.replace(/\.$/, '');
  if ((words.notToponym.has(bare) || words.organisationHead.has(bare)) && toponym.hint === null) return true;
  if (/^\p{Lu}{2,6}$/u.test(bare) && !gazetteer.knows(toponym.key)) return confidence < 0.95;
  if (gazetteer.knows(toponym.key)) return false;
  // "Syrian Al-Khabar": an adjective of nationality opens no name of a place.
  const opens = gazetteer.named(view.tokens[toponym.first]!.form);
  if (toponym.first < toponym.last && opens.length > 0 && opens.every(({ via }) => via === 'demonym'))
    return true;
  if (confidence > 0.9 || toponym.hint !== null) return false;
  const before = view.beside(toponym.first, toponym.first - 1)?.form ?? '';
  const earlier = view.beside(toponym.first, toponym.first - 2)?.form ?? '';
  return !(
    INSIDE.test(before) ||
    (/^(?:the|downtown|central|nearby)$/i.test(before) && INSIDE.test(earlier))
  );
}

/**
 * A name of another type is an obstacle. One the engine is unsure of is none when the gazetteer knows all of it and
 * nothing around speaks against a place; nor is the name of a country, however sure the engine is of a person.
 */
function isObstacle(search: Search, name: NameMention): boolean {
  if (PLACE_TYPES.has(name.type)) return false;
  if (name.confidence < MERE_GUESS) return false;
  if (name.type !== 'organisation' && name.type !== 'person') return true;
  const range = search.view.wordsOf(name.start, name.end);
  if (range === null) return true;
  const named = search.gazetteer.named(search.view.slice(range.first, range.last));
  if (!named.some(({ via }) => via !== 'demonym')) return true;
  const famous = named.some((one) => fame(one) >= KNOWN_TO_ALL);
  return (name.confidence > DOUBTFUL && !famous) || refusal(search, range.first, range.last) !== null;
}

/**
 * All toponyms in order of the text. `skip` are stretches that name outlets, organisations, persons or units;
 * a gazetteer name inside them is left out. Names that were refused are looked at again when the same name is
 * a place elsewhere in the text.
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
  const toponyms: Toponym[] = [];
  const notes: Note[] = [];
  for (const name of parsed.names) {
    if (!PLACE_TYPES.has(name.type)) continue;
    const range = view.wordsOf(name.start, name.end);
    if (range === null || search.taken[range.first] === 1) continue;
    // "Raqqa-Hama highway", "Syria-Turkey": two places, found one by one.
    if (isPair(search, range)) continue;
    const toponym = fromName(search, name);
    if (toponym === null || toponym.key === '') continue;
    if (isGuess(search, name, toponym)) continue;
    toponyms.push(toponym);
    // Only the words of the place: "Battle of Mosul" leaves "Battle" free, which is no harm.
    block(name.start, name.end);
  }
  const refused: { first: number; last: number; why: string }[] = [];
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
      if (gazetteer.named(toponym.text).some((one) => fame(one) >= WORTH_A_NOTE))
        notes.push({ step: 'places', reason: `"${toponym.text}" is part of the name of ${why}`, span });
    }
  }
  for (const { first, last } of findVariants(
    view,
    toponyms,
    (at) => search.taken[at] === 1,
    words.notToponym,
  )) {
    const toponym = makeToponym(search, first, last, null);
    toponyms.push(toponym);
    take(search, toponym);
  }
  toponyms.sort((a, b) => a.start - b.start);
  return { toponyms, notes };
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
