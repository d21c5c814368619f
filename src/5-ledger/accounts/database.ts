/**
 * Where accounts are kept: a file of its own beside the ledger, or a schema of its own in its database. They are no part of
 * the ledger: no backup, bundle, release or hash chain holds them.
 */
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely';
import pg from 'pg';
import { ReportedlyError } from '../../errors.ts';
import { asLedgerError as asPostgresError } from '../drivers/postgres-errors.ts';
import { openFile } from '../drivers/sqlite.ts';
import { asFileError } from '../originals/file-errors.ts';
import type { AccountTables } from './tables.ts';

export const ACCOUNTS_FILE = 'accounts.sqlite';
const BUSY_MS = 10_000;

export interface AccountsDatabase {
  kind: 'sqlite' | 'postgres';
  build: Kysely<AccountTables>;
  /** As it may be shown: without a password. */
  where: string;
  /** Makes what has to be there; several servers may start on one database at the same moment. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Any number that nothing else locks by. */
const LOCK = 7_281_905;

/** `where` is the ledger's: a folder or postgres://… `makeTables` makes those that are ours; the rest is better-auth's to make. */
export async function openAccountsDatabase(where: string): Promise<AccountsDatabase> {
  return /^postgres(ql)?:/.test(where) ? openPostgres(where) : openFolder(where);
}

/** Whether anybody made accounts for this ledger on this machine; a database is not asked. */
export const hasAccountsFile = (folder: string): boolean => existsSync(path.join(folder, ACCOUNTS_FILE));

function openFolder(where: string): AccountsDatabase {
  const folder = path.resolve(where);
  const file = path.join(folder, ACCOUNTS_FILE);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const db = openFile(file, { busyMs: BUSY_MS });
    db.pragma('foreign_keys = ON');
    chmodSync(file, 0o600);
    const build = new Kysely<AccountTables>({ dialect: new SqliteDialect({ database: db }) });
    return { kind: 'sqlite', build, where: file, alone: (work) => work(), close: () => build.destroy() };
  } catch (error) {
    throw asFileError(error, file);
  }
}

async function openPostgres(where: string): Promise<AccountsDatabase> {
  const url = new URL(where);
  const schema = `${url.searchParams.get('schema') ?? 'reportedly'}_accounts`;
  if (!/^[\w-]{1,60}$/.test(schema)) {
    throw new ReportedlyError('ledger-unusable', { ledger: schema, reason: 'it is no name for a schema' });
  }
  url.searchParams.delete('schema');
  const pool = new pg.Pool({
    connectionString: url.href,
    options: `-c search_path=${schema}`,
    max: 4,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  url.password = '';
  const build = new Kysely<AccountTables>({ dialect: new PostgresDialect({ pool }) });
  const alone = <T>(work: () => Promise<T>): Promise<T> =>
    build.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(${LOCK})`.execute(connection);
      try {
        return await work();
      } finally {
        await sql`select pg_advisory_unlock(${LOCK})`.execute(connection);
      }
    });
  try {
    await alone(() => sql`create schema if not exists ${sql.id(schema)}`.execute(build));
  } catch (error) {
    await build.destroy();
    throw asPostgresError(error, url.href);
  }
  return { kind: 'postgres', build, where: url.href, alone, close: () => build.destroy() };
}
