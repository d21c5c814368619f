/** The parts of an attribution read off a tree: who the subject of a verb is, and which words are its cue. */
import type { Token } from '../language/parsed-text.ts';
import { isCalendarWord } from '../syntax/time-nouns.ts';
import { relation, type Tree, trimMarks } from '../syntax/tree.ts';
import type { CueWords } from './cue-words.ts';
import type { RuleContext } from './rule.ts';

const CLAUSES = new Set(['advcl', 'acl', 'ccomp', 'xcomp', 'parataxis', 'conj', 'csubj']);

/** Relations of clauses and joints that do not belong to a noun phrase, where the parser hung them there. */
const NOT_OF_PHRASE = new Set(['parataxis', 'discourse', 'advcl', 'vocative', 'dislocated']);
/** What a noun governs as a predicate ("this is a party that …"), not as a phrase. */
const OF_PREDICATE = new Set(['nsubj', 'cop', 'aux', 'mark', 'expl', 'csubj', 'advmod', 'obl']);

/** The noun phrase of a head: the preposition or conjunction that leads to it, and marks at its ends, left out. */
export function phrase(tree: Tree, head: Token): Token[] {
  const predicate = tree.child(head, 'cop') !== undefined;
  const leave = (child: Token) =>
    NOT_OF_PHRASE.has(relation(child)) ||
    (child.head === head.index &&
      ((relation(child) === 'case' && !isBound(tree, child)) ||
        (relation(child) === 'cc' && child.index < head.index) ||
        (predicate && OF_PREDICATE.has(relation(child)))));
  return trimMarks(tree.subtree(head, leave));
}

/** "at least five men", "between 30 and 40 men", the first word read as leading to the men: it is part of their count. */
const isBound = ({ tokens }: Tree, { form, index }: Token): boolean =>
  (/^at$/i.test(form) && /^(?:least|most)$/i.test(tokens[index + 1]?.form ?? '')) ||
  (/^between$/i.test(form) && tokens[index + 1]?.upos === 'NUM' && tokens[index + 3]?.upos === 'NUM');

/**
 * Has a passive auxiliary, its own or that of the verb it is coordinated with. A passive subject alone is not enough:
 * a bare participle with a subject is more often a past tense that was tagged wrong.
 */
export function isPassive(tree: Tree, verb: Token): boolean {
  if (tree.child(verb, 'aux:pass')) return true;
  if (isHeadlinePassive(tree, verb)) return true;
  if (!tree.child(verb, 'nsubj:pass')) {
    const head = tree.head(verb);
    const shares =
      relation(verb) === 'conj' && verb.xpos === 'VBN' && !tree.child(verb, 'nsubj', 'obj', 'aux');
    return shares && head !== undefined && tree.child(head, 'aux:pass') !== undefined;
  }
  return (
    !tree.child(verb, 'obj', 'ccomp', 'xcomp') &&
    !SAYS.has(verb.lemma) &&
    tree.child(verb, 'aux') === undefined &&
    verb.head < 0
  );
}

/**
 * "40 miners killed in blast": with nothing behind it that could be an object, a verb that always has one is passive. A
 * participle where a counted subject stands before it; a past tense may be active ("the army killed and looted").
 */
function isHeadlinePassive(tree: Tree, verb: Token): boolean {
  if (!ALWAYS_TRANSITIVE.has(verb.lemma) || !/^VB[ND]$/.test(verb.xpos) || tree.child(verb, 'aux', 'cop'))
    return false;
  const subject = tree.child(verb, 'nsubj', 'nsubj:pass');
  if (!subject || subject.index > verb.index || verb.head >= 0) return false;
  if (tree.child(verb, 'obj', 'ccomp', 'xcomp', 'conj')) return false;
  const next = tree.tokens[verb.index + 1];
  return !next || ['ADP', 'PUNCT', 'ADV', 'SCONJ', 'CCONJ'].includes(next.upos);
}

const ALWAYS_TRANSITIVE = new Set(
  'kill wound injure destroy damage displace arrest kidnap abduct behead besiege'.split(' '),
);

/** "did not", "could never": a negation on the verb itself. */
export const isNegated = (tree: Tree, verb: Token): boolean =>
  tree.childrenBy(verb, 'advmod').some((child) => NEGATIONS.has(child.lemma.toLowerCase()));

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never']);

/** Verbs whose bare participle with a subject is a past tense. */
const SAYS = new Set('call urge demand warn speak appeal'.split(' '));

/** A participle without an auxiliary of its own. */
function isReduced(tree: Tree, verb: Token): boolean {
  return ['VBG', 'VBN', 'VBD'].includes(verb.xpos) && !tree.child(verb, 'aux');
}

/**
 * The head of the noun phrase that does what the verb says: its subject, a shared subject of coordinated verbs, the
 * noun that a participle or relative clause hangs on, the agent of a passive. Undefined where nobody is named.
 */
