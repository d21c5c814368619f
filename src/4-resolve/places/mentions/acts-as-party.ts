/** Places that stand for those who rule there: "Washington said", "supported by Moscow", "Tehran's allies". */
import type { Token } from '../../../3-read/language/parsed-text.ts';
import type { GazetteerPlace } from '../gazetteer/gazetteer.ts';
import type { PlaceWords } from '../place-words.ts';
import type { TextView } from '../text-view.ts';
import { adjoins } from './surroundings.ts';
import type { Toponym } from './toponym.ts';

const PASSED_OVER = new Set(['ADV', 'AUX', 'PART']);
/** Prepositions that leave the reading as a party open. */
const OF_PARTIES = new Set(['by', 'with', 'between', 'and', 'from', 'to', 'of', 'for', 'against']);

/** Whether the sentence has a tree: benches may give bare words. */
const hasTree = (token: Token): boolean => token.deprel !== 'dep' && token.deprel !== '';

function isAgentVerb(token: Token, words: PlaceWords): boolean {
  if (token.upos !== 'VERB' && token.upos !== 'NOUN') return false;
  const form = token.form.toLowerCase();
  const bare = [
    token.lemma,
    form,
    form.replace(/s$/, ''),
    form.replace(/e?d$/, ''),
    form.replace(/d$/, ''),
    form.replace(/ing$/, ''),
  ];
  return bare.some((word) => words.agentVerb.has(word));
}

/** The word a name hangs on, past "X and Y". */
function relationOf(view: TextView, at: number): { deprel: string; head: number | null } {
  let number = at;
  for (let steps = 0; steps < 4; steps++) {
    const { deprel } = view.tokens[number]!;
    const head = view.headOf(number);
    if ((deprel === 'conj' || deprel.startsWith('flat') || deprel === 'compound') && head !== null)
      number = head;
    else return { deprel, head };
  }
  return { deprel: 'dep', head: null };
}

/** "US-led", "US forces", "Turkey army": whose, not where. */
function isModifier(view: TextView, last: number, words: PlaceWords): boolean {
  const next = view.beside(last, last + 1)!;
  const joined =
    /^-(\p{L}+)$/u.exec(next.form)?.[1] ??
    (next.form === '-' ? view.beside(last, last + 2)?.form : undefined);
  if (joined !== undefined) return words.partyHyphen.has(joined.toLowerCase());
  if (!adjoins(view, last, last + 1)) return false;
  if (
    /^(?:U\.?S\.?|U\.?K\.?|UAE|U\.?S\.?A\.?)$/.test(view.tokens[last]!.form) ||
    view.tokens[last]!.form === '.'
  )
    return ['NOUN', 'ADJ', 'PROPN'].includes(next.upos);
  return next.upos === 'NOUN' && words.agentNoun.has(next.form.toLowerCase());
}

/** Why a mention stands for a party and no place, or null. */
export function actsAsParty(
  view: TextView,
  toponym: Toponym,
  place: GazetteerPlace | null,
  words: PlaceWords,
): string | null {
  if (place === null || toponym.outer !== toponym.text) return null;
  if (!place.kind.startsWith('PCL') && place.kind !== 'PPLC') return null;
  const { first, last } = toponym;
  const before = view.beside(first, first - 1);
  const locative =
    before !== null &&
    !OF_PARTIES.has(before.form.toLowerCase()) &&
    words.locative.has(before.form.toLowerCase()) &&
    before.upos === 'ADP';
  const after = view.beside(last, last + 1);
  if (after !== null && isModifier(view, last, words)) return 'modifier';
  if (locative) return null;
  if (after !== null && /^['’]s?$/.test(after.form)) {
    for (let at = last + 2, steps = 0; steps < 4; at++, steps++) {
      const owned = view.beside(last, at);
      if (owned === null || /^[,.;:]$/.test(owned.form)) break;
      if (words.agentNoun.has(owned.form.toLowerCase())) return 'owner-of-policy';
      if (owned.upos === 'NOUN') break;
    }
    return null;
  }
  if (
    before?.form.toLowerCase() === 'between' ||
    before?.form === 'and' ||
    before?.form.toLowerCase() === 'with'
  ) {
    for (let at = first - 1, steps = 0; steps < 6; at--, steps++) {
      const noun = view.beside(first, at);
      if (noun === null) break;
      if (words.relationNoun.has(noun.form.toLowerCase())) return 'party-to-relations';
    }
  }
  const head = view.tokens[last]!;
  if (hasTree(head)) {
    const relation = relationOf(view, last);
    const verb = relation.head === null ? null : view.tokens[relation.head]!;
    if (verb === null) return null;
    if (relation.deprel === 'nsubj' && isAgentVerb(verb, words)) return 'subject-that-acts';
    if (relation.deprel === 'obj' && words.partyObject.has(verb.lemma)) return 'object-of-speech';
    if (/^obl/.test(relation.deprel) && before?.form === 'by' && verb.upos === 'VERB')
      return 'agent-of-passive';
    return null;
  }
  if (before?.form === 'by' && view.beside(first, first - 2)?.form.endsWith('ed')) return 'agent-of-passive';
  if (before !== null && words.locative.has(before.form.toLowerCase())) return null;
  for (let at = last + 1, steps = 0; steps < 3; at++, steps++) {
    const next = view.beside(last, at);
    if (next === null) return null;
    if (isAgentVerb(next, words) && next.form === next.form.toLowerCase()) return 'subject-that-acts';
    if (!PASSED_OVER.has(next.upos)) return null;
  }
  return null;
}
