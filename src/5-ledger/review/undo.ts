/** Which decisions were undone. An undo can be undone in its turn. */
import type { Decision } from './decision.ts';

/** `decisions` oldest first; only those of type `undo` matter. */
export function undoneBy(decisions: readonly { seq: number; decision: Decision }[]): Set<number> {
  const undone = new Set<number>();
  for (const { seq, decision } of [...decisions].reverse()) {
    if (decision.type === 'undo' && !undone.has(seq)) undone.add(decision.decision);
  }
  return undone;
}
