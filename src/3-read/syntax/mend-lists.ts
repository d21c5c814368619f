/**
 * Mends where counted phrases and dates went astray, before a sentence becomes a tree: what stands right behind a verb
 * with its count is the object, a list of counts before a passive is its subject, a date is nobody's subject. New
 * sentences are made; those given stay as they are.
 */
import { findQuantity } from '../events/quantities.ts';
import type { Sentence, Token } from '../language/parsed-text.ts';
import { isMonth } from './time-nouns.ts';

/** The sentence with its counted phrases where they stand; the same one where nothing is amiss. */
export function mendLists(sentence: Sentence): Sentence {
  if (!sentence.tokens.some((token) => token.upos === 'NUM')) return sentence;
  const tokens = sentence.tokens.map((token) => ({ ...token }));
  let mended = false;
  for (const token of tokens) {
    if (token.upos !== 'VERB') continue;
    const aux = auxiliaryBefore(tokens, token);
    mended =
      (aux === null ? objectBehind(tokens, token) : listBefore(tokens, token, aux)) ||
      dateAsSubject(tokens, token) ||
      mended;
  }
  return mended ? { ...sentence, tokens } : sentence;
}

const isNominal = (token: Token | undefined) =>
  token !== undefined && ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(token.upos);

/** Index of the first auxiliary of "have been killed", with adverbs between; null where the verb is not passive. */
function auxiliaryBefore(tokens: readonly Token[], verb: Token): number | null {
  if (verb.xpos !== 'VBN' && verb.xpos !== 'VBD') return null;
  let first: number | null = null;
  for (let i = verb.index - 1; i >= 0; i--) {
    const token = tokens[i]!;
    if (token.upos === 'AUX') first = i;
    else if (token.upos !== 'ADV' && token.upos !== 'PART') break;
  }
  const passive = first !== null && tokens.slice(first, verb.index).some((t) => t.lemma === 'be');
  return passive ? first : null;
}

/** "destroyed eight vehicles", the vehicles hung on what was killed before. */
function objectBehind(tokens: Token[], verb: Token): boolean {
  if (tokens.some((t) => t.head === verb.index && t.deprel === 'obj' && t.upos !== 'ADJ')) return false;
  const noun = countedNoun(tokens, verb.index + 1);
  if (!noun || noun.head === verb.index || under(tokens, verb, noun)) return false;
  const above = tokens[noun.head];
  // Only what hangs on another verb or on what was counted before goes astray so.
  if (!above || !['conj', 'obj', 'obl', 'nsubj', 'dep', 'appos'].includes(noun.deprel)) return false;
  if (above.index > verb.index) return false;
  hang(noun, verb, 'obj');
  return true;
}

/** The noun of a counted phrase that begins at a word. */
function countedNoun(tokens: readonly Token[], from: number): Token | null {
  const quantity = findQuantity(tokens, from, Math.min(from + 6, tokens.length));
  if (!quantity || quantity.share || quantity.first !== from) return null;
  let last = quantity.last;
  while (last - quantity.last < 4 && isNominal(tokens[last + 1])) last++;
  return last > quantity.last && tokens[last]!.upos === 'NOUN' ? tokens[last]! : null;
}

/** "12 civilians, 10 fighters and two guards have been killed", the first of them hung on the verb of saying. */
function listBefore(tokens: Token[], verb: Token, aux: number): boolean {
  const items: Token[] = [];
  for (let end = aux - 1; end >= 0; ) {
    const noun = tokens[end]!;
    if (noun.upos !== 'NOUN') break;
    const count = countBefore(tokens, end);
    if (count === null) break;
    items.unshift(noun);
    let joint = count - 1;
    if (tokens[joint]?.form.toLowerCase() === 'and') joint--;
    if (tokens[joint]?.form === ',') joint--;
    if (joint === count - 1) break;
    end = joint;
  }
  const [first, ...others] = items;
  if (!first || others.length === 0 || first.head === verb.index || under(tokens, verb, first)) return false;
  const above = tokens[first.head];
  if (above?.upos !== 'VERB' || above.index > first.index) return false;
  if (verb.deprel === 'conj' && verb.head === above.index) verb.deprel = 'ccomp';
  hang(first, verb, 'nsubj:pass');
  for (const other of others) hang(other, first, 'conj');
  return true;
}

/** Where the count of the noun that ends a phrase begins. */
function countBefore(tokens: readonly Token[], noun: number): number | null {
  for (let i = noun - 1; i >= 0 && noun - i < 7; i--) {
    const token = tokens[i]!;
    if (token.upos === 'NUM') {
      const quantity = findQuantity(tokens, i, noun);
      return quantity && !quantity.share ? quantity.first : null;
    }
    if (!isNominal(token) && token.upos !== 'VERB' && token.form !== '-') return null;
  }
  return null;
}

/** "On Monday, Dec. 26, Haddad was killed": the day gives its place to whoever hangs beside it. */
function dateAsSubject(tokens: Token[], verb: Token): boolean {
  const day = tokens.find(
    (t) => t.head === verb.index && t.deprel.startsWith('nsubj') && t.upos === 'NUM' && t.index < verb.index,
  );
  const month = day && tokens[day.index - 1];
  if (!day || month?.upos !== 'PROPN' || !isMonth(month.form)) return false;
  const who = tokens.find(
    (t) =>
      t.index > day.index + 1 &&
      t.index < verb.index &&
      (t.upos === 'PROPN' || t.upos === 'NOUN') &&
      t.head < day.index &&
      tokens[t.head] !== undefined &&
      !tokens.some((c) => c.head === t.index && c.deprel === 'case'),
  );
  if (!who) return false;
  const beside = tokens.filter(
    (t) => t !== who && t.head === who.head && t.index > who.index && t.index < verb.index,
  );
  for (const token of beside) hang(token, who, token.deprel);
  hang(who, verb, day.deprel);
  hang(day, month, 'nummod');
  if (month.head === day.index) hang(month, verb, 'obl');
  return true;
}

/** Whether `token` stands at or under `above`. */
function under(tokens: readonly Token[], token: Token, above: Token): boolean {
  for (let at: Token | undefined = token, n = 0; at && n <= tokens.length; at = tokens[at.head], n++)
    if (at === above) return true;
  return false;
}

function hang(token: Token, head: Token, deprel: string): void {
  token.head = head.index;
  token.deprel = deprel;
}
