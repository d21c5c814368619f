/** Opens a ledger, on SQLite in a folder or on PostgreSQL, creating, migrating or restoring it where needed. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ReportedlyError } from '../errors.ts';
import { fill, readAbout } from './backup/restore.ts';
import type { Ledger, LedgerOptions } from './contract.ts';
import { PostgresDriver } from './drivers/postgres.ts';
import { mayWrite, ReadOnlyDriver } from './drivers/read-only.ts';
import { SqliteDriver } from './drivers/sqlite.ts';
import { makeLedger } from './ledger.ts';
import { type NewLedger, newLedger } from './migrations/first-rows.ts';
import { type Migration, POSTGRES_MIGRATIONS, SQLITE_MIGRATIONS } from './migrations/migration.ts';
import { migratePostgres } from './migrations/postgres.ts';
import { checkReadOnly, migrateSqlite } from './migrations/sqlite.ts';
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

/** For tests: a fixed clock and salt, other migrations than those of this version, another length of ranked searches. */
export interface OpenForTests {
  surroundings?: Surroundings;
  migrations?: readonly Migration[];
  ranked?: number;
}

/**
 * Opens the ledger at `where`: a folder (created if missing, unless `mustExist`) or `postgres://…`. An older one is
 * backed up and migrated first; one that may not be written is opened for reading. Throws `ledger-…` errors; then nothing was changed.
 */
export async function openLedger(
  where: string = DEFAULT_LEDGER,
  options: LedgerOptions = {},
  forTests: OpenForTests = {},
): Promise<Ledger> {
  const created = newLedger({ created: (forTests.surroundings ?? REAL_SURROUNDINGS).now() });
  return makeOrClose(await openStore(where, options, created, forTests));
}

/**
 * Makes a new ledger at `where` of a backup's folder. `ledger-unusable` when there is a ledger already,
 * `ledger-damaged` when the backup is not what was backed up; then there is none at `where`.
 */
export async function restoreLedger(
  backup: string,
  where: string,
  options: LedgerOptions = {},
): Promise<Ledger> {
  const about = readAbout(backup);
  const created = newLedger({ id: about.id, created: new Date(about.created) });
  if (isPostgres(where)) {
    const store = await openStore(where, { ...options, mustExist: false }, created, { mustBeNew: true });
    return makeOrClose(store, async () => {
      try {
        await fill(store, backup, about);
      } catch (error) {
        await (store.driver as PostgresDriver).dropSchema();
        throw error;
      }
    });
  }
  const target = path.resolve(where);
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new ReportedlyError('ledger-unusable', {
      ledger: target,
      reason: 'there is something there already',
    });
  }
  // Under another name until it is whole.
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const store = await openStore(partial, options, created, {});
  try {
    await fill(store, backup, about);
    await store.driver.close();
    rmSync(target, { recursive: true, force: true });
    renameSync(partial, target);
  } catch (error) {
    await store.driver.close();
    rmSync(partial, { recursive: true, force: true });
    throw asFileError(error, target);
  }
  return openLedger(where, options);
}

async function makeOrClose(
  store: Store,
  first: () => Promise<void> = async () => undefined,
): Promise<Ledger> {
  try {
    await first();
    return await makeLedger(store);
  } catch (error) {
    await store.driver.close();
    throw error;
  }
}

const isPostgres = (where: string) => /^postgres(ql)?:\/\//.test(where);

type OpenStore = OpenForTests & { mustBeNew?: boolean };

function openStore(
  where: string,
  options: LedgerOptions,
  created: NewLedger,
  more: OpenStore,
): Promise<Store> {
  return (isPostgres(where) ? openPostgres : openFolder)(where, options, created, more);
}

async function openFolder(
  where: string,
  options: LedgerOptions,
  created: NewLedger,
  { surroundings = REAL_SURROUNDINGS, migrations = SQLITE_MIGRATIONS, ranked }: OpenStore,
): Promise<Store> {
  const folder = path.resolve(where);
  const file = path.join(folder, LEDGER_FILE);
  if (options.mustExist && !existsSync(file)) {
    throw new ReportedlyError('ledger-unusable', {
      ledger: folder,
      reason: `there is no ${LEDGER_FILE} in it`,
    });
  }
  const busyMs = options.busyMs ?? BUSY_MS;
  const originals = new OriginalsFolder(path.join(folder, ORIGINALS_FOLDER));
  if (existsSync(file) && !mayWrite(file)) {
    const how = checkReadOnly(file, { migrations, busyMs });
    return new Store(new ReadOnlyDriver(file, how), originals, folder, surroundings, ranked);
  }
  makeFolder(folder, folder);
  migrateSqlite(file, { migrations, busyMs, created });
  // Only now: in a folder whose file is no ledger nothing is made.
  for (const part of [ORIGINALS_FOLDER, GAZETTEER_FOLDER]) makeFolder(path.join(folder, part), folder);
  return new Store(new SqliteDriver(file, { busyMs }), originals, folder, surroundings, ranked);
}

function makeFolder(folder: string, ledger: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw asFileError(error, ledger);
  }
}

async function openPostgres(
  where: string,
  options: LedgerOptions,
  created: NewLedger,
  {
    surroundings = REAL_SURROUNDINGS,
    migrations = POSTGRES_MIGRATIONS,
    mustBeNew = false,
    ranked,
  }: OpenStore,
): Promise<Store> {
  const driver = new PostgresDriver(where, { busyMs: options.busyMs ?? BUSY_MS });
  try {
    await migratePostgres(driver, { migrations, created, mustBeNew, mustExist: options.mustExist ?? false });
    return new Store(driver, new OriginalsTable(driver), driver.where, surroundings, ranked);
  } catch (error) {
    await driver.close();
    throw error;
  }
}
