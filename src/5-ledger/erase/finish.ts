/**
 * Removes what an erasure left outside the rows: originals, backups of our own, and the bytes in the database's files.
 * What is still to do stands in the ledger itself, so that an interrupted erasure is finished when it is next opened.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { ReportedlyError } from '../../errors.ts';
import { first } from '../drivers/driver.ts';
import { PostgresDriver } from '../drivers/postgres.ts';
import { SqliteDriver } from '../drivers/sqlite.ts';
import { KEYS } from '../migrations/migration.ts';
import { BACKUPS_FOLDER } from '../migrations/sqlite.ts';
import type { Store } from '../store.ts';

export async function finishErasure(store: Store): Promise<void> {
  const { build, read } = store;
  const query = build.selectFrom('ledger').select('value').where('key', '=', KEYS.eraseDue);
  const due = (await first(read, query))?.value;
  if (due === undefined || due === null) return;
  await store.originals.remove(JSON.parse(due) as string[]);
  // From here on only the files of the database are to be rid of it; the list of originals says too much to stay in them.
  await setDue(store, '[]');
  if (store.driver instanceof SqliteDriver) await compactSqlite(store.driver);
  else if (store.driver instanceof PostgresDriver) await compactPostgres(store.driver);
  await setDue(store, null);
}

/** On opening: another process may be reading, and then it stays to be done. */
export async function finishErasureIfPossible(store: Store): Promise<void> {
  try {
    await finishErasure(store);
  } catch (error) {
    const waits =
      error instanceof ReportedlyError && ['ledger-locked', 'ledger-read-only'].includes(error.code);
    if (!waits) throw error;
  }
}

async function setDue(store: Store, value: string | null): Promise<void> {
  await store.driver.write(async (connection) => {
    const { build } = store;
    await connection.all(
      value === null
        ? build.deleteFrom('ledger').where('key', '=', KEYS.eraseDue)
        : build.updateTable('ledger').set({ value }).where('key', '=', KEYS.eraseDue),
    );
  });
}

/** VACUUM writes every page anew without what was deleted; the checkpoint empties the WAL, which holds older pages. */
async function compactSqlite(driver: SqliteDriver): Promise<void> {
  rmSync(path.join(path.dirname(driver.file), BACKUPS_FOLDER), { recursive: true, force: true });
  await driver.maintain((db) => {
    db.exec('VACUUM');
    const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    if (result?.busy) {
      const reason = 'the content is out of its rows, but another process keeps it in the log file';
      throw new ReportedlyError('ledger-locked', { ledger: driver.file, reason });
    }
  });
}

const REWRITTEN = [
  'ledger',
  'statements',
  'documents',
  'readings',
  'article_texts',
  'claims',
  'claim_parties',
  'claim_effects',
  'log',
  'originals',
];

/** VACUUM FULL writes each table anew. The write-ahead log and its archives are the administrator's. */
async function compactPostgres(driver: PostgresDriver): Promise<void> {
  await driver.maintain(async (session) => {
    const version = driver.schema.slice(0, 40);
    const { rows } = await session.run('SELECT nspname FROM pg_namespace WHERE nspname LIKE $1', [
      `${version.replaceAll('_', '\\_')}\\_backup\\_%`,
    ]);
    for (const { nspname } of rows) await session.run(`DROP SCHEMA "${nspname}" CASCADE`);
    for (const table of REWRITTEN) await session.run(`VACUUM FULL ${table}`);
  });
}
