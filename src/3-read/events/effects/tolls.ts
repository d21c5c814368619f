/** Tolls told as numbers of their own: "the death toll rose to 43 from 31", "a toll of 43", "the number of wounded stood at 12". */
import type { EffectKind } from '../../../records/index.ts';
import type { Token } from '../../language/parsed-text.ts';
import { relation, type Tree } from '../../syntax/tree.ts';
import { findQuantity } from '../quantities.ts';
import type { EventWords } from '../words.ts';

export interface Toll {
  kinds: readonly EffectKind[];
  /** The word at which the count stands or ends. */
  head: Token;
  /** The word that says what is counted. */
  noun: Token;
}

const TOLLS = new Set(['toll', 'tally', 'count']);

/** What a toll counts, or null: dead where nothing is said. */
function countedBy(tree: Tree, noun: Token, words: EventWords): readonly EffectKind[] | null {
  if (TOLLS.has(noun.lemma)) {
    const before = tree.childrenBy(noun, 'compound', 'amod').map((t) => t.lemma.toLowerCase());
    if (before.some((w) => ['injury', 'wounded', 'injured'].includes(w))) return ['wounded'];
    if (
      before.some((w) => ['death', 'dead', 'casualty', 'body', 'fatality', 'official', 'human'].includes(w))
    )
      return ['killed'];
    return noun.lemma === 'toll' && before.length === 0 ? ['killed'] : null;
  }
  if (noun.lemma !== 'number' && noun.lemma !== 'total') return null;
  const of = tree.childrenBy(noun, 'nmod').find((child) => tree.child(child, 'case')?.lemma === 'of');
  if (!of) return null;
  const told = tree
    .subtree(of)
    .map((t) => words.effects.A.get(t.form.toLowerCase()) ?? words.effects.N.get(t.lemma))
    .find((kinds) => kinds !== undefined);
  return told ?? null;
}

export function tollsOf(tree: Tree, own: ReadonlySet<Token>, words: EventWords): Toll[] {
  const out: Toll[] = [];
  for (const noun of own) {
    if (noun.upos !== 'NOUN') continue;
    const kinds = countedBy(tree, noun, words);
    const head = kinds && countOf(tree, noun, own);
    if (kinds && head) out.push({ kinds, head, noun });
  }
  return out;
}

/** Where the count of a toll stands: after "to", "at" or "of", as object, or as what the toll is. */
function countOf(tree: Tree, noun: Token, own: ReadonlySet<Token>): Token | null {
  const counted = (token: Token | undefined) =>
    token && own.has(token) && hasCount(tree, token) ? token : null;
  const marked = (over: Token, ...marks: string[]) =>
    tree
      .childrenBy(over, 'obl', 'nmod', 'advmod')
      .find(
        (child) =>
          child !== noun && marks.includes(tree.child(child, 'case')?.lemma ?? '') && hasCount(tree, child),
      );
  const inside = noun.lemma === 'number' ? null : counted(marked(noun, 'of', 'to', 'at'));
  if (inside) return inside;
  const verb = tree.head(noun);
  if (!verb) return null;
  // "the toll was 43": the count is the predicate.
  if (relation(noun) === 'nsubj' && verb.upos === 'NUM') return counted(verb);
  if (relation(noun) === 'nsubj' && tree.child(verb, 'cop')) return counted(verb);
  const to = counted(marked(verb, 'to', 'at'));
  if (to) return to;
  const object = tree.child(verb, 'obj');
  return object !== noun ? counted(object) : null;
}

const hasCount = (tree: Tree, token: Token): boolean => {
  const from = Math.min(token.index, ...tree.children(token).map((child) => child.index));
  return findQuantity(tree.tokens, from, token.index + 1) !== null;
};
