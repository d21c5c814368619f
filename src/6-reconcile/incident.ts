/** An incident as it can be shown: all of it from one question. Derived; nothing of it is typed in. */
import type { Contradiction } from './contradictions/contradiction.ts';
import type { SilentEdit } from './contradictions/silent-edits.ts';
import type { Notice } from './contradictions/withdrawals.ts';
import type { Reason } from './incidents/likeness.ts';
import type { Origin } from './origins/origins.ts';
import type { Family } from './reprints/families.ts';
import type { Standing } from './standing/standing.ts';
import type { Suggestion } from './standing/suggestion.ts';
import type { Toll } from './tolls/tolls.ts';

/** A line in a list of incidents. */
export interface IncidentRow {
  id: string;
  types: string[];
  place: string | null;
  country: string | null;
  lat: number | null;
  lon: number | null;
  /** Days, as told; null where no claim tells one. */
  from: string | null;
  to: string | null;
  /** Words of its fullest claim. */
  summary: string;
  claims: number;
  documents: number;
  standing: Standing;
  killed: { whom: string | null; low: number | null; high: number | null }[];
  /** A person merged or split it. */
  decided: number[];
}

export interface IncidentReport {
  document: string;
  title: string | null;
  publisher: string | null;
  url: string | null;
  published: string | null;
  claims: string[];
  /** Family of reprints it belongs to. */
  family: string | null;
  copiedFrom: string | null;
  notice: 'withdrawn' | 'corrected' | null;
  /** No claim was read in it: it only speaks of the same in its words. */
  related: boolean;
}

export interface Incident extends IncidentRow {
  /** Other names it answers to. */
  aliases: string[];
  reports: IncidentReport[];
  origins: Origin[];
  tolls: Toll[];
  contradictions: Contradiction[];
  withdrawals: (Notice & { takesBack: string[] })[];
  silentEdits: SilentEdit[];
  families: Family[];
  suggestion: Suggestion;
}

/** With the ledger in which its counts, "earliest" and "none" hold. */
export interface IncidentInLedger extends Incident {
  coverage: string;
}

/** Why a happening is in an incident, or nearly was. */
export interface Membership {
  claims: string[];
  document: string;
  text: string;
  /** Mean likeness to the others, and the likest of them with the points each field gave. */
  mean: number | null;
  likest: { claim: string; text: string; score: number; reasons: Reason[] } | null;
}

export interface Explanation {
  incident: IncidentInLedger;
  /** From this mean on happenings are joined. */
  threshold: number;
  members: Membership[];
  nearly: (Membership & { incident: string })[];
}
