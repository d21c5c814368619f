/**
 * Profiles of sources over all incidents of a ledger: what each told first, alone, what independent origins told later
 * against it or with it, and whose words came through it. Derived and order-free; private persons have none.
 */
import { partyKey } from '../happenings/happening.ts';
import type { Incident } from '../incident.ts';
import type { Origin } from '../origins/origins.ts';
import type { SourceProfile, SourceRow, ToldIncident } from './source.ts';
import { toldOf } from './told.ts';

export interface ProfileContext {
  coverage: string;
  /** Names that a reviewer has graded. */
  assessed: ReadonlySet<string>;
}

interface Draft {
  id: string;
  names: Map<string, number>;
  kind: SourceRow['kind'];
  told: ToldIncident[];
  claims: number;
  documents: Set<string>;
  withdrew: Set<string>;
  partyIn: number;
  servesItself: number;
  relayed: number;
  relays: Map<string, { name: string; partyTo: string | null; claims: number; incidents: Set<string> }>;
  sides: Map<string, number>;
  relayedBy: Set<string>;
}

/** Every source that is an origin or that relays one, the one that tells most first. */
export function profilesOf(incidents: readonly Incident[], context: ProfileContext): SourceProfile[] {
  const drafts = new Map<string, Draft>();
  for (const incident of incidents) {
    const publishers = new Map(incident.reports.map(({ document, publisher }) => [document, publisher]));
    for (const origin of incident.origins) {
      const outlets = through(origin, publishers);
      if (origin.countable && !origin.private)
        takeOrigin(draftFor(drafts, origin.name), incident, origin, [...outlets.keys()]);
      for (const [publisher, claims] of outlets)
        takeRelayed(draftFor(drafts, publisher), incident, origin, claims);
    }
    for (const { publisher, notice, document } of incident.reports)
      if (publisher !== null && notice === 'withdrawn') draftFor(drafts, publisher).withdrew.add(document);
  }
  return [...drafts.values()]
    .map((draft) => finish(draft, context))
    .filter(({ claims, relayed }) => claims + relayed > 0)
    .sort(
      (a, b) =>
        b.incidents - a.incidents || b.claims + b.relayed - a.claims - a.relayed || (a.id < b.id ? -1 : 1),
    );
}

function draftFor(drafts: Map<string, Draft>, name: string): Draft {
  const id = partyKey(name);
  let draft = drafts.get(id);
  if (!draft) {
    draft = {
      id,
      ...{ names: new Map(), kind: null, told: [], claims: 0, documents: new Set(), withdrew: new Set() },
      ...{ partyIn: 0, servesItself: 0, relayed: 0, relays: new Map(), sides: new Map() },
      relayedBy: new Set(),
    };
    drafts.set(id, draft);
  }
  draft.names.set(name, (draft.names.get(name) ?? 0) + 1);
  return draft;
}

function takeOrigin(draft: Draft, incident: Incident, origin: Origin, relayedBy: readonly string[]): void {
  draft.kind ??= origin.kind === 'author' ? 'outlet' : origin.partyKind;
  const told = toldOf(incident, origin);
  if (told) draft.told.push(told);
  draft.claims += origin.claims.length;
  for (const { document, serves } of origin.claims) {
    draft.documents.add(document);
    if (serves !== null) draft.servesItself++;
  }
  for (const name of relayedBy) draft.relayedBy.add(name);
  if (origin.partyTo === null) return;
  draft.partyIn++;
  addSide(draft, origin.partyTo, origin.claims.length);
}

function takeRelayed(draft: Draft, incident: Incident, origin: Origin, claims: number): void {
  // Only outlets print the words of others.
  draft.kind = 'outlet';
  draft.relayed += claims;
  if (origin.partyTo !== null) addSide(draft, origin.partyTo, claims);
  if (!origin.countable || origin.private) return;
  const relay = draft.relays.get(origin.key) ?? {
    ...{ name: origin.name, partyTo: origin.partyTo, claims: 0, incidents: new Set<string>() },
  };
  draft.relays.set(origin.key, relay);
  relay.partyTo ??= origin.partyTo;
  relay.claims += claims;
  relay.incidents.add(incident.id);
}

const addSide = ({ sides }: Draft, side: string, claims: number): void => {
  sides.set(side, (sides.get(side) ?? 0) + claims);
};

/** Outlets that print an origin's words, with how many of its claims; its own prints are not relayed. */
function through(
  { name, claims }: Origin,
  publishers: ReadonlyMap<string, string | null>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { document } of claims) {
    const publisher = publishers.get(document) ?? null;
    if (publisher !== null && partyKey(publisher) !== partyKey(name))
      counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  }
  return counts;
}

function finish(draft: Draft, { coverage, assessed }: ProfileContext): SourceProfile {
  const { id, kind, told, claims, documents, withdrew, partyIn, servesItself, relayed } = draft;
  const many = (holds: (one: ToldIncident) => boolean) => told.filter(holds).length;
  const sides = [...draft.sides]
    .map(([side, count]) => ({ side, claims: count }))
    .sort((a, b) => b.claims - a.claims || (a.side < b.side ? -1 : 1));
  const ofParties = sides.reduce((sum, side) => sum + side.claims, 0);
  const name = [...draft.names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
  return {
    ...{ id, name, kind, claims, incidents: told.length, documents: documents.size },
    first: many(({ first }) => first === true),
    alone: many(({ alone }) => alone),
    corroboratedLater: many((one) => one.corroboratedBy.some(({ when }) => when === 'after')),
    contradictedLater: many((one) => one.contradictedBy.some(({ when }) => when === 'after')),
    corroborated: many((one) => one.corroboratedBy.length > 0),
    contradicted: many((one) => one.contradictedBy.length > 0),
    ...{ withdrew: withdrew.size, partyIn, servesItself, relayed, sides },
    oneSided: ofParties === 0 ? null : Math.round((sides[0]!.claims / ofParties) * 100) / 100,
    assessed: [...draft.names.keys()].some((one) => assessed.has(one)),
    told: told.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    relays: [...draft.relays.values()]
      .map((relay) => ({ ...relay, incidents: relay.incidents.size }))
      .sort((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1)),
    relayedBy: [...draft.relayedBy].sort(),
    coverage,
  };
}

const keyOf = ({ from, incident }: ToldIncident): string => `${from ?? '~'} ${incident}`;

/** A list needs less than the whole. */
export function sourceRow(profile: SourceProfile): SourceRow {
  const { told: _, relays: __, relayedBy: ___, coverage: ____, ...row } = profile;
  return row;
}

export interface SourceFilter {
  /** Words that all stand in its name. */
  text?: string | undefined;
  kind?: readonly string[] | undefined;
}

export function matchesSource({ id, kind }: SourceRow, filter: SourceFilter): boolean {
  if (filter.kind && !filter.kind.includes(kind ?? '')) return false;
  const words = partyKey(filter.text ?? '').split(' ');
  return words.every((word) => id.includes(word));
}
