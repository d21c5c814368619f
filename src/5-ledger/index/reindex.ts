/** Builds the index anew: empties its tables and applies every statement again, in one transaction. */
import { sql } from 'kysely';
import { forgetColumns } from '../columns/columns-of.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { KEYS } from '../migrations/migration.ts';
import { FTS } from '../migrations/sqlite-search.ts';
import type { ReplacementPayload } from '../statements/kinds.ts';
import type { Store, Writing } from '../store.ts';
import { TABLE_NAMES, type TableName } from '../tables.ts';
import { Replay, type Replayed } from './replay.ts';

/** No index over the statements: left as they are. */
const STATEMENT_TABLES: readonly TableName[] = ['ledger', 'head', 'statements', 'failures', 'collecting'];
/** Statements read at a time; bounds memory, and the index rows that wait to be written. */
const BATCH = 200;

export async function reindex(store: Store, progress?: (done: number, all: number) => void): Promise<void> {
  await store.write(async (writing) => {
    await emptyIndex(store, writing);
    await findReplacements(writing);
    const replay = new Replay(writing);
    const all = writing.appender.seq;
    for (let done = 0; done < all; done += BATCH) {
      for (const statement of await batchAfter(writing, done)) await replay.apply(statement);
      await writing.index.flush();
      progress?.(Math.min(all, done + BATCH), all);
    }
    await writing.connection.all(writing.build.deleteFrom('ledger').where('key', '=', KEYS.reindexDue));
  });
  forgetColumns(store);
}

async function emptyIndex(store: Store, { connection, build }: Writing): Promise<void> {
  if (store.driver.kind === 'sqlite') {
    // Emptied as a whole: row by row the triggers would take each word out singly.
    for (const table of ['claims', 'article_texts']) {
      await connection.all(written(build, sql`drop trigger ${sql.ref(`${table}_removed`)}`));
    }
  }
  for (const table of TABLE_NAMES) {
    if (!STATEMENT_TABLES.includes(table)) await connection.all(build.deleteFrom(table));
  }
  if (store.driver.kind !== 'sqlite') return;
  for (const { fts, trigger } of FTS) {
    await connection.all(
      written(build, sql`insert into ${sql.table(fts)} (${sql.ref(fts)}) values ('delete-all')`),
    );
    await connection.all(written(build, sql.raw(trigger)));
  }
}

async function findReplacements({ connection, build, index }: Writing): Promise<void> {
  const rows = await connection.all(
    build
      .selectFrom('statements')
      .select(['seq', 'payload'])
      .where('kind', '=', 'replacement')
      .where('payload', 'is not', null)
      .orderBy('seq'),
  );
  const last = new Map(
    rows.map(({ seq, payload }) => [(JSON.parse(payload!) as ReplacementPayload).replaces, seq!]),
  );
  for (const [seq, by] of last) index.add('replacements', [seq, by]);
  await index.flush();
}

function batchAfter({ connection, build }: Writing, seq: number): Promise<Replayed[]> {
  const query = sql`select * from said where seq > ${seq} and seq <= ${seq + BATCH} order by seq`;
  return connection.all(written<Replayed>(build, query));
}

export async function reindexIsDue({ read, build }: Store): Promise<boolean> {
  const query = build.selectFrom('ledger').select('value').where('key', '=', KEYS.reindexDue);
  return (await first(read, query)) !== undefined;
}