export function agentOf(tree: Tree, verb: Token, depth = 0): Token | undefined {
  if (isPassive(tree, verb)) return agentPhrase(tree, verb);
  const subject = subjectOf(tree, verb);
  if (subject) return antecedent(tree, subject, verb);
  if (depth > 6) return undefined;
  const head = tree.head(verb);
  if (!head) return undefined;
  const rel = relation(verb);
  if (rel === 'conj' || rel === 'xcomp' || rel === 'parataxis') {
    if (rel === 'conj' && isPassive(tree, head))
      return tree.child(head, 'nsubj') ?? agentOf(tree, head, depth + 1);
    if (rel === 'parataxis' && !isReduced(tree, verb)) return undefined;
    // "led researchers to conclude": whoever is led concludes.
    const led = rel === 'xcomp' ? tree.child(head, 'obj') : undefined;
    if (led && led.index > head.index && led.index < verb.index && head.lemma !== 'promise') return led;
    return isPassive(tree, head) ? tree.child(head, 'nsubj') : agentOf(tree, head, depth + 1);
  }
  if (rel === 'acl') {
    if (verb.deprel !== 'acl:relcl' && (verb.xpos === 'VBN' || verb.xpos === 'VBD'))
      return agentPhrase(tree, verb);
    // "a plan to attack": the noun is not who attacks.
    if (verb.deprel !== 'acl:relcl' && verb.xpos === 'VB') return undefined;
    // "made progress in retaking villages": whoever makes it retakes them.
    const inside = verb.xpos === 'VBG' && tree.child(verb, 'mark')?.lemma === 'in';
    const over = inside && relation(head) === 'obj' ? tree.head(head) : undefined;
    return over ? agentOf(tree, over, depth + 1) : head;
  }
  if (rel === 'advcl') {
    if (!isReduced(tree, verb) && !tree.child(verb, 'mark')) return undefined;
    const nominal = ['NOUN', 'PROPN', 'PRON'].includes(head.upos);
    const accused = ACCUSES.has(head.lemma) ? tree.child(head, 'obj') : undefined;
    if (accused && tree.child(verb, 'mark')?.lemma !== 'by') return accused;
    if (isPassive(tree, head)) return tree.child(head, 'nsubj');
    return nominal && !tree.child(head, 'nsubj') ? head : agentOf(tree, head, depth + 1);
  }
  // "The force conducting strikes has said …", read as what was said: whoever stands right before the participle.
  const before = tree.tokens[verb.index - 1];
  if (rel === 'ccomp' && verb.xpos === 'VBG' && isReduced(tree, verb) && before && before.upos === 'NOUN')
    return before;
  return undefined;
}

/** Verbs whose object is said to have done what hangs on them. */
const ACCUSES = new Set(['accuse', 'suspect', 'blame', 'condemn', 'criticise', 'criticize', 'charge']);

/** "strikes in the province killed ten", the province read as the subject: what a preposition leads to is none. */
const isPlaced = (tree: Tree, token: Token) =>
  tree
    .childrenBy(token, 'case')
    .some((mark) => mark.index < token.index && /^(?:in|at|near|against)$/.test(mark.lemma));

/**
 * The subject of an active verb. Of several the one nearest to the verb, where that is a pronoun; that of a clause read
 * as subject ("fighters defending the town launched an attack") is the subject of both.
 */
function subjectOf(tree: Tree, verb: Token): Token | undefined {
  const subjects = tree.childrenBy(verb, 'nsubj').filter((child) => !isPlaced(tree, child));
  const nearest = subjects.filter((child) => child.index < verb.index).at(-1);
  if (subjects.length > 1 && nearest?.xpos === 'PRP') return nearest;
  if (subjects.length > 0) return subjects[0];
  const clause = tree.child(verb, 'csubj');
  return clause?.xpos === 'VBG' ? tree.child(clause, 'nsubj') : undefined;
}

/** "by X" of a passive or participle. */
export function agentPhrase(tree: Tree, verb: Token): Token | undefined {
  return tree.childrenBy(verb, 'obl', 'nmod').find(
    (child) =>
      (child.deprel === 'obl:agent' || tree.child(child, 'case')?.lemma === 'by') &&
      // "By November 11, he was said to be ill": a day is nobody.
      !(child.upos === 'NUM' || isCalendarWord(child.form)),
  );
}

export function isRelativePronoun(token: Token): boolean {
  return token.xpos === 'WP' || token.xpos === 'WDT' || (token.lemma === 'that' && token.upos === 'PRON');
}

/** What a relative pronoun stands for, else the token itself. */
export function antecedent(tree: Tree, subject: Token, verb: Token): Token {
  if (!isRelativePronoun(subject)) return subject;
  let clause: Token | undefined = verb;
  while (clause && clause.deprel !== 'acl:relcl') {
    clause = CLAUSES.has(relation(clause)) ? tree.head(clause) : undefined;
  }
  return (clause && tree.head(clause)) ?? subject;
}

