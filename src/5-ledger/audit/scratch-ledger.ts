/**
 * A ledger in memory in which what was said of one document is applied again, the same way as when it was recorded: what
 * the index should say of documents with a history of decisions, retractions or several Readings.
 */
import type { Kysely } from 'kysely';
import { sqliteBuilder } from '../drivers/build-only.ts';
import type { Connection } from '../drivers/driver.ts';
import { MemoryConnection } from '../drivers/sqlite.ts';
import { IndexWriter } from '../index/index-writer.ts';
import { Replay, type Replayed } from '../index/replay.ts';
import { parsePayload } from '../index/stored.ts';
import { firstRows } from '../migrations/first-rows.ts';
import { SQLITE_MIGRATIONS } from '../migrations/migration.ts';
import { Appender, REAL_SURROUNDINGS } from '../statements/appender.ts';
import { canonicalJson } from '../statements/canonical-json.ts';
import type { Writing } from '../store.ts';
import { type Database, TABLE_NAMES, type TableName } from '../tables.ts';
import { type DocumentIndex, documentIndex } from './document-index.ts';

/** Nobody searches here. */
const NO_SEARCH = ['claims', 'article_texts']
  .flatMap((table) => ['added', 'removed'].map((what) => `DROP TRIGGER ${table}_${what};`))
  .join('\n');
const STAYS: readonly TableName[] = ['ledger', 'head'];

export class ScratchLedger {
  readonly #connection: MemoryConnection;
  readonly #build: Kysely<Database> = sqliteBuilder();

  private constructor(connection: MemoryConnection) {
    this.#connection = connection;
  }

  /** `id`: of the ledger whose documents are looked at; decisions that came from another one are told by it. */
  static async open(id: string): Promise<ScratchLedger> {
    const schema = SQLITE_MIGRATIONS.map(({ sql }) => sql).join('\n');
    const scratch = new ScratchLedger(new MemoryConnection(`${schema}\n${NO_SEARCH}`));
    const { ledger, head } = firstRows({ id, created: new Date(0) });
    await scratch.#connection.insert('ledger', ledger);
    await scratch.#connection.insert('head', [[1, head.seq, head.hash, head.at]]);
    return scratch;
  }

  /** What the index should say of the document, of which `said` are the statements. */
  async replay(document: { seq: number; sha256: string }, said: readonly Replayed[]): Promise<DocumentIndex> {
    const [connection, build]: [Connection, Kysely<Database>] = [this.#connection, this.#build];
    const writing: Writing = {
      connection,
      build,
      appender: await Appender.open(connection, build, REAL_SURROUNDINGS),
      index: new IndexWriter(connection, build),
    };
    const replay = new Replay(writing);
    await connection.insert('statements', said.map(asWhole));
    for (const row of said) await replay.apply(row);
    await writing.index.flush();
    const index = await documentIndex(connection, build, document);
    for (const table of TABLE_NAMES) {
      if (!STAYS.includes(table)) await connection.all(build.deleteFrom(table));
    }
    return index;
  }

  close(): void {
    this.#connection.close();
  }
}

/** What stands in a replacement is put where the statement stood. Its hashes are not looked at here. */
function asWhole(row: Replayed) {
  const payload = row.replaced ? canonicalJson(parsePayload(row)) : row.payload;
  return [row.seq, row.kind, row.at, null, payload, '', ''];
}
