/**
 * The ledger as the rest of the program sees it. Two stores keep this contract, SQLite and PostgreSQL, and one test
 * (ledger.contract.ts) holds both to it. Everything throws only `ReportedlyError`.
 */
import type { Document, EngineStamp, Reading } from '../records/index.ts';
import type { VerifyOptions, VerifyReport } from './audit/verify-types.ts';
import type { BackupReport } from './backup/format.ts';
import type { EraseInput, EraseReport } from './erase/erase-types.ts';
import type { FailureEntry, FailureInput, FailureQuery } from './failures/failure-types.ts';
import type { ReviewState } from './index/explode.ts';
import type { ResolvedClaim } from './index/resolved-claim.ts';
import type { Joining, JoinReport } from './join/join-types.ts';
import type {
  ClaimFilter,
  ClaimQuery,
  ClaimRow,
  Facet,
  FacetField,
  SearchedClaimRow,
} from './read/claim-types.ts';
import type {
  ArticleHit,
  ArticleQuery,
  Coverage,
  DocumentQuery,
  DocumentRow,
  StoredDocument,
  StoredReading,
} from './read/document-types.ts';
import type { PlaceCounts, Timeline, TimelineQuery } from './read/overview-types.ts';
import type {
  AssessmentEntry,
  CarriedOver,
  CodeListEntry,
  DecisionEntry,
  DecisionQuery,
  LogEntry,
  LogQuery,
  OrphanEntry,
  ReadingDifference,
  Rereadable,
  RetractionEntry,
} from './read/said-types.ts';
import type { ReleaseChange, ReleaseEntry, ReleaseInput } from './releases/release-types.ts';
import type { DecisionInput, Target } from './review/decision.ts';
import type { Agreement, AgreementQuery } from './review/double-coding.ts';
import type { AssessmentInput, CodeListInput, RetractionInput } from './review/statements.ts';
import type { StatementRow } from './statements/kinds.ts';
import type { CollectingChange } from './visits/collecting.ts';
import type { Visit, VisitEntry, VisitQuery } from './visits/visit-types.ts';

/** Every read may ask for a past state: a time (ISO 8601, UTC) or the number of a statement. Default: now. */
export interface ReadOptions {
  asOf?: string | number | undefined;
}

/** A page of a list. `next` is the cursor of the page after it, null at the end; it holds the state it began with. */
export interface Page<Row> {
  rows: Row[];
  next: string | null;
}

/** A document with its Reading; null when it was not read. */
export interface Recordable {
  document: Document;
  reading: Reading | null;
}

/** What became of one `Recordable`. `claims` are those of its Reading, new or known. */
export interface Recorded {
  /** sha256 of the document. */
  document: string;
  isNew: boolean;
  /** Id of the Reading in the ledger, null where none was given. */
  reading: string | null;
  readingIsNew: boolean;
  claims: number;
}

/** What is recorded in the same transaction as documents. */
export interface RecordedWith {
  visits?: readonly Visit[];
  retractions?: readonly RetractionInput[];
  /** Where collecting stands after it. */
  collecting?: readonly CollectingChange[];
}

/** One claim in full: as the engine read it and as it stands with people's decisions applied. */
export interface StandingClaim {
  claim: ResolvedClaim;
  /** As the engine read it; null for a claim that a person made. */
  asRead: ResolvedClaim | null;
  review: ReviewState;
  withdrawn: boolean;
  /** All on this claim, oldest first, also those undone since. */
  decisions: DecisionEntry[];
  /** Id of the Reading it is read in; null for a claim added to a document without one. */
  reading: string | null;
  row: ClaimRow;
}

export interface ClaimOptions extends ReadOptions {
  /** Only this reviewer's decisions are applied and told: for coding blind to others. */
  onlyBy?: string | undefined;
}

/** Number and time of the statement that was appended. */
export interface Said {
  seq: number;
  at: string;
}

