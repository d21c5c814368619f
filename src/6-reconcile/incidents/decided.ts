/**
 * What people decided about incidents wins over what the machine makes of them. Decisions are applied in the order they
 * were made, to the incidents as they came out; an id that leads nowhere any more leaves things as they are, and is told.
 */
import type { Happening } from '../happenings/happening.ts';

export type IncidentDecision =
  | { seq: number; type: 'merge'; into: string; from: readonly string[] }
  | { seq: number; type: 'split'; id: string; groups: readonly (readonly string[])[] };

export interface Decided {
  incidents: Happening[][];
  /** Decisions that found nothing to apply to, by number. */
  without: number[];
  /** Happenings whose incident a person has shaped, with the decisions' numbers. */
  by: Map<string, number[]>;
}

/** @param find the happening that an id (an incident's name, or a claim) means */
export function applyDecisions(
  incidents: readonly Happening[][],
  decisions: readonly IncidentDecision[],
  find: (id: string) => string | null,
): Decided {
  const groups = new Set(incidents.map((group) => [...group]));
  const home = new Map<string, Happening[]>();
  for (const group of groups) for (const one of group) home.set(one.id, group);
  const without: number[] = [];
  const by = new Map<string, number[]>();
  const note = (group: readonly Happening[], seq: number) => {
    for (const { id } of group) by.set(id, [...(by.get(id) ?? []), seq]);
  };
  const groupOf = (id: string) => home.get(find(id) ?? '') ?? null;
  for (const decision of [...decisions].sort((a, b) => a.seq - b.seq)) {
    if (decision.type === 'merge') {
      const all = new Set([decision.into, ...decision.from].map(groupOf).filter((group) => group !== null));
      if (all.size < 2) {
        if (all.size === 0) without.push(decision.seq);
        continue;
      }
      const merged = [...all].flat();
      for (const group of all) groups.delete(group);
      groups.add(merged);
      for (const one of merged) home.set(one.id, merged);
      note(merged, decision.seq);
      continue;
    }
    const whole = groupOf(decision.id);
    const parts = decision.groups.map((ids) => new Set(ids.map(find)));
    if (!whole || parts.length < 2) {
      without.push(decision.seq);
      continue;
    }
    // What the person did not name stays with the first part.
    const split = parts.map((): Happening[] => []);
    for (const one of whole)
      split[
        Math.max(
          0,
          parts.findIndex((part) => part.has(one.id)),
        )
      ]!.push(one);
    groups.delete(whole);
    for (const part of split.filter((part) => part.length > 0)) {
      groups.add(part);
      for (const one of part) home.set(one.id, part);
      note(part, decision.seq);
    }
  }
  const inOrder = [...groups].map((group) => group.sort((a, b) => (a.id < b.id ? -1 : 1)));
  return { incidents: inOrder.sort((a, b) => (a[0]!.id < b[0]!.id ? -1 : 1)), without, by };
}
