/** Why a name that the gazetteer knows is no place where it stands. */
import { fame } from '../fame.ts';
import { foldName } from '../gazetteer/folding.ts';
import type { NamedPlace } from '../gazetteer/gazetteer.ts';
import { isCapital } from '../text-view.ts';
import { headAfter, headBefore } from './head-words.ts';
import { longestKnown, type Search } from './search.ts';
import { capitalBefore, capitalsAfter, inCapitals, locativeBefore, personBefore } from './surroundings.ts';

/** A single word that only the gazetteer knows counts without other signs when a place this well known bears it. */
const WELL_KNOWN = 5;

/** Whether a place may be written in capitals: a country, a division, a spelling of ours, never a town by its name. */
export const isWritten = ({ place, via }: NamedPlace): boolean =>
  via === 'spelling' || !/^(?:PPL|STLMT|ADM[2-5])/.test(place.kind);

/** Why a name that only the gazetteer knows is no place here, or null when it is one. */
export function refusal(search: Search, first: number, last: number): string | null {
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
