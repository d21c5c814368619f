/** Whether somebody is named by an office, which makes him public: "the minister X", "X, the army's spokesman", "X is the governor". */
import type { NameMention, Token } from '../../3-read/language/parsed-text.ts';
import { relation, type Tree } from '../../3-read/syntax/tree.ts';
import { OFFICES, RANK } from './titled-names.ts';

/** Relations of a noun and a name that are the same person. */
const SAME = ['appos', 'compound', 'flat'];
/** Words between an office and the name behind it: "foreign minister of the republic, X". */
const BEFORE_MAX = 9;
/** Words between where none of them is "of" or "for". */
const NEAR = 3;
const BETWEEN = new Set(['ADJ', 'NOUN', 'PROPN', 'PUNCT', 'CCONJ', 'DET', 'ADP']);

export function hasOffice(tree: Tree, { firstToken, lastToken }: NameMention): boolean {
  const own = tree.tokens.slice(firstToken, lastToken + 1);
  const top = own.find((t) => t.head < firstToken || t.head > lastToken) ?? own[0];
  if (!top) return false;
  const head = tree.head(top);
  if (head && isOffice(head) && (SAME.includes(relation(top)) || isSubjectOf(tree, top, head))) return true;
  // A title that was read as part of the name.
  if (own.some(isOffice) || tree.childrenBy(top, ...SAME).some(isOffice)) return true;
  return isBehindOffice(tree, firstToken) || isBeforeOffice(tree, lastToken);
}

/** "X is the governor" */
const isSubjectOf = (tree: Tree, name: Token, office: Token): boolean =>
  relation(name) === 'nsubj' && tree.child(office, 'cop') !== undefined;

/** "minister for the river lands, X". No verb stands between: of "officers found X" nothing is learnt of X. */
function isBehindOffice({ tokens }: Tree, first: number): boolean {
  if (tokens[first - 1]?.upos === 'ADP') return false;
  for (let at = first - 1; at >= Math.max(0, first - BEFORE_MAX); at--) {
    const token = tokens[at]!;
    if (isOffice(token)) {
      const between = tokens.slice(at + 1, first);
      const isOf = between[0]?.lemma === 'of' || between[0]?.lemma === 'for';
      const near =
        isOf || (between.length < NEAR && between.every(({ upos }) => upos !== 'ADP' && upos !== 'DET'));
      return near && (between.length === 0 || !['NNS', 'NNPS'].includes(token.xpos));
    }
    if (!BETWEEN.has(token.upos)) return false;
  }
  return false;
}

/** "X, commander of the fleet" */
function isBeforeOffice({ tokens }: Tree, last: number): boolean {
  if (tokens[last + 1]?.form !== ',') return false;
  for (let at = last + 2; at < Math.min(tokens.length, last + BEFORE_MAX); at++) {
    const token = tokens[at]!;
    if (isOffice(token)) return !['NNS', 'NNPS'].includes(token.xpos);
    if (token.upos === 'PUNCT' || token.upos === 'ADP' || !BETWEEN.has(token.upos)) return false;
  }
  return false;
}

const isOffice = ({ upos, lemma, form }: Token): boolean =>
  (upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ') &&
  (OFFICES.has(lemma.toLowerCase()) || OFFICES.has(form.toLowerCase()) || RANK.test(form));
