/** The type of event that most claims tell, among those that a profile can code. */
import type { EventType } from '../../../records/index.ts';
import { ACLED_EVENT_TYPES } from '../../../records/index.ts';
import type { ExportTables } from '../tables.ts';
import type { IncidentView, ViewClaim } from '../view.ts';
import { type Evidence, evidenceAt } from './cell.ts';
import type { RuleName } from './rules.ts';

export interface TypeTold {
  type: EventType;
  rule: RuleName;
  evidence: Evidence[];
}

const CODABLE = new Set<string>(ACLED_EVENT_TYPES);

/** ACLED's sub-events; casualties told without means are an attack where civilians are among them. */
export function typeOf({ told }: Pick<IncidentView, 'told'>, tables: ExportTables): TypeTold | null {
  const happened = told.filter(
    ({ one }) => one.claim.kind === 'event' || (one.claim.event?.effects.length ?? 0) > 0,
  );
  const types = new Map<EventType, ViewClaim[]>();
  for (const claim of happened) {
    const type = claim.one.claim.event?.type;
    if (type && CODABLE.has(type)) types.set(type, [...(types.get(type) ?? []), claim]);
  }
  const order = (type: EventType) => (ACLED_EVENT_TYPES as readonly string[]).indexOf(type);
  const best = [...types].sort(([a, x], [b, y]) => y.length - x.length || order(a) - order(b))[0];
  if (best?.[0] === 'armed-clash') {
    const change = CHANGES.map((type) => [type, changing(types.get(type))] as const)
      .filter(([, claims]) => claims.length > 0)
      .sort(([, x], [, y]) => y.length - x.length)[0];
    if (change) return { type: change[0], rule: 'battle-changed-hands', evidence: triggers(change[1]) };
  }
  if (best) return { type: best[0], rule: 'most-told-type', evidence: triggers(best[1]) };
  const harmed = happened.filter(
    ({ one }) => one.claim.event?.type === 'casualties' && harmsCivilians(one.claim.event, tables),
  );
  if (harmed.length === 0) return null;
  return { type: 'attack', rule: 'casualties-on-civilians', evidence: triggers(harmed) };
}

/** What a battle is called after which a place is somebody else's. */
const CHANGES = ['government-regains-territory', 'non-state-actor-overtakes-territory'] as const;

/** Told as a happening: that a place is held by somebody says nothing of this day. */
const changing = (claims: readonly ViewClaim[] = []): ViewClaim[] =>
  claims.filter(({ one }) => one.claim.kind === 'event');

const triggers = (claims: readonly ViewClaim[]): Evidence[] =>
  claims.map((claim) => evidenceAt(claim, claim.one.claim.event?.trigger?.span));

export function harmsCivilians(
  event: NonNullable<ViewClaim['one']['claim']['event']>,
  { whom }: ExportTables,
): boolean {
  return event.effects.some(
    (effect) =>
      (effect.what === 'killed' || effect.what === 'wounded') &&
      whom.get(effect.whom ?? '')?.group === 'civil',
  );
}

/** The words that count harmed civilians. */
export function civilVictims({ told }: Pick<IncidentView, 'told'>, { whom }: ExportTables): Evidence[] {
  return told.flatMap((claim) =>
    (claim.one.claim.event?.effects ?? [])
      .filter(
        ({ what, whom: who }) =>
          (what === 'killed' || what === 'wounded') && whom.get(who ?? '')?.group === 'civil',
      )
      .map(({ span }) => evidenceAt(claim, span)),
  );
}
