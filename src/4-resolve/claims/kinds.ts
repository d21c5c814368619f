/** What kind of claim a clause is: a happening, a state of things, an opinion, a place told, or only that another said so. */

import type { RawClaim } from '../../3-read/events/claims.ts';
import type { EventWords } from '../../3-read/events/words.ts';
import { relation } from '../../3-read/syntax/tree.ts';
import type { ClaimKind, EventType } from '../../records/index.ts';

const DIRECTIONS = new Set(
  'north south east west northeast northwest southeast southwest northern southern eastern western'.split(
    ' ',
  ),
);
const DISTANCE = /^(?:km|kms|kilomet(?:er|re)s?|miles?|mi)$/;

export function kindOf(claim: RawClaim, type: EventType | null, { judging }: EventWords): ClaimKind {
  const { tree, clause, tokens } = claim;
  if (claim.saidAgain && claim.chain.length > 0) return 'corroboration';
  if (isGeography(claim)) return 'geography';
  const own = tokens.filter((t) => t === clause.head || tree.head(t) === clause.head);
  const cop = tree.child(clause.head, 'cop');
  // "was able to capture the hill": they did.
  const copular = cop !== undefined && !(cop.xpos === 'VBD' && clause.head.lemma === 'able');
  const judged = own.some(
    (t) =>
      (judging.judges.has(t.lemma.toLowerCase()) || judging.judges.has(t.form.toLowerCase())) &&
      (t === clause.head ||
        ['obj', 'xcomp', 'amod'].includes(relation(t)) ||
        (copular && relation(t) === 'nsubj')),
  );
  if (clause.kind === 'speech-act') return 'event';
  if (tellsMeaning(claim, judging) || goesWell(claim, judging)) return 'assessment';
  // "called the raid a crime" judges; "described the town as besieged" tells of a siege.
  if (!type && claim.rules.includes('described-as')) return 'assessment';
  if (type && !(copular && (judged || !claim.trigger || claim.trigger.token !== clause.head)))
    return isState(claim) ? 'situation' : 'event';
  if (judged || tokens.some((t) => relation(t) === 'aux' && (t.lemma === 'should' || t.lemma === 'must')))
    return 'assessment';
  return 'situation';
}

/** "His death will weaken the group", "holding the town would stop attacks": what a happening means or leads to. */
function tellsMeaning(
  { tree, clause, trigger, effects }: RawClaim,
  { means }: EventWords['judging'],
): boolean {
  const { head } = clause;
  if (head.upos !== 'VERB' || effects.length > 0) return false;
  const doing = tree.child(head, 'csubj');
  if (doing?.xpos === 'VBG' && !tree.child(doing, 'nsubj')) return true;
  const subject = tree.child(head, 'nsubj');
  return (
    means.has(head.lemma) &&
    trigger?.noun === true &&
    subject !== undefined &&
    tree.under(trigger.token, subject)
  );
}

/** "Russia is fighting them effectively": how well it goes, while it goes on. */
function goesWell({ tree, clause, effects }: RawClaim, { manner }: EventWords['judging']): boolean {
  const { head } = clause;
  return (
    effects.length === 0 &&
    /^VB[GPZ]$/.test(head.xpos) &&
    tree.childrenBy(head, 'advmod').some((t) => manner.has(t.form.toLowerCase()))
  );
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

const GAINS = /^(?:take|gain|regain|seize|assume|lose|wrest|cede|establish|win)$/;

/** Control, siege or presence as a state: "is surrounded", "controls", "remains under". */
function isState({ tree, clause, trigger, effects }: RawClaim): boolean {
  const { head } = clause;
  if (clause.kind === 'attribute') return true;
  // "was among hundreds injured", "the blast was a car bomb": what happened, though told by "was".
  if (effects.some(({ what }) => what === 'killed' || what === 'wounded')) return false;
  const cop = tree.child(head, 'cop');
  if (cop?.xpos === 'VBD' && head.lemma === 'able') return false;
  if (cop) return !(trigger?.noun === true && trigger.token === head);
  if (['control', 'hold', 'besiege', 'surround', 'encircle', 'occupy'].includes(head.lemma)) {
    const passive = tree.children(head).some((child) => child.deprel === 'aux:pass');
    const now = tree.childrenBy(head, 'aux').some((c) => c.lemma === 'be' && /^VB[PZ]$/.test(c.xpos));
    return passive
      ? now || (!tree.child(head, 'obl:agent') && !tree.children(head).some((c) => c.lemma === 'have'))
      : head.xpos === 'VBP' || head.xpos === 'VBZ';
  }
  // "took control of", "has gained control of": what happened; "has control of", "remains under control": how it is.
  return (
    trigger?.token.lemma === 'control' &&
    trigger.noun &&
    head.xpos !== 'VBD' &&
    !(GAINS.test(head.lemma) && tree.childrenBy(head, 'aux').some((t) => t.lemma === 'have'))
  );
}
