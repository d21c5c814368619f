/** What people said, as lists give it. */
import type { Document, EngineStamp } from '../../records/index.ts';
import type { Decision, Target } from '../review/decision.ts';
import type { Assessment, CodeListInput, RetractionInput } from '../review/statements.ts';
import type { ClaimRow } from './claim-types.ts';

export interface LogQuery {
  who?: string | undefined;
  /** Kind of statement: document, reading, decision, assessment … */
  kind?: readonly string[] | undefined;
  /** Kind of decision or assessment. */
  type?: readonly string[] | undefined;
  document?: string | undefined;
  claim?: string | undefined;
  /** ISO 8601, inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  /** Default: newest first. */
  ascending?: boolean | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** One statement in a line: who did what when. It names what it is about and does not quote it. */
export interface LogEntry {
  seq: number;
  kind: string;
  type: string | null;
  who: string | null;
  at: string;
  document: string | null;
  claim: string | null;
  target: string | null;
  summary: string;
}

export interface DecisionQuery {
  type?: readonly Decision['type'][] | undefined;
  who?: string | undefined;
  document?: string | undefined;
  claim?: string | undefined;
  /** "incident X", "party Y": what a merge, split, coding or note is about. */
  target?: string | undefined;
}

/** A decision as recorded. */
export interface DecisionEntry {
  /** Number of its statement: what `undo` names. */
  seq: number;
  at: string;
  who: string;
  why: string | null;
  decision: Decision;
  /** False once it was undone, or where it found no claim in the Reading in force. */
  inForce: boolean;
}

/** A decision that no claim of the Reading in force has the words of. */
export interface OrphanEntry extends DecisionEntry {
  document: string;
  /** The words it was made on. */
  words: string | null;
  reason: string;
}

/** What would become of the decisions on a document under another Reading. */
export interface CarriedOver {
  /** They would hold, on these claims of it. */
  carried: (DecisionEntry & { claims: string[] })[];
  /** They would be orphans and are none yet. */
  orphaned: OrphanEntry[];
}

export interface AssessmentEntry {
  seq: number;
  at: string;
  who: string;
  why: string | null;
  on: Target;
  assessment: Assessment;
  /** The last one of its scheme on its target is in force. */
  inForce: boolean;
}

export interface RetractionEntry extends RetractionInput {
  seq: number;
  at: string;
}

export interface CodeListEntry extends CodeListInput {
  seq: number;
  at: string;
}

/** A document to be read again, with what was given beside it. */
export interface Rereadable {
  document: Document;
  engine: EngineStamp | null;
}

/** The difference between two Readings of a document, claim by claim; the same claims are counted only. */
export interface ReadingDifference {
  same: number;
  added: ClaimRow[];
  removed: ClaimRow[];
  changed: { before: ClaimRow; after: ClaimRow; fields: string[] }[];
}
