/**
 * An incident as it may leave the ledger: the claims that its cells may rest on, those that stand beside them, and every
 * text of it through the masks. All formats of incidents are made from this alone.
 */
import type { DecisionEntry } from '../../5-ledger/index.ts';
import type { Incident, Origin, Report, ReportClaim } from '../../6-reconcile/index.ts';
import type { NameMask } from './gate/name-mask.ts';
import type { Beside } from './gate/tells.ts';

/** One claim of an incident, with where it stands and what covers its words. */
export interface ViewClaim {
  one: ReportClaim;
  report: Report;
  origin: Origin | null;
  reviewed: boolean;
  mask: NameMask;
}

export interface IncidentView {
  /** `RP-…`: its name in other people's tables. */
  id: string;
  incident: Incident;
  /** Claims that may feed cells: told as happened, and reviewed unless the unreviewed were asked for. */
  told: ViewClaim[];
  /** Claims that feed none. */
  beside: Record<Beside, ViewClaim[]>;
  /** Claims told as happened, with and without a person's review. */
  reviewed: number;
  unreviewed: number;
  /** Points are too fresh to be told. */
  fresh: boolean;
  /** Decisions that set cells of it, oldest first. */
  coded: readonly DecisionEntry[];
  /** Airwars grade that a person gave it, and who. */
  grade: { grade: string; who: string } | null;
}

/** A name that may be told; null for a private person. */
export function partyName(
  { party, text }: { party: { name: string; kind: string; public: boolean } | null; text: string | null },
  { mask }: ViewClaim,
  internal: boolean,
): string | null {
  if (party && party.kind === 'person' && !party.public && !internal) return null;
  const name = party?.name ?? text;
  return name === null ? null : mask.text(name);
}

/** An origin by a name that may be told. */
export const originName = (origin: Origin, claim: ViewClaim, internal: boolean): string =>
  origin.private && !internal ? 'a private person' : claim.mask.text(origin.name);

/** The name in the ledger of what a file calls `RP-…`; any other name as it is. */
export function ledgerId(id: string): string {
  const bare = /^RP-(.+)$/i.exec(id)?.[1];
  if (bare === undefined) return id;
  return bare.includes('-') ? bare : `R-${bare}`;
}

export const publicId = (incident: string): string => `RP-${incident.replace(/^R-/, '')}`;
