/**
 * "five more were wounded", "wounded 15 more", "another five wounded": "more" is often read as how, and the number as what
 * counts it, so that nobody is left to be wounded. The number is who they were. And the "more than" of "more than 300 people" bounds the number,
 * whatever it hangs on. The sentence given stays as it is.
 */
import type { Sentence, Token } from '../language/parsed-text.ts';
import { relation } from './tree.ts';

/** Nouns and pronouns that count by themselves. */
const COUNTS = /^(?:dozens|scores|hundreds|thousands|several|many)$/i;
const isCount = (token: Token | undefined): token is Token =>
  token !== undefined && (token.upos === 'NUM' || COUNTS.test(token.form));

export function mendMore(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  const found = tokens.flatMap((token) => counted(token, tokens) ?? []);
  const bounds = tokens.filter((token) => isLooseBound(token, tokens));
  if (found.length === 0 && bounds.length === 0) return sentence;
  const mended = tokens.map((token) => ({ ...token }));
  for (const { index } of bounds) {
    const [count, noun] = [index + 2, mended[index + 2]!.head];
    for (const token of mended)
      if (token.head === index && token.index > count) Object.assign(token, { head: noun, deprel: 'nummod' });
    Object.assign(mended[index]!, { head: count, deprel: 'advmod' });
    Object.assign(mended[index + 1]!, { head: index, deprel: 'fixed' });
  }
  for (const { count, more, verb } of found) {
    const role = count > verb ? 'obj' : more === null || isPassive(verb, tokens) ? 'nsubj:pass' : 'nsubj';
    for (const token of mended)
      if ((token.head === more || token.head === verb) && isOfCount(token, count)) token.head = count;
    if (more !== null) Object.assign(mended[more]!, { head: count, deprel: 'amod' });
    Object.assign(mended[count]!, { head: verb, deprel: role });
    const lemma = more === null ? HARMED.get(tokens[verb]!.form.toLowerCase()) : undefined;
    if (lemma) Object.assign(mended[verb]!, { upos: 'VERB', xpos: 'VBN', lemma });
  }
  return { ...sentence, tokens: mended };
}

/** "more than" before a number, hung on the verb behind what is counted. */
function isLooseBound({ form, index, head }: Token, tokens: readonly Token[]): boolean {
  const [than, count] = [tokens[index + 1], tokens[index + 2]];
  if (!/^(?:more|fewer|less)$/i.test(form) || than?.form.toLowerCase() !== 'than' || count?.upos !== 'NUM')
    return false;
  return count.head > count.index && head > count.head && tokens[head]!.upos === 'VERB';
}

/** Indices of a count, the "more" behind it and the verb that it belongs to. */
interface Counted {
  count: number;
  more: number | null;
  verb: number;
}

function counted(token: Token, tokens: readonly Token[]): Counted | null {
  if (/^more$/i.test(token.form)) {
    const count = tokens[token.index - 1];
    const verb = tokens[token.head];
    if (!isCount(count) || !verb || !/^(?:VERB|ADJ)$/.test(verb.upos)) return null;
    if (relation(token) !== 'advmod' && relation(token) !== 'nsubj') return null;
    const behind = verb.index > token.index;
    // "a month more", "two more soldiers": what is counted stands behind.
    if (behind ? !reaches(token.index, verb, tokens) : verb.index !== firstOf(count, tokens) - 1) return null;
    if (hasOther(verb, behind ? /^nsubj/ : /^obj$/, [count, token], tokens)) return null;
    return { count: count.index, more: token.index, verb: verb.index };
  }
  // "and another five wounded"
  const verb = tokens[token.head];
  if (!isCount(token) || verb?.index !== token.index + 1 || token.deprel !== 'nummod') return null;
  if (!isVerb(verb) || relation(verb) !== 'conj' || !isPassive(verb.head, tokens)) return null;
  return hasOther(verb, /^(?:nsubj|obj)/, [token], tokens)
    ? null
    : { count: token.index, more: null, verb: verb.index };
}

/** "wounded" is also a noun, and is then told apart by what it is coordinated with. */
const HARMED = new Map([
  ['wounded', 'wound'],
  ['injured', 'injure'],
  ['detained', 'detain'],
]);
const isVerb = ({ upos, xpos, form }: Token) =>
  (upos === 'VERB' && /^VB[ND]$/.test(xpos)) || HARMED.has(form.toLowerCase());

/** Only auxiliaries stand between. */
const reaches = (from: number, verb: Token, tokens: readonly Token[]) =>
  tokens
    .slice(from + 1, verb.index)
    .every(({ head, deprel }) => head === verb.index && /^(?:aux|cop|advmod)/.test(deprel));

/** Where the words that bound a count begin: "some 130", "at least 15". */
function firstOf(count: Token, tokens: readonly Token[]): number {
  let first = count.index;
  while (first > 0 && isOfCount(tokens[first - 1]!, count.index)) first--;
  return first;
}

const BOUNDS = /^(?:some|about|around|at|least|nearly|almost|another|a|further|up|to|over|than)$/i;
const isOfCount = ({ index, form }: Token, count: number) =>
  index < count && count - index <= 3 && BOUNDS.test(form);

const hasOther = (verb: Token, role: RegExp, own: readonly Token[], tokens: readonly Token[]) =>
  tokens.some((t) => t.head === verb.index && role.test(t.deprel) && !own.includes(t));

const isPassive = (verb: number, tokens: readonly Token[]) =>
  tokens[verb]?.xpos === 'VBN' || tokens.some((t) => t.head === verb && t.deprel === 'aux:pass');