export interface Ledger {
  /** Path or address, without a password. */
  readonly where: string;
  /** It cannot be written where it lies: everything may be read, and what would write is refused (`ledger-read-only`). */
  readonly readOnly: boolean;
  /** UUID of this ledger, part of its hash chain. */
  readonly id: string;

  /**
   * Records documents and their Readings, and what goes with them, all or nothing; when it resolves, a kill or power cut
   * loses nothing of them.
   */
  record(items: readonly Recordable[], also?: RecordedWith): Promise<Recorded[]>;

  /** How much of what is here was read: "N documents, M read, K not read". */
  coverage(options?: ReadOptions): Promise<Coverage>;
  documents(query?: DocumentQuery, options?: ReadOptions): Promise<Page<DocumentRow>>;
  /** One document with its Readings, null where it is not here. `sha256` as in `Document.sha256`. */
  document(sha256: string, options?: ReadOptions): Promise<StoredDocument | null>;
  /** The bytes as they came; null for an unknown or erased document. */
  original(sha256: string): Promise<Uint8Array | null>;
  /** A Reading by its id in the ledger, in full. */
  reading(id: string): Promise<StoredReading | null>;
  /** The Reading of a document that is in force. */
  currentReading(document: string, options?: ReadOptions): Promise<StoredReading | null>;

  /** The Readings in force of many documents at once, by document. */
  currentReadings(documents: readonly string[], options?: ReadOptions): Promise<Map<string, Reading>>;

  /** Claims that match, a page at a time; with `query.text`, best matches first and with snippets. */
  claims(query?: ClaimQuery, options?: ReadOptions): Promise<Page<SearchedClaimRow>>;
  /** All claims that match, one by one in document order, in constant memory. */
  everyClaim(query?: ClaimQuery, options?: ReadOptions): AsyncIterable<ClaimRow>;
  /** How many claims match. */
  countClaims(query?: ClaimQuery, options?: ReadOptions): Promise<number>;
  /** For each field, its values among the matching claims with counts, most frequent first. */
  facets(fields: readonly FacetField[], query?: ClaimQuery, options?: ReadOptions): Promise<Facet[]>;
  /** Where the matching claims are put, place by place; conditions on the map's own choice (`box`, `placed`) are left out. */
  places(query?: ClaimFilter, options?: ReadOptions): Promise<PlaceCounts>;
  /** When the matching claims are about, or were published; conditions on that very time are left out. */
  timeline(query?: TimelineQuery, options?: ReadOptions): Promise<Timeline>;
  /** One claim as it stands; null where there is none of this id. */
  claim(id: string, options?: ClaimOptions): Promise<StandingClaim | null>;
  /** At most ten ids that begin so, as people type them. */
  idsBeginning(what: 'claim' | 'document', beginning: string): Promise<string[]>;
  /** The shown claims of one document as they stand, in the order of their words. */
  claimsOf(document: string, options?: ClaimOptions): Promise<StandingClaim[]>;
  /** Names of the private persons whom shown claims name, of more than one word, each once: to cover them elsewhere. */
  privatePersons(): AsyncIterable<string>;
  /** Full-text search over the articles in force. */
  articles(query: ArticleQuery, options?: ReadOptions): Promise<Page<ArticleHit>>;

  /** Records decisions, all or none. `decision-invalid` or `not-in-ledger` says what does not fit. */
  decide(decisions: readonly DecisionInput[]): Promise<Said[]>;
  assess(assessment: AssessmentInput): Promise<Said>;
  retract(retraction: RetractionInput): Promise<Said>;
  setCodeList(list: CodeListInput): Promise<Said>;
  /** Decisions that match, oldest first: also those on incidents and parties, for the stages that derive these. */
  decisions(query?: DecisionQuery, options?: ReadOptions): Promise<DecisionEntry[]>;
  /** Decisions that found no claim with their very words in the Reading in force. */
  orphans(options?: ReadOptions): Promise<OrphanEntry[]>;
  assessments(target?: Target, options?: ReadOptions): Promise<AssessmentEntry[]>;
  retractions(document?: string, options?: ReadOptions): Promise<RetractionEntry[]>;
  codeLists(options?: ReadOptions): Promise<CodeListEntry[]>;
  /** How far reviewers agree on the claims that several decided on. */
  agreement(query?: AgreementQuery, options?: ReadOptions): Promise<Agreement>;
  /** Who said and did what, newest first. */
  log(query?: LogQuery, options?: ReadOptions): Promise<Page<LogEntry>>;