/** The words of a verbal cue: auxiliaries, negation, particle, adverbs beside it, and "in a statement" right behind. */
export function cueTokens(
  { tree, words }: RuleContext,
  verb: Token,
  besides: readonly Token[] = [],
): Token[] {
  const occasions = words.parts.occasion;
  const own = new Set<Token>([verb, ...besides]);
  for (const part of governors(tree, verb)) own.add(part);
  for (const child of tree.children(verb)) {
    const rel = child.deprel;
    if (rel === 'aux' || rel === 'aux:pass' || rel === 'compound:prt' || rel === 'cop') own.add(child);
    // "to endorse": an infinitive with its particle.
    else if (rel === 'mark' && child.lemma === 'to') own.add(child);
    else if (
      rel === 'advmod' &&
      !/^W/.test(child.xpos) &&
      Math.abs(child.index - verb.index) <= 3 &&
      tree.children(child).length === 0
    ) {
      if (child.index < verb.index || child.index === verb.index + 1) own.add(child);
    } else if (relation(child) === 'obl' && child.index > verb.index && occasions.has(child.lemma)) {
      const phraseTokens = tree.subtree(child);
      if (phraseTokens[0]!.index === verb.index + 1 && phraseTokens.length <= 8)
        for (const t of phraseTokens) own.add(t);
    } else if (
      relation(child) === 'obl' &&
      verb.lemma === 'say' &&
      tree.child(child, 'case')?.lemma === 'of'
    ) {
      // "said of the truce": of what it was said stays outside, "of" leads to it.
      const of = tree.child(child, 'case')!;
      if (of.index === verb.index + 1) own.add(of);
    } else if (relation(child) === 'obl' && child.index === verb.index + 1 && isCalendarWord(child.form))
      own.add(child);
  }
  const sorted = [...own].sort((a, b) => a.index - b.index);
  // Only what stands together with the verb: a cue is one stretch, save for the words a rule adds.
  const at = sorted.indexOf(verb);
  let from = at;
  let to = at;
  while (from > 0 && sorted[from - 1]!.index >= sorted[from]!.index - 1) from--;
  while (to + 1 < sorted.length && sorted[to + 1]!.index <= sorted[to]!.index + 1) to++;
  const together = sorted.slice(from, to + 1);
  return [...new Set([...together, ...besides])].sort((a, b) => a.index - b.index);
}

/** "went on to say", "is trying to show": the verbs right before that only lead to the cue. */
function governors(tree: Tree, verb: Token): Token[] {
  const out: Token[] = [];
  let at = verb;
  for (let steps = 0; relation(at) === 'xcomp' && steps < 4; steps++) {
    const head = tree.head(at)!;
    const between = tree.tokens.slice(head.index + 1, at.index);
    if (head.index > at.index || !between.every((t) => ['PART', 'ADV', 'ADP'].includes(t.upos))) break;
    const aux = tree.childrenBy(head, 'aux', 'aux:pass', 'cop', 'advmod').filter((t) => t.index < head.index);
    out.push(...aux, head, ...between);
    at = head;
  }
  return out;
}

/**
 * A noun phrase with the phrases right behind it that the parser hung on the verb: "explosions at the airport", "any
 * role in the raid". When it was said and on what occasion is left out.
 */
export function withTail({ tree, words }: RuleContext, verb: Token, head: Token): Token[] {
  const tokens = phrase(tree, head);
  if (tokens.length === 0 || head.index < verb.index) return tokens;
  const out = [...tokens];
  for (const next of tree.childrenBy(verb, 'obl', 'advcl')) {
    const part = tree.subtree(next);
    if (
      part[0]!.index !== out.at(-1)!.index + 1 ||
      isCalendarWord(next.form) ||
      isOccasion(tree, words, next)
    )
      continue;
    if (next.upos === 'VERB' && tree.child(next, 'mark')) continue;
    out.push(...trimMarks(part));
  }
  return out;
}

/** "in a statement", "at a briefing": where something was said; "of a report" belongs to what it hangs on. */
export function isOccasion(tree: Tree, words: CueWords, noun: Token): boolean {
  const mark = tree.childrenBy(noun, 'case')[0];
  return words.parts.occasion.has(noun.lemma) && !/^(?:of|for|about|against|into)$/.test(mark?.lemma ?? '');
}

/** What is said, as one clause or as two that a parser made of one ("that the number of dead | was 203"). */
export function toldTogether(tree: Tree, verb: Token, content: Token): Token[] {
  const words = tree.subtree(content, (child) => child === verb);
  if (content.deprel !== 'ccomp' || content.index < verb.index) return words;
  const more = tree
    .childrenBy(verb, 'ccomp')
    .filter((child) => child !== content && child.index > verb.index);
  if (more.length === 0) return words;
  return [...new Set([...words, ...more.flatMap((child) => tree.subtree(child))])].sort(
    (a, b) => a.index - b.index,
  );
}

/** All tokens of `whole` that are not in any of `parts`. */
export function without(whole: readonly Token[], ...parts: (readonly Token[])[]): Token[] {
  const out = new Set(parts.flat());
  return whole.filter((token) => !out.has(token));
}
