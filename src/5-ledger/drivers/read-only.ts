/** A ledger's file that cannot be written here: on a disc that is mounted for reading, or in a folder of somebody else's. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { ReportedlyError } from '../../errors.ts';
import type { Connection, Driver } from './driver.ts';
import { openFile, SqliteReader } from './sqlite.ts';

/** Whether the file and the folder it lies in may be written; SQLite needs both, for what it makes beside the file. */
export function mayWrite(file: string): boolean {
  try {
    for (const one of [path.dirname(file), file]) accessSync(one, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * How a file that may not be written can be opened. While somebody else has it open its log can be shared; else nothing may
 * be made beside it, and it is read as it lies. `ledger-read-only` where a log that was left behind would be passed over.
 */
export function howToRead(file: string, busyMs: number): { busyMs: number; immutable: boolean } {
  try {
    const db = openFile(file, { busyMs, readonly: true });
    try {
      db.pragma('user_version');
      return { busyMs, immutable: false };
    } finally {
      db.close();
    }
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError) || !/^SQLITE_(CANTOPEN|READONLY)/.test(error.code))
      throw error;
  }
  const log = `${file}-wal`;
  if (existsSync(log) && statSync(log).size > 0) {
    throw refused(
      file,
      `its last changes are still in ${path.basename(log)} and can be taken in only where it may be written`,
    );
  }
  return { busyMs, immutable: true };
}

export const refused = (ledger: string, reason: string) =>
  new ReportedlyError('ledger-read-only', { ledger, reason });

export class ReadOnlyDriver extends SqliteReader implements Driver {
  async write<T>(_work: (connection: Connection) => Promise<T>): Promise<T> {
    throw refused(path.dirname(this.file), 'it cannot be written where it lies');
  }
}
