/** What kind of claim a clause is: a happening, a state of things, an opinion, a place told, or only that another said so. */

import type { RawClaim } from '../../3-read/events/claims.ts';
import { relation } from '../../3-read/syntax/tree.ts';
import type { ClaimKind, EventType } from '../../records/index.ts';

const EVALUATIVE = new Set(
  'significant important major key main great grave critical successful effective victory success failure progress achievement defeat challenge crime provocation absurd unacceptable tragic shocking wrong right good bad better worse best worst strong weak brave heroic illegal unlawful legitimate justified necessary impossible dangerous easy difficult hard slow fast painful crushing decisive strategic meaningful committed threat aggression role goal aim main priority commitment satisfied progressing force deserve mean demonstrate prove'.split(
    ' ',
  ),
);

const DIRECTIONS = new Set(
  'north south east west northeast northwest southeast southwest northern southern eastern western'.split(
    ' ',
  ),
);
const DISTANCE = /^(?:km|kms|kilomet(?:er|re)s?|miles?|mi)$/;

export function kindOf(claim: RawClaim, type: EventType | null): ClaimKind {
  const { tree, clause, tokens } = claim;
  if (claim.saidAgain && claim.chain.length > 0) return 'corroboration';
  if (isGeography(claim)) return 'geography';
  const own = tokens.filter((t) => t === clause.head || tree.head(t) === clause.head);
  const copular = tree.child(clause.head, 'cop') !== undefined;
  const judged = own.some(
    (t) =>
      EVALUATIVE.has(t.lemma.toLowerCase()) &&
      (t === clause.head || relation(t) === 'obj' || relation(t) === 'xcomp' || relation(t) === 'amod'),
  );
  if (clause.kind === 'speech-act') return 'event';
  // "called the raid a crime" judges; "described the town as besieged" tells of a siege.
  if (!type && claim.rules.includes('described-as')) return 'assessment';
  if (type && !(copular && (judged || !claim.trigger || claim.trigger.token !== clause.head)))
    return isState(claim) ? 'situation' : 'event';
  if (judged || tokens.some((t) => relation(t) === 'aux' && (t.lemma === 'should' || t.lemma === 'must')))
    return 'assessment';
  return 'situation';
}

/** "is 35 km southeast of", "runs through": where things lie. */
function isGeography({ tokens, tree, clause }: RawClaim): boolean {
  const distance = tokens.some(
    (t, i) =>
      DISTANCE.test(t.form) &&
      (DIRECTIONS.has(tokens[i + 1]?.lemma.toLowerCase() ?? '') || tokens[i + 1]?.lemma === 'from'),
  );
  const still =
    tree.child(clause.head, 'cop') !== undefined ||
    ['lie', 'run', 'locate', 'situate', 'divide', 'stand', 'sit'].includes(clause.head.lemma) ||
    clause.kind === 'attribute';
  return still && (distance || (['run', 'divide'].includes(clause.head.lemma) && tokens.length < 14));
}

/** Control, siege or presence as a state: "is surrounded", "controls", "remains under". */
function isState({ tree, clause, trigger }: RawClaim): boolean {
  const { head } = clause;
  if (clause.kind === 'attribute') return true;
  if (tree.child(head, 'cop')) return true;
  if (['control', 'hold', 'besiege', 'surround', 'encircle', 'occupy'].includes(head.lemma)) {
    const passive = tree.children(head).some((child) => child.deprel === 'aux:pass');
    return passive
      ? !tree.child(head, 'obl:agent') && !tree.children(head).some((c) => c.lemma === 'have')
      : head.xpos === 'VBP' || head.xpos === 'VBZ';
  }
  return trigger?.token.lemma === 'control' && trigger.noun && head.xpos !== 'VBD';
}
