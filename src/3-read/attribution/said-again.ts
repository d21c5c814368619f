/** "the same thing", "the claim", "it": words that only come back to what was said before. */
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import type { CueWords } from './cue-words.ts';

const POINTS_BACK = new Set(['the', 'this', 'that', 'these', 'those', 'any', 'all', 'such', 'both']);
const PRONOUNS = new Set(['this', 'that', 'it', 'so']);

/** Whether a phrase of few words says nothing of its own but means what was told before. */
export function isSaidAgain(tree: Tree, tokens: readonly Token[], { parts }: CueWords): boolean {
  const words = tokens.filter((token) => token.upos !== 'PUNCT');
  const head = words.find((token) => token.head < 0 || !words.includes(tree.tokens[token.head]!));
  if (!head || words.length > 12) return false;
  // "Asked it to leave": whoever is asked, not what is said.
  if (words.length === 1)
    return PRONOUNS.has(head.lemma.toLowerCase()) && tree.tokens[head.index + 1]?.xpos !== 'TO';
  if (!parts['said-again'].has(head.lemma)) return false;
  if (words.some((token) => token.form.toLowerCase() === 'same')) return true;
  const told = tree
    .children(head)
    .some((child) => ['acl', 'nmod', 'appos'].includes(relation(child)) && child.deprel !== 'nmod:poss');
  return (
    !told &&
    tree
      .children(head)
      .some(
        (child) =>
          child.deprel === 'nmod:poss' ||
          (relation(child) === 'det' && POINTS_BACK.has(child.lemma.toLowerCase())),
      )
  );
}
