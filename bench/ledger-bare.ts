/** The same rows into the same tables with nothing but better-sqlite3: what a ledger's writing is measured against. */
import Sqlite from 'better-sqlite3';
import { columnsOf, TABLE_NAMES, type TableName } from '../src/5-ledger/tables.ts';
import { startClock, type Took } from './clock.ts';

/** By which column the rows of a table are told that came since; a table's first one unless named. */
const GROWS_BY: Partial<Record<TableName, string>> = { current_readings: 'since' };
/** Rows here change or stand beside the chain; a ledger that is only filled has none in them but its first. */
const LEFT_OUT: readonly TableName[] = ['ledger', 'head', 'deciders', 'collecting', 'failures'];

interface Table {
  since: Sqlite.Statement<[number]>;
  insert: Sqlite.Statement;
  grows: number;
  last: number;
}

/** Follows a ledger into a file of its own, one transaction for each of the ledger's. */
export class BarePeer {
  readonly #source: Sqlite.Database;
  readonly #target: Sqlite.Database;
  readonly #tables: Table[];

  /** `from`: the ledger's file, with no statement in it yet. */
  constructor(from: string, file: string) {
    this.#source = new Sqlite(from, { readonly: true });
    this.#target = new Sqlite(file);
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'secure_delete = ON',
      'cache_size = -65536',
    ])
      this.#target.pragma(pragma);
    const schema = this.#source
      .prepare(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\' ORDER BY rowid",
      )
      .pluck()
      .all() as string[];
    for (const sql of schema) this.#target.exec(sql);
    this.#tables = TABLE_NAMES.filter((table) => !LEFT_OUT.includes(table)).map((table) => this.#open(table));
  }

  /** Inserts what the ledger's last call wrote. Reading it there is not timed. */
  follow(): Took {
    const found = this.#tables.map((table) => table.since.all(table.last) as unknown[][]);
    const clock = startClock();
    this.#target.exec('BEGIN IMMEDIATE');
    found.forEach((rows, i) => {
      const { insert } = this.#tables[i]!;
      for (const row of rows) insert.run(row);
    });
    this.#target.exec('COMMIT');
    const took = clock();
    found.forEach((rows, i) => {
      const table = this.#tables[i]!;
      for (const row of rows) table.last = Math.max(table.last, row[table.grows] as number);
    });
    return took;
  }

  close(): void {
    this.#source.close();
    this.#target.close();
  }

  #open(table: TableName): Table {
    const columns = columnsOf(table);
    const names = columns.map((column) => `"${column}"`).join(', ');
    const by = GROWS_BY[table] ?? columns[0]!;
    return {
      since: this.#source.prepare<[number]>(`SELECT ${names} FROM ${table} WHERE "${by}" > ?`).raw(),
      insert: this.#target.prepare(
        `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
      ),
      grows: columns.indexOf(by),
      last: 0,
    };
  }
}
