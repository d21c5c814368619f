/** The parts of an attribution read off a tree: who the subject of a verb is, and which words are its cue. */
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree, trimMarks } from '../syntax/tree.ts';

const CLAUSES = new Set(['advcl', 'acl', 'ccomp', 'xcomp', 'parataxis', 'conj', 'csubj']);

/** Marks of clauses that do not belong to a noun phrase, where the parser hung them there. */
const notOfPhrase = (child: Token) =>
  ['parataxis', 'discourse', 'advcl', 'vocative', 'dislocated'].includes(relation(child));

/** The noun phrase of a head, marks at its ends left out. */
export function phrase(tree: Tree, head: Token): Token[] {
  return trimMarks(tree.subtree(head, notOfPhrase));
}

export function isPassive(tree: Tree, verb: Token): boolean {
  return tree.children(verb).some((child) => child.deprel === 'aux:pass' || child.deprel === 'nsubj:pass');
}

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
  const subject = tree.child(verb, 'nsubj');
  if (subject) return antecedent(tree, subject, verb);
  if (depth > 6) return undefined;
  const head = tree.head(verb);
  if (!head) return undefined;
  const rel = relation(verb);
  if (rel === 'conj' || rel === 'xcomp' || rel === 'parataxis') {
    if (rel === 'conj' && isPassive(tree, head))
      return tree.child(head, 'nsubj') ?? agentOf(tree, head, depth + 1);
    if (rel === 'parataxis' && !isReduced(tree, verb)) return undefined;
    return isPassive(tree, head) ? tree.child(head, 'nsubj') : agentOf(tree, head, depth + 1);
  }
  if (rel === 'acl') {
    if (verb.xpos === 'VBN' || verb.xpos === 'VBD') return agentPhrase(tree, verb);
    return head;
  }
  if (rel === 'advcl') {
    if (!isReduced(tree, verb) && !tree.child(verb, 'mark')) return undefined;
    const nominal = ['NOUN', 'PROPN', 'PRON'].includes(head.upos);
    if (isPassive(tree, head)) return tree.child(head, 'nsubj');
    return nominal && !tree.child(head, 'nsubj') ? head : agentOf(tree, head, depth + 1);
  }
  return undefined;
}

/** "by X" of a passive or participle. */
export function agentPhrase(tree: Tree, verb: Token): Token | undefined {
  return tree
    .childrenBy(verb, 'obl', 'nmod')
    .find((child) => child.deprel === 'obl:agent' || tree.child(child, 'case')?.lemma === 'by');
}

/** What a relative pronoun stands for, else the token itself. */
export function antecedent(tree: Tree, subject: Token, verb: Token): Token {
  if (
    subject.xpos !== 'WP' &&
    subject.xpos !== 'WDT' &&
    !(subject.lemma === 'that' && subject.upos === 'PRON')
  ) {
    return subject;
  }
  let clause: Token | undefined = verb;
  while (clause && clause.deprel !== 'acl:relcl') {
    clause = CLAUSES.has(relation(clause)) ? tree.head(clause) : undefined;
  }
  return (clause && tree.head(clause)) ?? subject;
}

/** Places and times at which things are said are part of how they are said. */
const OCCASIONS = new Set(
  'statement interview conference briefing speech email e-mail tweet post letter report message release article editorial memo remark testimony address comment'.split(
    ' ',
  ),
);

/** The words of a verbal cue: auxiliaries, negation, particle, adverbs beside it, and "in a statement" right behind. */
export function cueTokens(tree: Tree, verb: Token, besides: readonly Token[] = []): Token[] {
  const own = new Set<Token>([verb, ...besides]);
  for (const child of tree.children(verb)) {
    const rel = child.deprel;
    if (rel === 'aux' || rel === 'aux:pass' || rel === 'compound:prt' || rel === 'cop') own.add(child);
    else if (
      rel === 'advmod' &&
      Math.abs(child.index - verb.index) <= 3 &&
      tree.children(child).length === 0
    ) {
      if (child.index < verb.index || child.index === verb.index + 1) own.add(child);
    } else if (relation(child) === 'obl' && child.index > verb.index && OCCASIONS.has(child.lemma)) {
      const phraseTokens = tree.subtree(child);
      if (phraseTokens[0]!.index === verb.index + 1 && phraseTokens.length <= 8)
        for (const t of phraseTokens) own.add(t);
    }
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

/** All tokens of `whole` that are not in any of `parts`. */
export function without(whole: readonly Token[], ...parts: (readonly Token[])[]): Token[] {
  const out = new Set(parts.flat());
  return whole.filter((token) => !out.has(token));
}
