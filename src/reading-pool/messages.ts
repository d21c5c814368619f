/** What the pool and its threads say to one another. */
import type { EngineFiles } from '../engine.ts';
import { type ErrorCode, ReportedlyError } from '../errors.ts';
import type { Document, Reading } from '../records/index.ts';

/** Given to a thread at its start. */
export interface ThreadData {
  files: EngineFiles;
}

export interface ReadRequest {
  document: Document;
  id: string;
}

export interface CodedFailure {
  code: ErrorCode;
  details: Record<string, string>;
}

/** A thread's word: that its engine is open or cannot be, then one answer a request. */
export type ThreadMessage =
  | { kind: 'ready' }
  | { kind: 'unusable'; error: CodedFailure }
  | { kind: 'reading'; reading: Reading }
  | { kind: 'failed'; error: CodedFailure };

/** An error as it can be sent; one that is no coded error (a fault of ours) names the document it happened at. */
export function failureOf(error: unknown, input: string): CodedFailure {
  if (error instanceof ReportedlyError) return { code: error.code, details: error.details };
  return { code: 'reading-stopped', details: { input, reason: String((error as Error)?.message ?? error) } };
}

export const errorOf = ({ code, details }: CodedFailure): ReportedlyError =>
  new ReportedlyError(code, details);
