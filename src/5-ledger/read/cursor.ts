/** Cursors: where a page ended, in which state of the ledger, of which query. Opaque to those who pass them on. */
import { createHash } from 'node:crypto';
import { ReportedlyError } from '../../errors.ts';
import { canonicalJson } from '../statements/canonical-json.ts';

export interface Position {
  /** Statement number of the state that the first page saw. */
  seq: number;
  /** Sort values of the last row, or a number of rows to pass over. */
  after: (string | number)[];
}

const VERSION = 1;

/** Ties a cursor to its query: with another one its position means nothing. */
export function queryDigest(query: object): string {
  const { cursor: _cursor, limit: _limit, ...asked } = query as Record<string, unknown>;
  return createHash('sha256').update(canonicalJson(asked)).digest('base64url').slice(0, 16);
}

export function encodeCursor(position: Position, digest: string): string {
  return Buffer.from(JSON.stringify([VERSION, digest, position.seq, ...position.after])).toString(
    'base64url',
  );
}

export function decodeCursor(cursor: string, digest: string, values: number): Position {
  const refuse = (reason: string): never => {
    throw new ReportedlyError('query-invalid', { reason });
  };
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return refuse('the cursor is not one of ours');
  }
  if (!Array.isArray(parts) || parts[0] !== VERSION || parts.length !== 3 + values) {
    return refuse('the cursor is not one of ours');
  }
  const [, madeFor, seq, ...after] = parts as [number, unknown, unknown, ...unknown[]];
  if (madeFor !== digest) return refuse('the cursor belongs to another query');
  const good = after.every((value) => typeof value === 'string' || Number.isFinite(value));
  if (!good || !Number.isSafeInteger(seq)) return refuse('the cursor is not one of ours');
  return { seq: seq as number, after: after as (string | number)[] };
}

const MOST_ROWS = 1000;

export function pageSize(limit: number | undefined): number {
  const rows = limit ?? 50;
  if (!Number.isInteger(rows) || rows < 1 || rows > MOST_ROWS) {
    throw new ReportedlyError('query-invalid', {
      reason: `a page holds 1 to ${MOST_ROWS} rows, not ${limit}`,
    });
  }
  return rows;
}
