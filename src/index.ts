/**
 * Reportedly as a library: open the engine, turn documents into Readings, keep them in a ledger.
 * What stands here is public and keeps its meaning within a major version; everything else may change.
 */
export { acquire } from './1-acquire/acquire.ts';
export { openLedger } from './5-ledger/index.ts';
export { type Engine, type EngineFiles, openEngine } from './engine.ts';
export { ReportedlyError } from './errors.ts';
export { PACKAGE_VERSION } from './package.ts';
export { type Outcome, readAny, readDocument, readInput } from './pipeline.ts';
export { type ReadableArticle, readArticle } from './read-article.ts';
export * from './records/index.ts';