  /** Documents whose Reading in force another engine made, or that have none. */
  documentsToReread(engine: EngineStamp): AsyncIterable<Rereadable>;
  /** The difference between two Readings: by their ids, or a new one that is not recorded. */
  compareReadings(before: string, after: string | Reading): Promise<ReadingDifference>;
  /** Which decisions on its document would hold, and which be orphans, if this Reading were the one in force. */
  decisionsUnder(reading: Reading): Promise<CarriedOver>;

  /** Addresses that were asked for again, and what stood there; oldest first. */
  visits(query?: VisitQuery, options?: ReadOptions): Promise<VisitEntry[]>;
  /** Fetched documents of the same address as this one, itself among them, oldest first. */
  versions(document: string, options?: ReadOptions): Promise<DocumentRow[]>;
  /** Whether anything was fetched from this address before. */
  isFetched(url: string): Promise<boolean>;
  /** Every address that was fetched, with its last known version. */
  fetchedPages(): AsyncIterable<{ url: string; document: string }>;
  /** Where collecting stands, by key: kept by `record`, beside the chain. */
  collecting(what: string): Promise<Map<string, unknown>>;

  /** Keeps what could not be read, beside the chain; an input that failed before is counted up. */
  noteFailures(failures: readonly FailureInput[]): Promise<void>;
  /** These sources were gone through: what failed of them before `since` (ISO 8601) and not since is forgotten. */
  settleFailures(sources: readonly string[], since: string): Promise<void>;
  /** What could not be read and was not read since, first failed first. */
  failures(query?: FailureQuery): Promise<FailureEntry[]>;

  /** Names the present state. `release` is its content's hash; `state.hash` is to be deposited elsewhere. */
  createRelease(release: ReleaseInput): Promise<ReleaseEntry>;
  releases(options?: ReadOptions): Promise<ReleaseEntry[]>;
  /** What changed from one release to another (null: to now), with the reason of each change. */
  compareReleases(from: string, to: string | null): AsyncIterable<ReleaseChange>;

  /**
   * Takes content out for good: from rows, files, search and the database's log. `verify` stays clean and counts it.
   * With `dryRun` it only says what would go.
   */
  erase(input: EraseInput, dryRun?: boolean): Promise<EraseReport>;

  /** Checks every hash, every original and every span; says what is wrong where. */
  verify(options?: VerifyOptions): Promise<VerifyReport>;
  /** The number of the last statement, 0 where nothing was said. */
  head(): Promise<number>;
  /** The rows of the chain after a statement, up to another (default: the last), as stored. */
  statements(after: number, until?: number): AsyncIterable<StatementRow>;
  /** Takes in what another ledger holds; which joins which makes no difference to how claims and incidents stand. */
  join(joining: Joining): Promise<JoinReport>;
  /** Writes a backup into an empty or new folder; the same from either store, and restored to either. */
  backup(folder: string): Promise<BackupReport>;
  /** Builds the index anew from the statements. */
  reindex(progress?: (done: number, all: number) => void): Promise<void>;

  close(): Promise<void>;
}

export interface LedgerOptions {
  /** Milliseconds to wait for another writer before `ledger-locked`. Default 10 000. */
  busyMs?: number;
  /** Refuse (`ledger-unusable`) rather than create a ledger where there is none. */
  mustExist?: boolean;
}
