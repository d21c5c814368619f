/** Writes index rows inside one writing transaction, gathered and sent in bulk. */
import { type Kysely, sql } from 'kysely';
import { type Connection, first } from '../drivers/driver.ts';
import type { Database, RowValues, TableName } from '../tables.ts';
import type { ClaimRows } from './explode.ts';

/** Far below the number of parameters that a query may have. */
const ROWS_PER_UPDATE = 1000;

export class IndexWriter {
  readonly #connection: Connection;
  readonly #build: Kysely<Database>;
  readonly #waiting = new Map<TableName, RowValues[]>();
  #nextRow: number | null = null;

  constructor(connection: Connection, build: Kysely<Database>) {
    this.#connection = connection;
    this.#build = build;
  }

  add(table: TableName, row: RowValues): void {
    const rows = this.#waiting.get(table);
    if (rows) rows.push(row);
    else this.#waiting.set(table, [row]);
  }

  /** Adds a claim's rows as true from statement `since` on. */
  async addClaim(rows: ClaimRows, since: number): Promise<void> {
    const row = await this.#takeRow();
    this.add('claims', [row, since, null, ...rows.claim]);
    for (const party of rows.parties) this.add('claim_parties', [row, ...party]);
    for (const effect of rows.effects) this.add('claim_effects', [row, ...effect]);
  }

  /** Ends versions at statement `until`. */
  async endClaims(rows: readonly number[], until: number): Promise<void> {
    for (let i = 0; i < rows.length; i += ROWS_PER_UPDATE) {
      const some = rows.slice(i, i + ROWS_PER_UPDATE);
      await this.#connection.all(this.#build.updateTable('claims').set({ until }).where('row', 'in', some));
    }
  }

  async flush(): Promise<void> {
    for (const [table, rows] of this.#waiting) await this.#connection.insert(table, rows);
    this.#waiting.clear();
  }

  async #takeRow(): Promise<number> {
    if (this.#nextRow === null) {
      const query = this.#build.selectFrom('claims').select(sql<number>`coalesce(max("row"), 0)`.as('last'));
      this.#nextRow = (await first(this.#connection, query))!.last + 1;
    }
    return this.#nextRow++;
  }
}
