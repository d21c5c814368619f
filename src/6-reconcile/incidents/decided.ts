/**
 * What people decided about incidents wins over what the machine makes of them. Decisions are applied in the order they
 * were made, to the incidents as they came out; an id that leads nowhere any more leaves things as they are, and is told.
 */
import type { Happening } from '../happenings/happening.ts';

export type IncidentDecision =
  | { seq: number; type: 'merge'; into: string; from: readonly string[] }
  | { seq: number; type: 'split'; id: string; groups: readonly (readonly string[])[] };

export interface Decided {
  /** Incidents that decisions speak of, as they stand after them. */
  shaped: Happening[][];
  /** Their happenings, each to its incident. */
  home: Map<string, Happening[]>;
  /** Ids of the first happenings of the machine's incidents that these stand in place of. */
  replaced: Set<string>;
  /** Decisions that found nothing to apply to, by number. */
  without: number[];
  /** Happenings whose incident a person has shaped, with the decisions' numbers. */
  by: Map<string, number[]>;
}

/**
 * Only what decisions speak of is looked at.
 * @param incidentOf the machine's incident of a happening
 * @param find the happening that an id (an incident's name, or a claim) means
 */
export function applyDecisions(
  incidentOf: (happening: string) => readonly Happening[] | null,
  decisions: readonly IncidentDecision[],
  find: (id: string) => string | null,
): Decided {
  const groups = new Set<Happening[]>();
  const home = new Map<string, Happening[]>();
  const replaced = new Set<string>();
  const without: number[] = [];
  const by = new Map<string, number[]>();
  const note = (group: readonly Happening[], seq: number) => {
    for (const { id } of group) by.set(id, [...(by.get(id) ?? []), seq]);
  };
  const settle = (group: Happening[]) => {
    groups.add(group);
    for (const one of group) home.set(one.id, group);
  };
  const groupOf = (id: string): Happening[] | null => {
    const happening = find(id);
    if (happening === null) return null;
    const here = home.get(happening);
    const machine = here ? null : incidentOf(happening);
    if (!machine) return here ?? null;
    replaced.add(machine[0]!.id);
    const group = [...machine];
    settle(group);
    return group;
  };
  for (const decision of [...decisions].sort((a, b) => a.seq - b.seq)) {
    if (decision.type === 'merge') {
      const all = new Set([decision.into, ...decision.from].map(groupOf).filter((group) => group !== null));
      if (all.size < 2) {
        if (all.size === 0) without.push(decision.seq);
        continue;
      }
      const merged = [...all].flat();
      for (const group of all) groups.delete(group);
      settle(merged);
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
      settle(part);
      note(part, decision.seq);
    }
  }
  const shaped = [...groups].map((group) => group.sort((a, b) => (a.id < b.id ? -1 : 1)));
  return { shaped, home, replaced, without, by };
}
