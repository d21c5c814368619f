/** The log line of a statement, from what it says. */
import { saidLine } from '../review/said-line.ts';
import type { CurrentPayload, DocumentPayload, ReadingPayload, StatementKind } from '../statements/kinds.ts';
import type { LogLine } from './log-row.ts';

/** `payload` null: its content was erased. `readingId` is wanted for a `reading` only. */
export function lineOf(kind: StatementKind, payload: unknown, readingId?: string): LogLine {
  // Kind and time stay, since past states are found by them.
  if (payload === null) return { kind, summary: 'erased' };
  switch (kind) {
    case 'document': {
      const { sha256, provenance } = payload as DocumentPayload;
      return { kind, document: sha256, summary: provenance.location };
    }
    case 'reading': {
      const { reading } = payload as ReadingPayload;
      const summary = `${reading.claims.length} claims, engine ${reading.engine.version}`;
      return { kind, document: reading.document, target: readingId ?? null, summary };
    }
    case 'current': {
      const { document, reading } = payload as CurrentPayload;
      return {
        kind,
        document,
        target: String(reading),
        summary: 'an earlier Reading was asked for again',
      };
    }
    default:
      return saidLine(kind, payload);
  }
}
