/** SQLite's result codes as errors of the catalogue. Anything unknown stays what it is: a bug, not a condition. */
import Sqlite from 'better-sqlite3';
import { type ErrorCode, ReportedlyError } from '../../errors.ts';

const CODES: readonly [prefix: string, code: ErrorCode][] = [
  ['SQLITE_BUSY', 'ledger-locked'],
  ['SQLITE_LOCKED', 'ledger-locked'],
  ['SQLITE_FULL', 'ledger-full'],
  ['SQLITE_IOERR', 'ledger-io'],
  ['SQLITE_READONLY', 'ledger-read-only'],
  ['SQLITE_PERM', 'ledger-read-only'],
  ['SQLITE_AUTH', 'ledger-read-only'],
  ['SQLITE_NOTADB', 'ledger-foreign'],
  ['SQLITE_CORRUPT', 'ledger-damaged'],
  ['SQLITE_CANTOPEN', 'ledger-unusable'],
];

export function asLedgerError(error: unknown, ledger: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  const found = CODES.find(([prefix]) => error.code.startsWith(prefix));
  return found ? new ReportedlyError(found[1], { ledger, reason: error.message }, { cause: error }) : error;
}
