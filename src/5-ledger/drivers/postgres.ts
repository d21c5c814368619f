/** The ledger in a schema of a PostgreSQL database. */
import pg from 'pg';
import { type ColumnType, columnsOf, columnTypes, type RowValues, type TableName } from '../tables.ts';
import { postgresBuilder } from './build-only.ts';
import { BATCH_ROWS, type Connection, type Driver, type Query } from './driver.ts';
import { Mutex } from './mutex.ts';
import { asLedgerError } from './postgres-errors.ts';

const INT8 = 20;
/** Streamed rows may hold whole Readings: few at a time. */
const STREAM_ROWS = 20;
/** Rows a bulk insert sends at once: large enough to hide the round trip, small enough for memory. */
const INSERT_ROWS = 2000;

const SQL_TYPES: Record<ColumnType, string> = {
  text: 'text',
  int: 'integer',
  big: 'bigint',
  real: 'double precision',
};

/** Counts and row numbers stay far below 2^53, so int8 comes as a number and not, as pg has it, as text. */
const numbersAsNumbers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

class PostgresConnection implements Connection {
  readonly #client: pg.Pool | pg.PoolClient;
  readonly #where: string;

  constructor(client: pg.Pool | pg.PoolClient, where: string) {
    this.#client = client;
    this.#where = where;
  }

  async all<Row>(query: Query<Row>): Promise<Row[]> {
    const { sql, parameters } = query.compile();
    return (await this.run(sql, parameters as unknown[])).rows as Row[];
  }

  async insert(table: TableName, rows: readonly RowValues[]): Promise<void> {
    const columns = columnsOf(table);
    const types = columnTypes(table);
    const names = columns.map((column) => `"${column}"`).join(', ');
    const arrays = columns.map((column, i) => `$${i + 1}::${SQL_TYPES[types[column]!]}[]`).join(', ');
    for (let from = 0; from < rows.length; from += INSERT_ROWS) {
      const part = rows.slice(from, from + INSERT_ROWS);
      const values = columns.map((_, column) => part.map((row) => row[column] ?? null));
      await this.run(`INSERT INTO ${table} (${names}) SELECT * FROM unnest(${arrays})`, values);
    }
  }

  async run(sql: string, parameters: unknown[] = []): Promise<pg.QueryResult> {
    try {
      return await this.#client.query(sql, parameters);
    } catch (error) {
      throw asLedgerError(error, this.#where);
    }
  }

  async rows(text: string, rowMode: 'object' | 'array'): Promise<unknown[]> {
    if (rowMode === 'object') return (await this.run(text)).rows;
    try {
      return (await this.#client.query({ text, rowMode })).rows;
    } catch (error) {
      throw asLedgerError(error, this.#where);
    }
  }
}

export class PostgresDriver implements Driver {
  readonly kind = 'postgres';
  readonly build = postgresBuilder();
  readonly read: PostgresConnection;
  readonly schema: string;
  /** The address as it may be shown: without a password. */
  readonly where: string;
  readonly #pool: pg.Pool;
  readonly #busyMs: number;
  readonly #oneAtATime = new Mutex();

  /** `postgres://user:password@host:port/database?schema=NAME`; the schema is `reportedly` unless named. */
  constructor(address: string, options: { busyMs: number }) {
    const url = new URL(address);
    this.schema = url.searchParams.get('schema') ?? 'reportedly';
    url.searchParams.delete('schema');
    this.#busyMs = options.busyMs;
    this.#pool = new pg.Pool({
      connectionString: url.href,
      types: numbersAsNumbers,
      options: `-c search_path=${this.schema}`,
      max: 8,
    });
    // An idle connection that the server closes is replaced at the next query; without this it ends the process.
    this.#pool.on('error', () => undefined);
    // A connection that is lost while it is in use says so too, beside the query that fails of it.
    this.#pool.on('connect', (client) => void client.on('error', () => undefined));
    url.password = '';
    this.where = url.href;
    this.read = new PostgresConnection(this.#pool, this.where);
  }

  /** A connection outside the writing transaction, for migrations and VACUUM. */
  async maintain<T>(work: (connection: PostgresConnection) => Promise<T>): Promise<T> {
    const client = await this.#connect();
    try {
      return await work(new PostgresConnection(client, this.where));
    } finally {
      client.release();
    }
  }

  /** Takes the whole ledger out of the database: only for one that was never filled. */
  async dropSchema(): Promise<void> {
    await this.maintain((session) => session.run(`DROP SCHEMA ${this.schema} CASCADE`));
  }

  write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#oneAtATime.run(async () => {
      const client = await this.#connect();
      const connection = new PostgresConnection(client, this.where);
      let broken = false;
      try {
        await connection.run('BEGIN');
        await connection.run('SET LOCAL synchronous_commit TO on');
        await connection.run(`SET LOCAL lock_timeout TO ${Math.max(1, Math.round(this.#busyMs))}`);
        await connection.run('SELECT one FROM head FOR UPDATE');
        const result = await work(connection);
        await connection.run('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    });
  }

  async *stream<Row>(query: Query<Row>): AsyncIterable<Row> {
    for await (const rows of this.#fetch(query, 'object', STREAM_ROWS)) yield* rows as Row[];
  }

  async *batches(query: Query<unknown>): AsyncIterable<RowValues[]> {
    for await (const rows of this.#fetch(query, 'array', BATCH_ROWS)) yield rows as RowValues[];
  }

  /** Through a cursor of the server, so that memory holds one batch. */
  async *#fetch(query: Query<unknown>, rowMode: 'object' | 'array', size: number): AsyncIterable<unknown[]> {
    const { sql, parameters } = query.compile();
    const client = await this.#connect();
    const connection = new PostgresConnection(client, this.where);
    try {
      await connection.run('BEGIN READ ONLY');
      await connection.run(`DECLARE rows_wanted NO SCROLL CURSOR FOR ${sql}`, parameters as unknown[]);
      for (;;) {
        const rows = await connection.rows(`FETCH ${size} FROM rows_wanted`, rowMode);
        if (rows.length === 0) return;
        yield rows;
      }
    } finally {
      const broken = await client.query('ROLLBACK').then(
        () => false,
        () => true,
      );
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.#oneAtATime.run(() => this.#pool.end());
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw asLedgerError(error, this.where);
    }
  }
}
