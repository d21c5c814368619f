/** Who a sentence was about when a pronoun came: the subject before it, which "it" and "they" mean more often than the nearest name. */
import type { Token } from '../../3-read/language/parsed-text.ts';
import { relation, type Tree } from '../../3-read/syntax/tree.ts';

export interface Subject {
  tree: Tree;
  head: Token;
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON']);

/** The last subject before a word in its sentence, else that of the main verb of the sentence before. */
export function subjectBefore(trees: readonly Tree[], sentence: number, word: Token): Subject | null {
  const tree = trees[sentence];
  const own = tree?.tokens.findLast((t) => t.end <= word.start && isSubject(t));
  if (tree && own) return { tree, head: own };
  const before = trees[sentence - 1];
  if (!before) return null;
  const main = before.tokens.filter(isSubject);
  const head = main.find((t) => before.head(t)?.head === -1) ?? main[0];
  return head ? { tree: before, head } : null;
}

/** The last subject before a word in its sentence that is a name or a description. */
export const namedBefore = (tree: Tree, word: Token): Token | undefined =>
  tree.tokens.findLast((t) => t.end <= word.start && t.upos !== 'PRON' && isSubject(t));

const isSubject = (token: Token) =>
  relation(token) === 'nsubj' && NOMINAL.has(token.upos) && !isRelative(token);

const isRelative = (token: Token) => ['WP', 'WDT'].includes(token.xpos) || token.lemma === 'that';
