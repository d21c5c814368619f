/** Whether somebody is named by an office, which makes him public: "the minister X", "X, the army's spokesman", "X is the governor". */
import type { NameMention, Token } from '../../3-read/language/parsed-text.ts';
import { relation, type Tree } from '../../3-read/syntax/tree.ts';
import { OFFICES, RANK } from './titled-names.ts';

/** Relations of a noun and a name that are the same person. */
const SAME = ['appos', 'compound', 'flat'];
/** Words between an office and the name behind it: "foreign minister of the republic, X". */
const BEFORE_MAX = 3;
const BETWEEN = new Set(['ADJ', 'NOUN', 'PROPN', 'PUNCT', 'CCONJ']);

export function hasOffice(tree: Tree, { firstToken, lastToken }: NameMention): boolean {
  const own = tree.tokens.slice(firstToken, lastToken + 1);
  const top = own.find((t) => t.head < firstToken || t.head > lastToken) ?? own[0];
  if (!top) return false;
  const head = tree.head(top);
  if (head && isOffice(head) && (SAME.includes(relation(top)) || isSubjectOf(tree, top, head))) return true;
  return tree.childrenBy(top, ...SAME).some(isOffice) || isBehindOffice(tree, firstToken);
}

/** "X is the governor" */
const isSubjectOf = (tree: Tree, name: Token, office: Token): boolean =>
  relation(name) === 'nsubj' && tree.child(office, 'cop') !== undefined;

/** No verb stands between: of "officers found X" nothing is learnt of X. */
function isBehindOffice({ tokens }: Tree, first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - BEFORE_MAX); at--) {
    const token = tokens[at]!;
    if (isOffice(token)) return at === first - 1 || !['NNS', 'NNPS'].includes(token.xpos);
    if (!BETWEEN.has(token.upos)) return false;
  }
  return false;
}

const isOffice = ({ upos, lemma, form }: Token): boolean =>
  (upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ') &&
  (OFFICES.has(lemma.toLowerCase()) || OFFICES.has(form.toLowerCase()) || RANK.test(form));
