/**
 * Participles and other words for each other: `he "sustained shrapnel wounds"`, read as if the wounds were sustained ones, and "the
 * remaining fighters in the town", read as if what remains had fighters. The sentence given stays as it is.
 */
import type { Sentence, Token } from '../language/parsed-text.ts';
import { relation } from './tree.ts';

/** Verbs of what befalls somebody, by their past tense. */
const BEFALLS = new Map([
  ['sustained', 'sustain'],
  ['suffered', 'suffer'],
  ['received', 'receive'],
  ['incurred', 'incur'],
]);

export function mendParticiples(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  const harms = tokens.filter((t) => isHarmOf(t, tokens));
  const described = tokens.filter((t) => isDescription(t, tokens));
  if (harms.length === 0 && described.length === 0) return sentence;
  const mended = tokens.map((token) => ({ ...token }));
  for (const { index } of harms) befell(mended, index);
  for (const { index } of described) describe(mended, index);
  return { ...sentence, tokens: mended };
}

/** "sustained" before a noun that has a subject and no verb. */
function isHarmOf(token: Token, tokens: readonly Token[]): boolean {
  const noun = tokens[token.head];
  if (!BEFALLS.has(token.form.toLowerCase()) || token.deprel !== 'amod' || noun?.upos !== 'NOUN')
    return false;
  if (
    noun.index < token.index ||
    tokens.some((t) => t.head === noun.index && /^(?:cop|det|case)/.test(t.deprel))
  )
    return false;
  return tokens.some((t) => t.head === noun.index && isSubject(t) && t.index < token.index);
}

/** "he" owns nothing, whatever it hangs on as. */
const isSubject = ({ deprel, form }: Token) =>
  deprel === 'nsubj' || (deprel === 'nmod:poss' && /^(?:he|she|they|we|I)$/i.test(form));

function befell(tokens: Token[], index: number): void {
  const verb = tokens[index]!;
  const noun = tokens[verb.head]!;
  const lemma = BEFALLS.get(verb.form.toLowerCase())!;
  Object.assign(verb, { upos: 'VERB', xpos: 'VBD', lemma, head: noun.head, deprel: noun.deprel });
  Object.assign(noun, { head: index, deprel: 'obj' });
  const joined = tokens[noun.index + 1]?.deprel === 'cc' || tokens[noun.index + 2]?.deprel === 'cc';
  for (const token of tokens) {
    if (token.head === noun.index && (token.index < index || relation(token) === 'punct')) token.head = index;
    if (token.head === index && isSubject(token)) token.deprel = 'nsubj';
    // "he sustained wounds and is in hospital", in one breath: what is joined to it is said along with it.
    if (joined && token.deprel === 'conj' && token.head === verb.head && token.index > noun.index)
      token.head = index;
  }
}

/** "remaining" between a determiner and its noun, the noun read as a clause of it. */
function isDescription(token: Token, tokens: readonly Token[]): boolean {
  if (token.xpos !== 'VBG' && token.xpos !== 'VBN') return false;
  const det = tokens[token.index - 1];
  const noun = det?.deprel === 'det' ? tokens[det.head] : undefined;
  if (noun === undefined || noun.index <= token.index || noun.upos !== 'NOUN') return false;
  const beside = noun.head === token.head && noun.deprel === 'ccomp' && relation(token) === 'obj';
  return noun.head === token.index || beside;
}

function describe(tokens: Token[], index: number): void {
  const word = tokens[index]!;
  const noun = tokens.find((t) => t.index === tokens[index - 1]!.head)!;
  Object.assign(noun, { head: word.head, deprel: word.deprel });
  for (const token of tokens) {
    if (token.head === index && token !== noun) token.head = noun.index;
    // "the remaining ISIL holdouts": whose they are, not who does something.
    if (
      token.head === noun.index &&
      token.index > index &&
      token.index < noun.index &&
      /^nsubj/.test(token.deprel)
    )
      token.deprel = 'compound';
  }
  Object.assign(word, { head: noun.index, deprel: 'amod' });
}
