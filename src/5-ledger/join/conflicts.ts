/** Questions to which people of different ledgers gave different answers. Pure: of the joined ledger, whichever came to which. */
import type { Decision, DecisionPayload } from '../review/decision.ts';
import { undoneBy } from '../review/undo.ts';
import { canonicalJson } from '../statements/canonical-json.ts';
import type { Conflict } from './join-types.ts';
import { asSaid, type FromElsewhere, type Ordered, originOf } from './origin.ts';

export type DecisionFrom = DecisionPayload & FromElsewhere & Ordered;

export function conflictsIn(decisions: readonly DecisionFrom[], own: string): Conflict[] {
  const ordered = asSaid(decisions, own);
  const undone = undoneBy(ordered);
  const groups = new Map<string, DecisionFrom[]>();
  for (const one of ordered) {
    const question = undone.has(one.seq) ? null : questionOf(one);
    if (question === null) continue;
    const group = groups.get(question);
    if (group) group.push(one);
    else groups.set(question, [one]);
  }
  const conflicts: Conflict[] = [];
  for (const question of [...groups.keys()].sort()) {
    const group = groups.get(question)!;
    const ledgers = new Set(group.map((one) => originOf(one, own).ledger));
    const answers = new Set(group.map(({ decision }) => answerOf(decision)));
    if (ledgers.size < 2 || answers.size < 2) continue;
    conflicts.push({
      on: question,
      document: group[0]!.document,
      answers: group.map((one, i) => ({
        who: one.who,
        origin: originOf(one, own),
        answer: answerOf(one.decision),
        decision: one.decision,
        holds: i === group.length - 1,
      })),
    });
  }
  return conflicts;
}

/** Null for what is no answer to a question that others might answer otherwise: notes, claims that were added. */
function questionOf({ decision, words, document }: DecisionPayload): string | null {
  const claim = words[0] ? `“${words[0].text}” at ${words[0].start}` : '';
  switch (decision.type) {
    case 'reads-right':
    case 'reject':
      return `whether ${claim} of ${document} reads right`;
    case 'correct':
      return `${decision.field} of ${claim} of ${document}`;
    case 'code':
      return `${decision.profile} ${decision.cell} of incident ${decision.incident}`;
    case 'status':
      return `status of ${document}`;
    default:
      return null;
  }
}

function answerOf(decision: Decision): string {
  switch (decision.type) {
    case 'correct':
      return canonicalJson(decision.value);
    case 'code':
      return canonicalJson(decision.value);
    case 'status':
      return decision.status;
    default:
      return decision.type;
  }
}
