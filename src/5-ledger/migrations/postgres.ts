/** Makes a schema of a PostgreSQL database a ledger of the newest version, or says why it cannot be one. */

import { ReportedlyError } from '../../errors.ts';
import type { PostgresDriver } from '../drivers/postgres.ts';
import { firstRows, type NewLedger } from './first-rows.ts';
import { KEYS, type Migration } from './migration.ts';

type Session = Parameters<Parameters<PostgresDriver['maintain']>[0]>[0];

export interface MigrateOptions {
  migrations: readonly Migration[];
  created: NewLedger;
  /** Refuse rather than create. */
  mustExist: boolean;
  /** Refuse where there is one already, even an empty one. */
  mustBeNew: boolean;
}

const OUR_TABLES = ['ledger', 'head', 'statements'];

/** Creates or migrates the driver's schema, in one transaction under a lock that other processes wait for. */
export async function migratePostgres(driver: PostgresDriver, options: MigrateOptions): Promise<void> {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(driver.schema)) {
    const reason = `the schema name ${JSON.stringify(driver.schema)} has letters other than a-z, 0-9 and _`;
    throw new ReportedlyError('ledger-unusable', { ledger: driver.where, reason });
  }
  await driver.maintain(async (session) => {
    const known = options.migrations.length;
    const found = await versionOf(session, driver);
    if (found > 0 && options.mustBeNew) {
      const reason = `the schema ${driver.schema} holds a ledger already`;
      throw new ReportedlyError('ledger-unusable', { ledger: driver.where, reason });
    }
    if (found === known) return;
    if (found === 0 && options.mustExist) {
      const reason = `the schema ${driver.schema} holds no ledger`;
      throw new ReportedlyError('ledger-unusable', { ledger: driver.where, reason });
    }
    await session.run('BEGIN');
    try {
      await session.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [driver.schema]);
      await checkEncoding(session, driver);
      await session.run(`CREATE SCHEMA IF NOT EXISTS ${driver.schema}`);
      const version = await versionOf(session, driver);
      if (version === 0) await create(session, options);
      else if (version < known) await upgrade(session, driver, version, options.migrations);
      await session.run('COMMIT');
    } catch (error) {
      await session.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
  });
}

/** The version of the schema, 0 when it is empty or missing. */
async function versionOf(session: Session, driver: PostgresDriver): Promise<number> {
  const { rows } = await session.run('SELECT tablename AS name FROM pg_tables WHERE schemaname = $1', [
    driver.schema,
  ]);
  if (rows.length === 0) return 0;
  const ours = OUR_TABLES.every((name) => rows.some((row) => row.name === name));
  const found = ours
    ? await session.run('SELECT value FROM ledger WHERE key = $1', [KEYS.schema])
    : { rows: [] };
  const version = Number(found.rows[0]?.value ?? 0);
  if (version === 0) {
    const reason = `the schema ${driver.schema} holds tables of another program`;
    throw new ReportedlyError('ledger-foreign', { ledger: driver.where, reason });
  }
  return version;
}

async function checkEncoding(session: Session, driver: PostgresDriver): Promise<void> {
  const { rows } = await session.run('SHOW server_encoding');
  if (rows[0]?.server_encoding !== 'UTF8') {
    const reason = `the database's encoding is ${rows[0]?.server_encoding}, it must be UTF8`;
    throw new ReportedlyError('ledger-unusable', { ledger: driver.where, reason });
  }
}

async function create(session: Session, { migrations, created }: MigrateOptions): Promise<void> {
  for (const migration of migrations) await session.run(migration.sql);
  const { ledger, head } = firstRows(created);
  for (const row of [...ledger, [KEYS.schema, String(migrations.length)]]) {
    await session.run('INSERT INTO ledger (key, value) VALUES ($1, $2)', row);
  }
  await session.run('INSERT INTO head (one, seq, hash, at) VALUES (1, $1, $2, $3)', [
    head.seq,
    head.hash,
    head.at,
  ]);
}

/** The statements are copied into a schema of their own first; everything else can be rebuilt from them. */
async function upgrade(
  session: Session,
  driver: PostgresDriver,
  version: number,
  migrations: readonly Migration[],
): Promise<void> {
  if (version > migrations.length) {
    throw new ReportedlyError('ledger-newer', {
      ledger: driver.where,
      found: String(version),
      known: String(migrations.length),
    });
  }
  const backup = `${driver.schema.slice(0, 40)}_backup_${version}`;
  await session.run(`CREATE SCHEMA IF NOT EXISTS ${backup}`);
  for (const table of ['ledger', 'head', 'statements']) {
    await session.run(`CREATE TABLE IF NOT EXISTS ${backup}.${table} AS TABLE ${table}`);
  }
  for (const migration of migrations.slice(version)) {
    await session.run(migration.sql);
    if (migration.reindex) await put(session, KEYS.reindexDue, 'migration');
  }
  await put(session, KEYS.schema, String(migrations.length));
}

async function put(session: Session, key: string, value: string): Promise<void> {
  await session.run(
    'INSERT INTO ledger (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [key, value],
  );
}
