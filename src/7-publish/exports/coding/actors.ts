/** Who is said to have done it, and to whom: parties by name, with what sort they are. */
import type { ResolvedParty, ResolvedRole } from '../../../5-ledger/index.ts';
import { sideOf } from '../../../6-reconcile/origins/sides.ts';
import type { DeriveSource } from '../source.ts';
import type { Country, ExportTables } from '../tables.ts';
import { type IncidentView, partyName, type ViewClaim } from '../view.ts';
import { type Evidence, evidenceAt } from './cell.ts';

export type ActorSort = 'state' | 'group' | 'militia' | 'civilians' | 'protesters' | 'organisation';

export interface Actor {
  name: string;
  sort: ActorSort;
  /** A name; false for words of a sort only: "gunmen", "allied forces". */
  named: boolean;
  /** Key of its head: an army's state, a wing's group. */
  side: string;
  /** The state it belongs to, where it is a state's. */
  state: Country | null;
  evidence: Evidence[];
}

export interface Actors {
  by: Actor[];
  against: Actor[];
}

/** Named ones first, then most told first. Private persons and words that name no party are no actors. */
export function actorsOf(view: IncidentView, source: DeriveSource, type: string | null): Actors {
  const ofType = view.told.filter(({ one }) => type !== null && one.claim.event?.type === type);
  const by = inRole(ofType, 'by', source);
  const against = inRole(ofType, 'against', source);
  return paired({
    by: by.length > 0 ? by : inRole(view.told, 'by', source),
    against: against.length > 0 ? against : inRole(view.told, 'against', source),
  });
}

/** With one that acts on another side first, where claims tell such a pair. */
function paired({ by, against }: Actors): Actors {
  const doer = by.find(({ side }) => against.some((other) => other.side !== side)) ?? by[0];
  const target = against.find(({ side }) => side !== doer?.side);
  const first = (one: Actor | undefined, all: Actor[]) =>
    one ? [one, ...all.filter((other) => other !== one)] : [];
  return { by: first(doer, by), against: first(target, against) };
}

function inRole(claims: readonly ViewClaim[], role: 'by' | 'against', source: DeriveSource): Actor[] {
  const found = new Map<string, Actor>();
  for (const claim of claims)
    for (const one of claim.one.claim.event?.[role] ?? []) {
      const actor = actorOf(one, claim, source);
      if (!actor) continue;
      const known = found.get(actor.name);
      if (known) known.evidence.push(...actor.evidence);
      else found.set(actor.name, actor);
    }
  const actors = [...found.values()].sort(
    (a, b) =>
      Number(b.named) - Number(a.named) ||
      b.evidence.length - a.evidence.length ||
      (a.name < b.name ? -1 : 1),
  );
  // Where somebody is named, words of a sort mean the same or nobody in particular.
  const named = actors.filter((actor) => actor.named || actor.sort === 'civilians');
  return named.some((actor) => actor.named) ? named : actors;
}

function actorOf(role: ResolvedRole, claim: ViewClaim, { tables, masks }: DeriveSource): Actor | null {
  const { party } = role;
  if (!party) return null;
  const name = partyName(role, claim, masks.off);
  const sort = sortOf(party);
  if (name === null || sort === null) return null;
  const state = sort === 'state' ? stateOf(party, tables) : null;
  const named = /\p{Lu}/u.test(name);
  return { name, sort, named, side: sideOf(party), state, evidence: [evidenceAt(claim, role.span)] };
}

function sortOf({ kind, name }: ResolvedParty): ActorSort | null {
  switch (kind) {
    case 'state':
    case 'state-force':
      return 'state';
    case 'armed-group':
      return /\bmilitias?\b/i.test(name) ? 'militia' : 'group';
    case 'population':
      return /\b(?:protest|demonstrat|riot)/i.test(name) ? 'protesters' : 'civilians';
    case 'organisation':
      return 'organisation';
    case 'outlet':
      return 'civilians';
    default:
      return null;
  }
}

function stateOf({ name, of, kind }: ResolvedParty, { byName }: ExportTables): Country | null {
  return (
    (of === null ? undefined : byName.get(of)) ?? (kind === 'state' ? byName.get(name) : undefined) ?? null
  );
}
