/** Whom a state of things is said of: who holds a place, who is under siege, whom harm has befallen. */
import { agentOf, agentPhrase } from '../attribution/parts.ts';
import type { Token } from '../language/parsed-text.ts';
import type { Tree } from '../syntax/tree.ts';
import type { Clause } from './clauses.ts';
import { canAct, conjuncts, isDate, namesActor } from './role-parts.ts';
import type { FoundRoles } from './roles.ts';
import { harmOf } from './told-effects.ts';
import { type EventWords, phraseEndingAt } from './words.ts';

/** Of a state of things: whoever it is said of, if it can act; of a held place, who holds it. */
export function subjectRoles(tree: Tree, clause: Clause, words: EventWords): FoundRoles {
  if (clause.kind === 'attribute')
    return { by: holderOf(tree, clause), against: besieged(tree, clause, words) };
  const subject = clause.head.upos === 'VERB' ? agentOf(tree, clause.head) : tree.child(clause.head, 'nsubj');
  // "nine people were dead", "the wounded were two guards": it befell them.
  if (words.effects.A.has(clause.head.form.toLowerCase()))
    return { by: [], against: subject ? conjuncts(tree, subject) : [] };
  const owner = tree
    .childrenBy(clause.head, 'compound', 'nmod:poss', 'amod')
    .filter((child) => namesActor(tree, child, words));
  const heads = subject && !tree.child(clause.head, 'expl') ? conjuncts(tree, subject) : owner;
  return {
    by: heads.filter((head) => canAct(tree, head, words) && !harmOf(head, words)),
    against: [],
  };
}

/** "civilians besieged within the city": those right before are under siege. */
function besieged(tree: Tree, { head }: Clause, words: EventWords): Token[] {
  const noun = tree.tokens[head.index - 1];
  const besets = /^(?:besiege|surround|encircle|trap)$/.test(head.lemma) && head.xpos === 'VBN';
  return besets && noun && phraseEndingAt(tree.tokens, noun.index, words.persons) ? [noun] : [];
}

/** "rebel" of "rebel-held", "Kurdish" of "Kurdish-controlled". */
function holderOf(tree: Tree, clause: Clause): Token[] {
  const before = tree.tokens[clause.head.index - 2];
  if (tree.tokens[clause.head.index - 1]?.form === '-' && before) return [before];
  const agent = agentPhrase(tree, clause.head);
  return agent && !isDate(agent) ? [agent] : [];
}
