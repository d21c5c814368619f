/**
 * Counts with a word that bounds them ("killed more than 60 people", "and up to 80 fighters") are often hung as if that
 * word were a preposition. Here they become what they are: object, subject or coordinated phrase. Only relations change.
 */
import { findQuantity } from '../events/quantities.ts';
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree } from './tree.ts';

const LOOSE = new Set(['obl', 'nmod', 'advmod', 'dep', 'nummod', 'xcomp']);

export function mendCounts(tree: Tree): void {
  for (const token of tree.tokens) {
    if (token.upos === 'VERB') mendVerb(tree, token);
    else if (LOOSE.has(relation(token)) && isCounted(token)) mendConjunct(tree, token);
  }
}

const isCounted = (token: Token) => token.upos === 'NOUN' || token.upos === 'NUM' || token.upos === 'PROPN';

function mendVerb(tree: Tree, verb: Token): void {
  if (!tree.child(verb, 'obj')) {
    const object = countedAfter(tree, verb);
    if (object) object.deprel = 'obj';
  }
  if (!tree.child(verb, 'nsubj', 'csubj')) {
    const subject = tree
      .children(verb)
      .find((child) => child.index < verb.index && relation(child) === 'obl' && beginsWithBound(tree, child));
    if (subject) subject.deprel = tree.child(verb, 'aux:pass') ? 'nsubj:pass' : 'nsubj';
  }
}

/** The head of a counted phrase right behind a verb. */
function countedAfter(tree: Tree, verb: Token): Token | undefined {
  const { tokens } = tree;
  const from = verb.index + 1;
  const quantity = findQuantity(tokens, from, Math.min(from + 8, tokens.length));
  if (!quantity || quantity.share || quantity.first !== from) return undefined;
  for (let i = quantity.last; i < Math.min(quantity.last + 5, tokens.length); i++) {
    const token = tokens[i]!;
    // "at least 35 more innocent civilians".
    const more = /^(?:more|other|further)$/i.test(token.form);
    if (i > quantity.last && !more && !['NOUN', 'PROPN', 'ADJ', 'NUM', 'PUNCT'].includes(token.upos))
      return undefined;
    const year = token.upos === 'NUM' && /^(?:1[89]|20)\d\d$/.test(token.form);
    if (token.head === verb.index && LOOSE.has(relation(token)) && isCounted(token) && !year) return token;
  }
  return undefined;
}

/** Whether a phrase begins with "at least", "more than" … and its count. */
function beginsWithBound(tree: Tree, head: Token): boolean {
  const first = tree.subtree(head)[0]!.index;
  const quantity = findQuantity(tree.tokens, first, head.index + 1);
  return (
    quantity !== null && !quantity.share && quantity.first === first && tree.tokens[first]!.upos !== 'NUM'
  );
}

/** "a post of theirs and up to 80 fighters". */
function mendConjunct(tree: Tree, token: Token): void {
  const head = tree.head(token);
  const cc = tree.child(token, 'cc');
  if (!head || !cc || cc.index > token.index || !isCounted(head)) return;
  const quantity = findQuantity(tree.tokens, cc.index + 1, token.index + 1);
  if (quantity && !quantity.share && quantity.first === cc.index + 1) token.deprel = 'conj';
}
