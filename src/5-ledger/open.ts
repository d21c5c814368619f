/** Opens a ledger, on SQLite in a folder or on PostgreSQL, creating or migrating it where needed. */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { ReportedlyError } from '../errors.ts';
import type { Ledger, LedgerOptions } from './contract.ts';
import { PostgresDriver } from './drivers/postgres.ts';
import { SqliteDriver } from './drivers/sqlite.ts';
import { makeLedger } from './ledger.ts';
import { newLedger } from './migrations/first-rows.ts';
import { type Migration, POSTGRES_MIGRATIONS, SQLITE_MIGRATIONS } from './migrations/migration.ts';
import { migratePostgres } from './migrations/postgres.ts';
import { migrateSqlite } from './migrations/sqlite.ts';
import { asFileError } from './originals/file-errors.ts';
import { OriginalsFolder } from './originals/folder.ts';
import { OriginalsTable } from './originals/table.ts';
import { REAL_SURROUNDINGS, type Surroundings } from './statements/appender.ts';
import { Store } from './store.ts';

export const DEFAULT_LEDGER = './data';
/** What a ledger's folder holds. */
export const LEDGER_FILE = 'ledger.sqlite';
export const ORIGINALS_FOLDER = 'originals';
export const GAZETTEER_FOLDER = 'gazetteer';

const BUSY_MS = 10_000;

/** For tests: a fixed clock, salt and id, and other migrations than those of this version. */
export interface OpenForTests {
  surroundings?: Surroundings;
  id?: string;
  migrations?: readonly Migration[];
}

/**
 * Opens the ledger at `where`: a folder (created if missing, unless `mustExist`) or `postgres://…`. An older one is
 * backed up and migrated first. Throws `ledger-…` errors; then nothing was changed.
 */
export function openLedger(
  where: string = DEFAULT_LEDGER,
  options: LedgerOptions = {},
  forTests: OpenForTests = {},
): Promise<Ledger> {
  return /^postgres(ql)?:\/\//.test(where)
    ? openPostgres(where, options, forTests)
    : openFolder(where, options, forTests);
}

async function openFolder(where: string, options: LedgerOptions, forTests: OpenForTests): Promise<Ledger> {
  const folder = path.resolve(where);
  const file = path.join(folder, LEDGER_FILE);
  if (options.mustExist && !existsSync(file)) {
    throw new ReportedlyError('ledger-unusable', {
      ledger: folder,
      reason: `there is no ${LEDGER_FILE} in it`,
    });
  }
  try {
    mkdirSync(path.join(folder, ORIGINALS_FOLDER), { recursive: true, mode: 0o700 });
    mkdirSync(path.join(folder, GAZETTEER_FOLDER), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw asFileError(error, folder);
  }
  const busyMs = options.busyMs ?? BUSY_MS;
  const { surroundings = REAL_SURROUNDINGS, id, migrations = SQLITE_MIGRATIONS } = forTests;
  const created = newLedger({ ...(id ? { id } : {}), created: surroundings.now() });
  migrateSqlite(file, { migrations, busyMs, created });
  const driver = new SqliteDriver(file, { busyMs });
  const originals = new OriginalsFolder(path.join(folder, ORIGINALS_FOLDER));
  return makeLedger(new Store(driver, originals, folder, surroundings));
}

async function openPostgres(where: string, options: LedgerOptions, forTests: OpenForTests): Promise<Ledger> {
  const { surroundings = REAL_SURROUNDINGS, id, migrations = POSTGRES_MIGRATIONS } = forTests;
  const driver = new PostgresDriver(where, { busyMs: options.busyMs ?? BUSY_MS });
  try {
    const created = newLedger({ ...(id ? { id } : {}), created: surroundings.now() });
    await migratePostgres(driver, { migrations, created, mustExist: options.mustExist ?? false });
    return await makeLedger(new Store(driver, new OriginalsTable(driver), driver.where, surroundings));
  } catch (error) {
    await driver.close();
    throw error;
  }
}
