/** What the ledger asks of a database. Two implementations: sqlite.ts and postgres.ts. */
import type { CompiledQuery, Kysely } from 'kysely';
import type { Database, RowValues, TableName } from '../tables.ts';

/** A query built with Kysely. */
export interface Query<Row> {
  compile(): CompiledQuery<Row>;
}

/** Runs queries one after another; inside `write` all of them in one transaction. */
export interface Connection {
  all<Row>(query: Query<Row>): Promise<Row[]>;
  /** Bulk insert: each row's values in the order of `columnsOf(table)`. */
  insert(table: TableName, rows: readonly RowValues[]): Promise<void>;
}

/** `build` only builds queries; `Connection.all` runs them. */
export interface Reader {
  readonly kind: 'sqlite' | 'postgres';
  readonly build: Kysely<Database>;
  /** Reads what is committed; several may run at once. */
  readonly read: Connection;
  /** Rows one by one, in constant memory. */
  stream<Row>(query: Query<Row>): AsyncIterable<Row>;
  /** Rows as bare values, some hundreds at a time: for passing over a whole table. */
  batches(query: Query<unknown>): AsyncIterable<RowValues[]>;
  close(): Promise<void>;
}

/** What the stores do in their own way. */
export interface Driver extends Reader {
  /**
   * Runs `work` in the one writing transaction, waiting for other writers up to the busy timeout. When it resolves,
   * what was written is on disk; when it rejects, nothing is.
   */
  write<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
}

/** How many rows `batches` gives at a time. */
export const BATCH_ROWS = 500;

export async function first<Row>(connection: Connection, query: Query<Row>): Promise<Row | undefined> {
  return (await connection.all(query))[0];
}
