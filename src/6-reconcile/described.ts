/**
 * Every incident as it was described, kept in order of their names. After a change only those are described anew whose
 * happenings, names, copies or decisions it touches, so that a new report costs much the same in a large ledger.
 */
import type { Happening } from './happenings/happening.ts';
import type { Incident } from './incident.ts';

type Group = readonly Happening[];

export interface DescribedChanges {
  /** Ids of the first happenings of incidents that are no more. */
  gone: Iterable<string>;
  /** Incidents that came, or that something they rest on may have changed. */
  come: Iterable<Group>;
  /** Happenings of which something changed that their claims do not show: their names, what their reports copy. */
  stale: ReadonlySet<string>;
}

export interface Describing {
  describe: (group: Group) => Incident;
  /** What of an incident can change while its happenings stay the same. */
  stamp: (group: Group) => string;
}

interface Entry {
  group: Group;
  stamp: string;
  incident: Incident;
}

export class DescribedIncidents {
  readonly #entries = new Map<string, Entry>();
  #inOrder: readonly Incident[] = [];

  update({ gone, come, stale }: DescribedChanges, { describe, stamp }: Describing): void {
    const before = new Map<string, Entry>();
    const take = (first: string) => {
      const entry = this.#entries.get(first);
      if (entry) before.set(first, entry);
      this.#entries.delete(first);
    };
    for (const first of gone) take(first);
    const fresh = new Map<string, Group>();
    for (const group of come) fresh.set(group[0]!.id, group);
    const added: Incident[] = [];
    for (const [first, group] of fresh) {
      take(first);
      // Reports without a claim are no incident by themselves.
      if (group.every(({ claims }) => claims.length === 0)) continue;
      const known = before.get(first);
      const now = stamp(group);
      const kept = known && known.stamp === now && isSame(known.group, group) && !isStale(group, stale);
      const incident = kept ? known.incident : describe(group);
      if (kept) before.delete(first);
      else added.push(incident);
      this.#entries.set(first, { group, stamp: now, incident });
    }
    const removed = [...before.values()].map(({ incident }) => incident);
    this.#inOrder = withChanges(this.#inOrder, removed, added);
  }

  /** In order of their names. */
  get all(): readonly Incident[] {
    return this.#inOrder;
  }

  entries(): Iterable<{ group: Group; incident: Incident }> {
    return this.#entries.values();
  }
}

const isSame = (a: Group, b: Group): boolean => a.length === b.length && a.every((one, i) => one === b[i]);

const isStale = (group: Group, stale: ReadonlySet<string>): boolean =>
  stale.size > 0 && group.some(({ id }) => stale.has(id));

/** More changes than this are sorted in at once. */
const FEW = 200;

const byId = (a: Incident, b: Incident): number => (a.id < b.id ? -1 : 1);

function withChanges(
  list: readonly Incident[],
  gone: readonly Incident[],
  come: readonly Incident[],
): readonly Incident[] {
  if (gone.length + come.length === 0) return list;
  if (gone.length + come.length > FEW) {
    const out = new Set(gone);
    return [...list.filter((one) => !out.has(one)), ...come].sort(byId);
  }
  const next = list.slice();
  for (const one of gone) next.splice(placeOf(next, one.id), 1);
  for (const one of come) next.splice(placeOf(next, one.id), 0, one);
  return next;
}

/** Where an incident of this name stands, or would. */
function placeOf(list: readonly Incident[], id: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
