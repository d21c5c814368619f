/** Who in an incident is a party to the conflict, and which side a party stands on: its own head, as far as it is told. */
import type { ResolvedParty, ResolvedRole } from '../../5-ledger/index.ts';
import { partyKey } from '../happenings/happening.ts';
import type { ReportClaim } from '../report.ts';
import type { Root } from './root.ts';

const FIGHTING = new Set(['state', 'state-force', 'armed-group']);

/** The head of a party: a ministry's or an army's state, a wing's group; else the party itself. */
export function sideOf(party: Pick<ResolvedParty, 'name' | 'of'>): string {
  return partyKey(party.of ?? party.name);
}

export interface Belligerents {
  /** Sides that are said to have acted, with a name to show. */
  acting: Map<string, string>;
  /** Sides that are said to have been struck, fighters only. */
  struck: Map<string, string>;
}

export function belligerentsOf(claims: readonly ReportClaim[]): Belligerents {
  const acting = new Map<string, string>();
  const struck = new Map<string, string>();
  const take = (into: Map<string, string>, roles: readonly ResolvedRole[]) => {
    for (const { party } of roles)
      if (party && FIGHTING.has(party.kind)) into.set(sideOf(party), party.of ?? party.name);
  };
  for (const { claim } of claims) {
    if (!claim.event) continue;
    take(acting, claim.event.by);
    take(struck, claim.event.against);
  }
  return { acting, struck };
}

/** The side an origin stands on where it fights in this incident; null where it is no party to it. */
export function partyTo(root: Root, { acting, struck }: Belligerents): string | null {
  const sides = [partyKey(root.name), ...(root.party ? [sideOf(root.party), partyKey(root.party.name)] : [])];
  return sides.find((side) => acting.has(side) || struck.has(side)) ?? null;
}

/** Why a claim serves the one who makes it; null where it does not, or nobody can say. */
export function servesItself({ claim }: ReportClaim, root: Root, belligerents: Belligerents): string | null {
  const side = partyTo(root, belligerents);
  if (!side || !claim.event) return null;
  const by = claim.event.by.flatMap(({ party }) => (party ? [sideOf(party)] : []));
  const against = claim.event.against.flatMap(({ party }) => (party ? [sideOf(party)] : []));
  if (claim.certainty === 'denied')
    return by.includes(side) || by.length === 0 ? 'denies what it is said to have done' : null;
  if (by.includes(side)) {
    const harm = claim.event.effects.some(({ whom }) => whom === 'civilians' || whom === 'children');
    return harm ? null : 'tells of its own success';
  }
  return by.length > 0 && (against.includes(side) || belligerents.struck.has(side))
    ? 'blames the other side'
    : null;
}
