/** Parts of role phrases: who is coordinated, whose a thing is, who can act; shared by verbs and nouns. */
import { antecedent } from '../attribution/parts.ts';
import type { Token } from '../language/parsed-text.ts';
import { isTimeNoun } from '../syntax/time-nouns.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import { type EventWords, phraseEndingAt } from './words.ts';

/** "Turkey-backed rebels", read as if Turkey did it: those who are backed act. */
export function backed(tree: Tree, head: Token): Token {
  const [dash, word] = [tree.tokens[head.index + 1], tree.tokens[head.index + 2]];
  if (dash?.form !== '-' || !word || !BACKED.test(word.form)) return head;
  for (let i = word.index + 1; i < Math.min(word.index + 7, tree.tokens.length); i++) {
    const [token, next] = [tree.tokens[i]!, tree.tokens[i + 1]];
    const nominal = (t: Token | undefined) => t?.upos === 'NOUN' || t?.upos === 'PROPN' || t?.upos === 'ADJ';
    if (!nominal(token)) return head;
    if (token.upos !== 'ADJ' && !nominal(next)) return token;
  }
  return head;
}

const BACKED =
  /^(?:backed|led|allied|aligned|linked|supported|funded|trained|sponsored|affiliated|controlled|held|based|armed)$/i;

/** "most of the towns", "full control of the campus", "half of the city": what is meant is the second noun. */
const PARTS =
  /^(?:most|half|all|some|part|parts|much|many|majority|control|number|rest|bulk|dozens|scores|hundreds|thousands|several|total|series|third|quarter|percent|possession|portion|section|%)$/i;

export function whole(tree: Tree, head: Token): Token {
  if (!PARTS.test(head.form) && head.upos !== 'NUM') return head;
  const of = tree.childrenBy(head, 'nmod').find((child) => tree.child(child, 'case')?.lemma === 'of');
  return of ? whole(tree, of) : head;
}

/** "opened fire to disperse demonstrators": it is done to them. */
export function dispersed(tree: Tree, verb: Token, words: EventWords): Token[] {
  return tree
    .childrenBy(verb, 'advcl', 'xcomp')
    .filter((aim) => words.verbs.get(aim.lemma)?.type === '?disperse')
    .flatMap((aim) => tree.child(aim, 'obj') ?? []);
}

export const unique = (tokens: Token[]) => [...new Set(tokens)];

/** A noun phrase and those coordinated with it. */
export function conjuncts(tree: Tree, head: Token): Token[] {
  return [head, ...tree.childrenBy(head, 'conj').filter((child) => child.upos !== 'VERB')];
}

export function oblique(tree: Tree, verb: Token, ...marks: string[]): Token[] {
  return tree
    .childrenBy(verb, 'obl', 'nmod', 'advcl')
    .filter((child) => tree.childrenBy(child, 'case', 'mark').some((mark) => marks.includes(mark.lemma)));
}

/** "two suspects, one of them a teacher, who …": what stands in apposition is told of the whole. */
export function allOf(tree: Tree, noun: Token): Token {
  const above = noun.deprel === 'appos' ? tree.head(noun) : undefined;
  return above?.upos === 'NOUN' && noun.upos !== 'PROPN' ? allOf(tree, above) : noun;
}

export function passiveSubject(tree: Tree, verb: Token): Token | undefined {
  const subject = tree.child(verb, 'nsubj:pass') ?? tree.child(verb, 'nsubj');
  if (subject) return allOf(tree, antecedent(tree, subject, verb));
  const head = tree.head(verb);
  if (head && relation(verb) === 'acl') return head;
  if (head && relation(verb) === 'conj') return passiveSubject(tree, head);
  // "were reported to have been overrun": the subject stands with the verb over it.
  if (head && relation(verb) === 'xcomp') return tree.child(head, 'nsubj:pass', 'nsubj');
  // "Commanders were sent there, added the agency": a subject hung on the verb of saying, which has its own behind it.
  const subjects = head && relation(verb) === 'ccomp' ? tree.childrenBy(head, 'nsubj') : [];
  const [before, after] = [subjects[0], subjects.at(-1)];
  if (head && before && after && before.index < verb.index && after.index > head.index) return before;
  return undefined;
}

/** The object of a verb: a noun before the "more" of "more than 60 people", read as another object. */
export function objectOf(tree: Tree, verb: Token): Token | undefined {
  const objects = tree.childrenBy(verb, 'obj');
  return (
    objects.find((child) => child.upos !== 'ADJ' && child.upos !== 'ADV') ??
    objects[0] ??
    // "captured at least 60% of the city": a measure with no preposition of its own.
    tree
      .childrenBy(verb, 'obl')
      .find((child) => child.form === '%' && child.index > verb.index && !tree.child(child, 'case'))
  );
}

/** Adjectives and nouns before a noun that name who acts: "Russian", "ISIL", "coalition", "rebel". */
export function namesActor(tree: Tree, token: Token, words: EventWords): boolean {
  if (token.upos === 'PROPN') return true;
  // "suspected deaths"
  if (token.xpos === 'VBN') return false;
  // "Heavy shelling" at the start of a sentence: every first word has a capital.
  if (/^\p{Lu}/u.test(token.form) && token.upos === 'ADJ' && (token.index > 0 || DEMONYM.test(token.form)))
    return true;
  return phraseEndingAt(tree.tokens, token.index, words.actors) !== null;
}

/** A strike, jet or missile acts for whoever it is of: "a coalition airstrike", "Israeli jets". */
export function actors(tree: Tree, head: Token, words: EventWords): Token[] {
  if (canAct(tree, head, words)) return [head];
  return tree
    .childrenBy(head, 'compound', 'amod', 'nmod:poss')
    .filter((child) => child.index < head.index && namesActor(tree, child, words));
}

/** A day or a bare number where a party would stand. */
export const isDate = (head: Token) => head.upos === 'NUM' || isTimeNoun(head.form);

/** A happening, a place or a thing is no doer. */
export function canAct(tree: Tree, head: Token, words: EventWords): boolean {
  if (isTimeNoun(head.form)) return false;
  if (head.upos === 'PRON') return !STANDS_FOR_THING.test(head.form);
  if (head.upos === 'PROPN') return true;
  const tokens = tree.tokens;
  if (phraseEndingAt(tokens, head.index, words.actors) || phraseEndingAt(tokens, head.index, words.persons))
    return true;
  if (phraseEndingAt(tokens, head.index, words.nouns)) return false;
  if (head.upos === 'ADJ') return /^\p{Lu}/u.test(head.form);
  if (head.upos === 'NUM') return true;
  // "The solution", "a manhunt": of other nouns only those that are formed as names of persons.
  return head.upos === 'NOUN' && OF_PERSONS.test(head.lemma);
}

/** How adjectives of peoples end. */
export const DEMONYM = /(?:an|ese|ish|i|nch|tch|ti|eek|iss|wi)$/;
const STANDS_FOR_THING =
  /^(?:this|that|these|what|something|nothing|anything|everything|there|none|nobody)$/i;
const OF_PERSONS = /(?:man|men|woman|women|people|folk|ist|ian|eer|crat)$/;
