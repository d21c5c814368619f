/** The ledger in one SQLite file: a connection that writes, one that reads, WAL between them. */
import { pathToFileURL } from 'node:url';
import Sqlite from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';
import { columnsOf, type RowValues, type TableName } from '../tables.ts';
import { sqliteBuilder } from './build-only.ts';
import { BATCH_ROWS, type Connection, type Driver, type Query, type Reader } from './driver.ts';
import { Mutex } from './mutex.ts';
import { asLedgerError } from './sqlite-errors.ts';

/** Prepared statements kept per connection; queries differ in few shapes, so this is rarely reached. */
const STATEMENTS_KEPT = 200;

// Read once, when better-sqlite3 is first used: without it there is no way to say `immutable`.
process.env.SQLITE_USE_URI ??= '1';

export interface OpenFile {
  busyMs: number;
  readonly?: boolean;
  /** Nobody writes the file while it is open: no lock is taken and nothing is made beside it. Goes with `readonly`. */
  immutable?: boolean;
}

/** Opens a file with the settings under which an acknowledged transaction survives power loss. */
export function openFile(file: string, options: OpenFile): Sqlite.Database {
  const name = options.immutable ? `${pathToFileURL(file).href}?immutable=1` : file;
  const db = new Sqlite(name, { timeout: options.busyMs, readonly: options.readonly ?? false });
  if (!options.readonly) {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('fullfsync = 1');
    db.pragma('secure_delete = ON');
  }
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
  return db;
}

class SqliteConnection implements Connection {
  readonly db: Sqlite.Database;
  readonly #prepared = new Map<string, Sqlite.Statement>();
  readonly #inserts = new Map<TableName, Sqlite.Statement>();
  readonly #file: string;

  constructor(db: Sqlite.Database, file: string) {
    this.db = db;
    this.#file = file;
  }

  async all<Row>(query: Query<Row>): Promise<Row[]> {
    return this.guard(() => {
      const compiled = query.compile();
      const statement = this.prepare(compiled);
      if (statement.reader) return statement.all(compiled.parameters) as Row[];
      statement.run(compiled.parameters);
      return [];
    });
  }

  async insert(table: TableName, rows: readonly RowValues[]): Promise<void> {
    this.guard(() => {
      const statement = this.#insertInto(table);
      for (const row of rows) statement.run(row);
    });
  }

  prepare(compiled: CompiledQuery): Sqlite.Statement {
    let statement = this.#prepared.get(compiled.sql);
    // A statement that is being iterated cannot be used again before it ends.
    if (!statement || statement.busy) {
      if (this.#prepared.size >= STATEMENTS_KEPT) this.#prepared.clear();
      this.#prepared.set(compiled.sql, (statement = this.db.prepare(compiled.sql)));
    }
    return statement;
  }

  #insertInto(table: TableName): Sqlite.Statement {
    let statement = this.#inserts.get(table);
    if (!statement) {
      const columns = columnsOf(table);
      const names = columns.map((column) => `"${column}"`).join(', ');
      statement = this.db.prepare(
        `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      this.#inserts.set(table, statement);
    }
    return statement;
  }

  guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw asLedgerError(error, this.#file);
    }
  }
}

/** A database in memory, for work that leaves nothing behind. */
export class MemoryConnection extends SqliteConnection {
  constructor(schema: string) {
    super(new Sqlite(':memory:'), ':memory:');
    this.db.exec(schema);
  }

  close(): void {
    this.db.close();
  }
}

/** A connection that only reads. */
export class SqliteReader implements Reader {
  readonly kind = 'sqlite';
  readonly build = sqliteBuilder();
  readonly read: SqliteConnection;
  readonly file: string;
  readonly immutable: boolean;

  /** The file must exist and have its schema; see migrations/. */
  constructor(file: string, options: OpenFile) {
    this.file = file;
    this.immutable = options.immutable ?? false;
    this.read = new SqliteConnection(openFile(file, { ...options, readonly: true }), file);
  }

  /** From now on, and until it is closed, reads the ledger as it is now, whatever is written meanwhile. */
  holdStill(): void {
    this.read.guard(() => this.read.db.exec('BEGIN'));
  }

  async *stream<Row>(query: Query<Row>): AsyncIterable<Row> {
    yield* this.#iterate<Row>(query, false);
  }

  async *batches(query: Query<unknown>): AsyncIterable<RowValues[]> {
    let batch: RowValues[] = [];
    for (const row of this.#iterate<RowValues>(query, true)) {
      batch.push(row);
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  *#iterate<Row>(query: Query<unknown>, raw: boolean): Iterable<Row> {
    const compiled = query.compile();
    try {
      // A statement of its own: others may run on the connection while this one is open.
      const statement = this.read.db.prepare(compiled.sql).raw(raw);
      yield* statement.iterate(compiled.parameters) as IterableIterator<Row>;
    } catch (error) {
      throw asLedgerError(error, this.file);
    }
  }

  async close(): Promise<void> {
    this.read.db.close();
  }
}

export class SqliteDriver extends SqliteReader implements Driver {
  readonly #writer: SqliteConnection;
  readonly #oneAtATime = new Mutex();

  constructor(file: string, options: { busyMs: number }) {
    // The writer first: it makes the files beside the database that reading needs.
    const writer = new SqliteConnection(openFile(file, options), file);
    super(file, options);
    this.#writer = writer;
  }

  /** The writing connection, for what has no place in a transaction: VACUUM, checkpoints, backups. */
  maintain<T>(work: (db: Sqlite.Database) => T): Promise<T> {
    return this.#oneAtATime.run(async () => this.#writer.guard(() => work(this.#writer.db)));
  }

  write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#oneAtATime.run(async () => {
      const { db } = this.#writer;
      this.#writer.guard(() => db.exec('BEGIN IMMEDIATE'));
      try {
        const result = await work(this.#writer);
        this.#writer.guard(() => db.exec('COMMIT'));
        return result;
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw error;
      }
    });
  }

  override async close(): Promise<void> {
    await this.#oneAtATime.run(async () => {
      await super.close();
      this.#writer.db.close();
    });
  }
}
