/** The engine's names: which hold a place, which stand in the way of one, which are mere guesses. */
import type { NameMention } from '../../../3-read/language/parsed-text.ts';
import { fame } from '../fame.ts';
import { foldName } from '../gazetteer/folding.ts';
import { headAfter } from './head-words.ts';
import { refusal } from './refusal.ts';
import { longestKnown, makeToponym, type Search } from './search.ts';
import type { Toponym } from './toponym.ts';

/** Names the engine is less sure of than this are weighed against the words around. */
const DOUBTFUL = 0.97;
/** Below this a name says nothing. */
const MERE_GUESS = 0.75;
/** Countries and the largest cities. */
const KNOWN_TO_ALL = 7;
export const PLACE_TYPES = new Set(['place', 'facility', 'nationality']);

/** A name without article, direction and head word, where the gazetteer knows only the rest: "northern Homs province". */
export function bareName(
  search: Search,
  range: { first: number; last: number },
): { first: number; last: number } {
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
export function isPair(
  { view, gazetteer }: Search,
  { first, last }: { first: number; last: number },
): boolean {
  if (gazetteer.knows(foldName(view.slice(first, last)))) return false;
  for (let at = first + 1; at < last; at++) {
    if (!/^[-–—]$/.test(view.tokens[at]!.form) || !gazetteer.knows(foldName(view.slice(first, at - 1))))
      continue;
    for (let end = last; end > at; end--) if (gazetteer.knows(foldName(view.slice(at + 1, end)))) return true;
  }
  return false;
}

/** The toponym inside a name that the engine took for a place: all of it, or the part the gazetteer knows. */
export function fromName(search: Search, name: NameMention): Toponym | null {
  const range = search.view.wordsOf(name.start, name.end);
  if (range === null) return null;
  if (name.type === 'nationality') return makeToponym(search, range.first, range.last, name.type, true);
  const { first, last } = bareName(search, range);
  return makeToponym(search, first, last, name.type);
}

/** Prepositions that only places follow; "from", "to" and "of" are followed by all manner of things. */
const INSIDE = /^(?:in|at|near|outside|inside|around|within|across|throughout|toward|towards)$/i;

/**
 * What the engine took for a place and no gazetteer knows: kept when the words around call for a place. Common words and names of people or newspapers are none, whatever the engine says.
 */
export function isGuess({ view, gazetteer, words }: Search, toponym: Toponym): boolean {
  if (toponym.demonym) return false;
  if (!/\p{Lu}/u.test(toponym.text)) return true;
  const bare = toponym.text.replace(/\.$/, '');
  if ((words.notToponym.has(bare) || words.organisationHead.has(bare)) && toponym.hint === null) return true;
  if (/^\p{Lu}{2,6}$/u.test(bare) && !gazetteer.knows(toponym.key)) return true;
  if (gazetteer.knows(toponym.key)) return false;
  // "Syrian Al-Khabar": an adjective of nationality opens no name of a place.
  const opens = gazetteer.named(view.tokens[toponym.first]!.form);
  if (toponym.first < toponym.last && opens.length > 0 && opens.every(({ via }) => via === 'demonym'))
    return true;
  if (toponym.hint !== null) return false;
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
export function isObstacle(search: Search, name: NameMention): boolean {
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
