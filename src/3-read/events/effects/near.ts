/** What stands beside a word of harm, where the tree does not say what it befell. */
import type { Token } from '../../language/parsed-text.ts';
import { relation, type Tree } from '../../syntax/tree.ts';
import { findQuantity } from '../quantities.ts';

const OPENS = new Set(['DET', 'NUM', 'ADJ', 'NOUN', 'PROPN']);

/** The noun phrase right behind an active verb that has no object: "hit the compound itself". */
export function nounBehind(tree: Tree, verb: Token): Token | undefined {
  const { tokens } = tree;
  let last: Token | undefined;
  for (let i = verb.index + 1; i < Math.min(verb.index + 8, tokens.length); i++) {
    const token = tokens[i]!;
    const possessive = token.xpos === 'PRP$' || token.xpos === 'POS';
    if (!OPENS.has(token.upos) && !possessive && token.form !== '-') break;
    if (token.upos === 'NOUN' && !/unmarked/.test(token.deprel)) last = token;
    else if (token.upos === 'DET' && last) break;
  }
  return last;
}

/** "the mayor was among hundreds injured": who is told apart, and all of them. */
export function isAmong(tree: Tree, state: Token): { one: Token; all: Token } | null {
  const all = tree.head(state);
  if (!all || !['acl', 'amod'].includes(relation(state))) return null;
  const among = tree.child(all, 'case')?.lemma === 'among';
  const one = tree.child(all, 'nsubj');
  if (!among || !one || !tree.child(all, 'cop') || ['that', 'this', 'it'].includes(one.lemma)) return null;
  return findQuantity(tree.tokens, all.index, all.index + 1) || all.upos === 'NOUN' ? { one, all } : null;
}
