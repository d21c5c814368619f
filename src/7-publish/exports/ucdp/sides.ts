/** The two sides of a UCDP dyad, and the sort of violence that follows from them. */
import type { Actor, Actors } from '../coding/actors.ts';
import type { Evidence } from '../coding/cell.ts';
import type { RuleName } from '../coding/rules.ts';

export interface Side {
  name: string;
  sort: 'state' | 'group' | 'civilians';
  gw: number | null;
  rule: RuleName;
  evidence: Evidence[];
}

export interface Dyad {
  a: Side;
  b: Side;
  violence: 1 | 2 | 3;
}

/** Null where the claims name no two sides that fight, nor one that harms civilians. */
export function dyadOf({ by, against }: Actors, victims: Evidence[]): Dyad | null {
  const doer = sideOf(by[0]);
  // "Clashes between A and B": both act.
  const other = by.find(({ side, named }) => named && side !== by[0]!.side);
  const target = sideOf(against[0]) ?? civilians(victims) ?? sideOf(other);
  if (!doer || !target || doer.sort === 'civilians') return null;
  const [a, b] = target.sort === 'state' && doer.sort !== 'state' ? [target, doer] : [doer, target];
  if (b.sort === 'civilians') return { a, b, violence: 3 };
  return { a, b, violence: a.sort === 'state' ? 1 : 2 };
}

function sideOf(actor: Actor | undefined): Side | null {
  if (!actor || actor.sort === 'organisation') return null;
  const { name, sort, state, evidence } = actor;
  if (sort === 'state' && state) {
    return {
      name: `Government of ${state.ucdpName}`,
      sort,
      gw: state.gw,
      rule: 'government-of-state',
      evidence,
    };
  }
  if (sort === 'civilians' || sort === 'protesters')
    return { name: 'Civilians', sort: 'civilians', gw: null, rule: 'most-told-target', evidence };
  // A dyad is of organised sides: "gunmen" are none.
  if (!actor.named) return null;
  return { name, sort: sort === 'state' ? 'state' : 'group', gw: null, rule: 'most-told-actor', evidence };
}

const civilians = (evidence: Evidence[]): Side | null =>
  evidence.length === 0
    ? null
    : { name: 'Civilians', sort: 'civilians', gw: null, rule: 'victims-civil', evidence };
