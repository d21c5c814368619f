/** Stage 6: report against report. What publishing may use of it. */
export { type CodeCellInput, codeCell } from './cells/code-cell.ts';
export { type Cell, Coding, openCoding } from './cells/coding.ts';
export { derivedCell, type RestingCell } from './cells/derived-cell.ts';
export type { CodingProfile } from './cells/profile.ts';
export type { Contradiction, ContradictionKind } from './contradictions/contradiction.ts';
export { noticeOf } from './contradictions/withdrawals.ts';
export { reconcileLedger, reportsOf, takeDecisions } from './from-ledger.ts';
export { reportOf } from './from-reading.ts';
export type * from './incident.ts';
export {
  byDate,
  dateKey,
  type IncidentFilter,
  matches,
  rowOf,
  STANDINGS,
  type StandingName,
  standingsOf,
} from './incident-list.ts';
export { DEFAULT_PROJECT, parseName } from './incidents/ids.ts';
export { LiveReconciler } from './live.ts';
export type { Origin } from './origins/origins.ts';
export { openTables } from './parse-tables.ts';
export { Reconciler, type ReconcilerOptions } from './reconciler.ts';
export type { Report, ReportClaim } from './report.ts';
export { matchesSource, sourceRow } from './sources/profiles.ts';
export type { SourceProfile, SourceRow } from './sources/source.ts';
export { coverageLine } from './standing/standing.ts';
export type { ReconcileTables } from './tables.ts';
export type { Toll, TollEntry } from './tolls/tolls.ts';
export type { TouchedClaims } from './versions/claims-touched.ts';
export { claimsTouched } from './versions/claims-touched.ts';
export {
  type SentenceChange,
  type SentenceCutter,
  sentenceDifference,
} from './versions/sentence-difference.ts';
export { type ChangedSentence, type PageVersion, versionsOf } from './versions/versions-of.ts';
