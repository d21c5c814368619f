/** What the words around a name say of what it names: a place ("the village of X", "entered X") or a person ("Colonel X"). */
import type { Token } from '../parsed-text.ts';
import type { ThingSigns } from './thing-mentions.ts';

/** Words of dictionaries/en/name-signs.tsv by their class, and the words that stand with persons. */
export interface NameSigns extends ThingSigns {
  inside: ReadonlySet<string>;
  trusted: ReadonlySet<string>;
  entered: ReadonlySet<string>;
  struck: ReadonlySet<string>;
  beside: ReadonlySet<string>;
  several: ReadonlySet<string>;
  /** "Colonel", "Mr". */
  titles: ReadonlySet<string>;
  /** "spokesman", "commander". */
  persons: ReadonlySet<string>;
  /** Lemmas of verbs of speech. */
  speech: ReadonlySet<string>;
}

/** How much the words around a name speak for a place and for a person; 0 is nothing, 1 is weak, 3 is all but sure. */
export interface Signs {
  place: number;
  person: number;
  /** The part of `place` that comes from a word for a kind of place: "village", "districts". */
  called: number;
  /** The part of `person` that only persons have: titles, offices, ages. */
  titled: number;
}

const LIST_LONGEST = 30;
const FILLERS = /^(?:the|downtown|central|nearby|northern|southern|eastern|western)$/i;
const IN_LIST = /^(?:,|and|&|-|as|well|al|el)$/i;

const isName = ({ form, upos }: Token) => upos === 'PROPN' || /^\p{Lu}/u.test(form);

export function signsOf(tokens: readonly Token[], first: number, last: number, words: NameSigns): Signs {
  const lower = (at: number) => tokens[at]?.form.toLowerCase() ?? '';
  const owns = /^['’]s?$/.test(tokens[last + 1]?.form ?? '');
  let at = first - 1;
  while (at > 0 && first - at < 3 && FILLERS.test(tokens[at]!.form)) at--;
  const before = tokens[at];
  const earlier = tokens[at - 1];
  let place = 0;
  let called = 0;
  let titled = asPerson(tokens, last);
  if (before) {
    const trusted = words.trusted.has(earlier?.lemma.toLowerCase() ?? '');
    // Towns have no article: "in the X" is more often a body.
    if (words.inside.has(lower(at)) && !owns && !trusted && !describes(tokens, last))
      place += lower(first - 1) === 'the' ? 0.5 : 1.5;
    if (words.entered.has(before.lemma) && before.upos === 'VERB') place += 1.5;
    if (/^(?:on|against)$/.test(lower(at)) && words.struck.has(earlier?.lemma ?? '')) place += 1;
    if (words.beside.has(lower(at))) called += 1.5;
    if (lower(at) === 'of' && words.beside.has(lower(at - 1))) called += 3;
    if (words.titles.has(before.form)) titled += 3;
    else if (isPerson(before, words) && !describes(tokens, last)) titled += 2.5;
  }
  if (last === first + 1 && words.titles.has(tokens[first]!.form)) titled += 3;
  if (!owns && words.beside.has(lower(last + 1)) && !isName(tokens[last + 1]!)) called += 3;
  if (opensList(tokens, first, words) || closesList(tokens, last, words)) called += 3;
  const speaks = says(tokens, first, last, words) ? 1.5 : 0;
  return { place: place + called, called, person: titled + speaks, titled };
}

/** "the villages of X, Y and Z". */
function opensList(tokens: readonly Token[], first: number, words: NameSigns): boolean {
  for (let at = first - 1; at >= 0 && first - at < LIST_LONGEST; at--) {
    const { form } = tokens[at]!;
    if (words.several.has(form.toLowerCase())) return true;
    if (form !== 'of' && !IN_LIST.test(form) && !isName(tokens[at]!)) return false;
  }
  return false;
}

/** "X and Y neighbourhoods". */
function closesList(tokens: readonly Token[], last: number, words: NameSigns): boolean {
  for (let at = last + 1; at < tokens.length && at - last < LIST_LONGEST; at++) {
    const { form } = tokens[at]!;
    if (words.several.has(form.toLowerCase())) return true;
    if (!IN_LIST.test(form) && !isName(tokens[at]!)) return false;
  }
  return false;
}

const isPerson = ({ lemma, upos }: Token, { persons }: NameSigns) =>
  (upos === 'NOUN' || upos === 'PROPN') && persons.has(lemma.toLowerCase());

/** "the deputy X director": the name belongs to the noun behind it. */
function describes(tokens: readonly Token[], last: number): boolean {
  const { head, deprel } = tokens[last]!;
  return head > last && deprel === 'compound';
}

/** "X, 34,", "X, who …". */
function asPerson(tokens: readonly Token[], last: number): number {
  let sum = 0;
  const next = tokens[last + 1]?.form ?? '';
  const second = tokens[last + 2]?.form ?? '';
  if (next === ',' && /^[1-9]\d$/.test(second) && /^[,.]$/.test(tokens[last + 3]?.form ?? '')) sum += 2.5;
  if (next === 'who' || (next === ',' && second === 'who')) sum += 2;
  return sum;
}

/** "X said": a person or a body. */
function says(tokens: readonly Token[], first: number, last: number, words: NameSigns): boolean {
  for (let t = first; t <= last; t++) {
    const { head, deprel } = tokens[t]!;
    if (head >= 0 && (head < first || head > last) && deprel === 'nsubj')
      if (words.speech.has(tokens[head]!.lemma)) return true;
  }
  return false;
}
