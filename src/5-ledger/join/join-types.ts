/** What comes from another ledger, and what became of it. */
import type { Decision } from '../review/decision.ts';
import type { StatementKind } from '../statements/kinds.ts';
import type { Origin } from './origin.ts';

/** A statement of another ledger, with its content. */
export interface ForeignStatement {
  seq: number;
  at: string;
  kind: StatementKind;
  payload: unknown;
}

export interface Joining {
  /** Id of the other ledger. */
  ledger: string;
  /** In the order of its chain; asked for twice. */
  statements(): AsyncIterable<ForeignStatement>;
  /** The bytes of a document; null where they did not come along. */
  original(sha256: string): Promise<Uint8Array | null>;
}

export interface Tally {
  new: number;
  known: number;
}

export interface JoinReport {
  ledger: string;
  documents: Tally;
  readings: Tally;
  /** Decisions, assessments, retractions and code lists. */
  said: Tally;
  /** What was left out, and why. */
  leftOut: { statement: number; kind: string; reason: string }[];
  conflicts: Conflict[];
}

/** One question to which people of different ledgers gave different answers; all are kept, and the last said holds. */
export interface Conflict {
  /** What was decided on: a claim by its words, a cell, a document. */
  on: string;
  document: string | null;
  answers: { who: string; origin: Origin; answer: string; decision: Decision; holds: boolean }[];
}
