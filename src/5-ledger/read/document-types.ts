/** What can be asked of documents, articles and Readings, and what comes back. */
import type { DocumentRecord, EngineStamp, GivenMetadata, Provenance, Reading } from '../../records/index.ts';
import type { Snippet } from './claim-types.ts';

/** "In this ledger: N documents, M read, K not read." */
export interface Coverage {
  documents: number;
  read: number;
  notRead: number;
  /** Claims in force, those people rejected left out. */
  claims: number;
  /** Of these, decided on by a person. */
  reviewed: number;
}

export interface DocumentQuery {
  /** Default `recorded`, newest last. */
  sort?: 'recorded' | 'published' | 'title' | undefined;
  descending?: boolean | undefined;
  publisher?: readonly (string | null)[] | undefined;
  /** Whether a Reading with claims could be made. */
  read?: boolean | undefined;
  /** Exact location or URL it came from. */
  location?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** A document with what its Reading in force says of the article. */
export interface DocumentRow {
  sha256: string;
  size: number;
  mediaType: string;
  how: string;
  location: string;
  fetched: string;
  /** When the ledger recorded it. */
  recorded: string;
  title: string | null;
  byline: string | null;
  publisher: string | null;
  url: string | null;
  language: string | null;
  published: string | null;
  publishedBasis: string | null;
  /** Id of the Reading in force; null when there is none. */
  reading: string | null;
  /** Whether it was read: a document in another language has a Reading and was not. */
  wasRead: boolean;
  /** Claims in the Reading in force as the engine made it. */
  claims: number;
}

export interface ReadingSummary {
  id: string;
  seq: number;
  recorded: string;
  given: GivenMetadata;
  engine: EngineStamp;
  claims: number;
  current: boolean;
}

export interface StoredDocument {
  row: DocumentRow;
  record: DocumentRecord;
  /** Oldest first. */
  readings: ReadingSummary[];
}

export interface StoredReading {
  id: string;
  seq: number;
  recorded: string;
  given: GivenMetadata;
  provenance: Provenance;
  reading: Reading;
}

export interface ArticleQuery {
  /** As `ClaimFilter.text`, over title and text. */
  text: string;
  limit?: number | undefined;
  cursor?: string | undefined;
}

export interface ArticleHit {
  document: DocumentRow;
  snippet: Snippet;
}
