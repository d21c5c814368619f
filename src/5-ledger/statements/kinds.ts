/** What can be said in a ledger. A statement is appended once and never changed; erasing takes its payload away. */
import type { DocumentRecord, GivenMetadata, Provenance, Reading } from '../../records/index.ts';

export const STATEMENT_KINDS = [
  'document',
  'reading',
  'current',
  'decision',
  'assessment',
  'retraction',
  'visit',
  'code-list',
  'release',
  'erasure',
  'replacement',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** Payload of `document`: the record of bytes that came in for the first time. */
export type DocumentPayload = DocumentRecord;

/** Payload of `reading`: what an engine says of a document, with what was given beside the bytes on that occasion. */
export interface ReadingPayload {
  given: GivenMetadata;
  provenance: Provenance;
  reading: Reading;
}

/** Payload of `current`: a Reading recorded before was asked for again and is the one in force once more. */
export interface CurrentPayload {
  document: string;
  /** Number of the Reading's statement. */
  reading: number;
}

/**
 * Payload of `erasure`: the tombstone. It names statements by number only, so that it says nothing of what was erased.
 * `originals`: statements of documents whose bytes are gone.
 */
export interface ErasurePayload {
  who: string;
  why: string;
  what: 'document' | 'words' | 'person';
  statements: number[];
  originals: number[];
}

/** Payload of `replacement`: what is left of a statement whose words were erased; it stands where that one stood. */
export interface ReplacementPayload {
  replaces: number;
  kind: StatementKind;
  payload: unknown;
}

/** One row of the chain as stored. `salt` and `payload` are null once erased. */
export interface StatementRow {
  seq: number;
  kind: string;
  at: string;
  salt: string | null;
  payload: string | null;
  commitment: string;
  hash: string;
}
