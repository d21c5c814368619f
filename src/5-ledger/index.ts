/** Stage 5: the ledger. What other stages and programs may use of it. */
export type { Fault, VerifyOptions, VerifyReport } from './audit/verify-types.ts';
export type { BackupReport } from './backup/format.ts';
export type * from './contract.ts';
export { EraseInput, type EraseReport } from './erase/erase-types.ts';
export { FailureKeeper, type Tried, type WhenDue } from './failures/failure-keeper.ts';
export type * from './failures/failure-types.ts';
export { REVIEW_STATES, type ReviewState, SHOWN_STATES } from './index/explode.ts';
export * from './index/resolved-claim.ts';
export type * from './join/join-types.ts';
export {
  DEFAULT_LEDGER,
  GAZETTEER_FOLDER,
  LEDGER_FILE,
  ORIGINALS_FOLDER,
  openLedger,
  restoreLedger,
} from './open.ts';
export * from './read/claim-types.ts';
export type * from './read/document-types.ts';
export * from './read/overview-types.ts';
export type * from './read/said-types.ts';
export type * from './releases/release-types.ts';
export { NO_ALPHA, type NoAlpha } from './review/agreement.ts';
export { applyCorrection } from './review/apply-correction.ts';
export { type CellValue, type CodedCell, codedCells, type DerivedCell } from './review/coded-cells.ts';
export * from './review/decision.ts';
export type { Agreement, AgreementQuery } from './review/double-coding.ts';
export { OWN_PROFILE } from './review/own-fields.ts';
export { selfRetractions } from './review/self-retraction.ts';
export * from './review/statements.ts';
export type { StatementRow } from './statements/kinds.ts';
export type { CollectingChange } from './visits/collecting.ts';
export * from './visits/visit-types.ts';
