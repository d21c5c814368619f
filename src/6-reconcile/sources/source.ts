/** A source as the incidents of a ledger show it. Counts of what was told, never a grade: grading is a reviewer's. */

import type { PartyKind } from '../../records/index.ts';
import type { ContradictionKind } from '../contradictions/contradiction.ts';

/** Before or after what the source itself told; unknown where a date is missing or the same. */
export type When = 'before' | 'after' | 'unknown';

/** A line in a list of sources. Private persons are in none. */
export interface SourceRow {
  /** What it is asked for by: its name, folded. */
  id: string;
  name: string;
  /** `outlet` for one that writes reports; else what kind of party it is; null where nobody knows. */
  kind: PartyKind | null;
  /** Claims whose origin it is, and incidents and documents they stand in. */
  claims: number;
  incidents: number;
  documents: number;
  /** Incidents it told before every other origin; only where all dates are known. */
  first: number;
  /** Incidents that no other named origin tells. */
  alone: number;
  /** Incidents that an independent origin told later too, and those where one contradicted it later. */
  corroboratedLater: number;
  contradictedLater: number;
  /** The same at any time, where it cannot be told who was first. */
  corroborated: number;
  contradicted: number;
  /** Its reports that it took back. */
  withdrew: number;
  /** Incidents to which it is a party, and its claims that serve itself. */
  partyIn: number;
  servesItself: number;
  /** Claims of others that came through it. */
  relayed: number;
  /** Claims of parties to the conflict that it makes or relays, by side, the most told first. */
  sides: { side: string; claims: number }[];
  /** Share of these that come from the side told most, 2 decimals; null where no party's claim came through it. */
  oneSided: number | null;
  /** A reviewer has graded it. */
  assessed: boolean;
}

/** What one origin can say against another. */
export type Contradicting = Exclude<ContradictionKind, 'withdrawal' | 'silent-edit'>;

export interface OtherOrigin {
  name: string;
  /** When the other told it, against this source. */
  when: When;
}

/** What a source told of one incident. */
export interface ToldIncident {
  incident: string;
  summary: string;
  place: string | null;
  from: string | null;
  to: string | null;
  claims: string[];
  /** Its earliest claim here, by publication. */
  published: string | null;
  partyTo: string | null;
  /** Told before every other origin; null where dates do not tell. */
  first: boolean | null;
  alone: boolean;
  corroboratedBy: OtherOrigin[];
  contradictedBy: (OtherOrigin & { kind: Contradicting; why: string })[];
}

/** One source in full: `reportedly sources NAME`. */
export interface SourceProfile extends SourceRow {
  told: ToldIncident[];
  /** Origins whose claims came through it, the most first. */
  relays: { name: string; partyTo: string | null; claims: number; incidents: number }[];
  /** Of its own claims: through whom they came. */
  relayedBy: string[];
  coverage: string;
}
