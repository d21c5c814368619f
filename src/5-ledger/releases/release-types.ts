/** Named, content-addressed states of the ledger, and what changed between two of them. */
import type { ClaimRow } from '../read/claim-types.ts';
import type { LogEntry } from '../read/said-types.ts';

export interface ReleaseInput {
  who: string;
  why: string | null;
  /** Unique in the ledger. */
  name: string;
}

export interface ContentPart {
  count: number;
  /** sha256 over the parts' digests in an order that does not depend on when they came in. */
  digest: string;
}

/** What a release holds. Two ledgers that say the same have the same content, whatever their history. */
export interface ReleaseContent {
  /** Documents by sha256, each with the claims in force in it. */
  documents: ContentPart;
  claims: number;
  /** Decisions on incidents and parties, assessments, code lists in force. */
  said: ContentPart;
}

/** Payload of a `release` statement. */
export interface ReleasePayload extends ReleaseInput {
  /** `sha256:` of the canonical JSON of `content`. */
  release: string;
  content: ReleaseContent;
  /** The last statement in it. Deposit its hash elsewhere: it proves that the chain up to it was not rebuilt. */
  state: { seq: number; hash: string };
}

export interface ReleaseEntry extends ReleasePayload {
  seq: number;
  at: string;
}

/** A statement that changed a claim. */
export interface ReleaseReason extends LogEntry {
  why: string | null;
}

export interface ReleaseChange {
  claim: string;
  document: string;
  change: 'added' | 'removed' | 'changed';
  before: ClaimRow | null;
  after: ClaimRow | null;
  /** Of a changed claim: the fields that differ. */
  fields: string[];
  /** The statements that brought the change, oldest first: who, what, when. */
  reasons: ReleaseReason[];
}
