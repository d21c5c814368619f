/** Makes a SQLite file a ledger of the newest schema, or says why it cannot be one. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { ReportedlyError } from '../../errors.ts';
import { howToRead, refused } from '../drivers/read-only.ts';
import { type OpenFile, openFile } from '../drivers/sqlite.ts';
import { asLedgerError } from '../drivers/sqlite-errors.ts';
import { syncFolder } from '../originals/durable.ts';
import { firstRows, type NewLedger } from './first-rows.ts';
import { APPLICATION_ID, KEYS, type Migration } from './migration.ts';

export const BACKUPS_FOLDER = 'backups';
const MAGIC = 'SQLite format 3\0';

export interface MigrateOptions {
  migrations: readonly Migration[];
  busyMs: number;
  created: NewLedger;
}

/** Creates or migrates `file`. Each migration is one transaction, so an interruption leaves the step before it. */
export function migrateSqlite(file: string, options: MigrateOptions): void {
  let db: Sqlite.Database | undefined;
  try {
    const version = versionOf(file, options.migrations.length);
    db = openFile(file, options);
    if (version === 0) db.transaction(() => create(db!, options)).immediate();
    else if (version < options.migrations.length) {
      backUp(db, file, version);
      for (let next = version + 1; next <= options.migrations.length; next++) {
        db.transaction(() => step(db!, next, options.migrations)).immediate();
      }
    }
  } catch (error) {
    throw asLedgerError(error, file);
  } finally {
    db?.close();
  }
}

/** How a ledger that may not be written is opened; refused where something would have to be written first. */
export function checkReadOnly(
  file: string,
  { migrations, busyMs }: Omit<MigrateOptions, 'created'>,
): OpenFile {
  let db: Sqlite.Database | undefined;
  try {
    accessSync(file, constants.R_OK);
    if (statSync(file).size === 0) throw refused(file, 'there is nothing in it yet');
    checkHeader(file);
    const how = howToRead(file, busyMs);
    db = openFile(file, { ...how, readonly: true });
    const version = checkOwner(db, file, migrations.length);
    const due = db.prepare('SELECT 1 FROM ledger WHERE key = ?').get(KEYS.reindexDue);
    if (version === migrations.length && !due) return how;
    const schema = due ? '' : ` (schema ${version}, this one has ${migrations.length})`;
    throw refused(file, `an older version made it, and it must be migrated first${schema}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      const reason = (error as Error).message;
      throw new ReportedlyError('ledger-unusable', { ledger: file, reason }, { cause: error });
    }
    throw asLedgerError(error, file);
  } finally {
    db?.close();
  }
}

/** The schema version of a file, 0 for none. Looked at without writing: a stranger's file is left as it is. */
function versionOf(file: string, known: number): number {
  if (!existsSync(file) || statSync(file).size === 0) return 0;
  checkHeader(file);
  const db = new Sqlite(file, { readonly: true });
  try {
    return checkOwner(db, file, known);
  } finally {
    db.close();
  }
}

/** Tells a foreign or truncated file from its first page, before SQLite touches it. */
function checkHeader(file: string): void {
  const { size } = statSync(file);
  const header = Buffer.alloc(100);
  const fd = openSync(file, 'r');
  try {
    readSync(fd, header, 0, 100, 0);
  } finally {
    closeSync(fd);
  }
  if (header.toString('latin1', 0, 16) !== MAGIC) {
    throw new ReportedlyError('ledger-foreign', { ledger: file, reason: 'it is no SQLite file' });
  }
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
  // The page count is valid where the change counter beside it matches; with a WAL the file may still grow.
  const counted = header.readUInt32BE(24) === header.readUInt32BE(92);
  const expected = pageSize * header.readUInt32BE(28);
  if (counted && size < expected && !existsSync(`${file}-wal`)) {
    const reason = `it is cut short, ${size} of ${expected} bytes are there`;
    throw new ReportedlyError('ledger-damaged', { ledger: file, reason });
  }
}

/** The schema version of the file, 0 for an empty one. */
function checkOwner(db: Sqlite.Database, file: string, known: number): number {
  const version = db.pragma('user_version', { simple: true }) as number;
  const owner = db.pragma('application_id', { simple: true }) as number;
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  if (tables === 0 && owner === 0 && version === 0) return 0;
  if (owner !== APPLICATION_ID) {
    throw new ReportedlyError('ledger-foreign', { ledger: file, reason: 'it belongs to another program' });
  }
  if (version > known) {
    throw new ReportedlyError('ledger-newer', {
      ledger: file,
      found: String(version),
      known: String(known),
    });
  }
  return version;
}

function create(db: Sqlite.Database, { migrations, created }: MigrateOptions): void {
  // Another process may have been first.
  if ((db.pragma('user_version', { simple: true }) as number) > 0) return;
  for (const migration of migrations) db.exec(migration.sql);
  const rows = firstRows(created);
  const insert = db.prepare('INSERT INTO ledger (key, value) VALUES (?, ?)');
  for (const row of rows.ledger) insert.run(...row);
  db.prepare('INSERT INTO head (one, seq, hash, at) VALUES (1, ?, ?, ?)').run(
    rows.head.seq,
    rows.head.hash,
    rows.head.at,
  );
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${migrations.length}`);
}

function step(db: Sqlite.Database, next: number, migrations: readonly Migration[]): void {
  if ((db.pragma('user_version', { simple: true }) as number) >= next) return;
  const migration = migrations[next - 1]!;
  db.exec(migration.sql);
  if (migration.reindex) {
    db.prepare('INSERT OR REPLACE INTO ledger (key, value) VALUES (?, ?)').run(KEYS.reindexDue, 'migration');
  }
  db.pragma(`user_version = ${next}`);
}

/** A whole copy of the file beside it; named when complete, so that a half-written one is never taken for a backup. */
function backUp(db: Sqlite.Database, file: string, version: number): void {
  const folder = path.join(path.dirname(file), BACKUPS_FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const target = path.join(folder, `ledger-schema-${version}.sqlite`);
  if (existsSync(target)) return;
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  db.prepare('VACUUM INTO ?').run(partial);
  renameSync(partial, target);
  syncFolder(folder);
}
