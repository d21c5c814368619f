/** Walks a table beside something else that walks in the same order. */
import { type RawBuilder, sql } from 'kysely';
import type { Query, Reader } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { columnsOf, type RowValues, type TableName } from '../tables.ts';

export class RowCursor {
  readonly #batches: AsyncIterator<RowValues[]>;
  #batch: RowValues[] = [];
  #next = 0;
  #ended = false;
  readonly #key: number;

  /** `query` gives the rows in order of the value at `key`, which `take` goes by. */
  constructor(reader: Reader, query: Query<unknown>, key = 0) {
    this.#key = key;
    this.#batches = reader.batches(query)[Symbol.asyncIterator]();
  }

  /** All columns of a table's rows under a condition, in the order of its first, which is also the key. */
  static over(reader: Reader, table: TableName, only: RawBuilder<unknown>): RowCursor {
    const columns = columnsOf(table).map((column) => sql.ref(column));
    const query = sql`select ${sql.join(columns)} from ${sql.table(table)} where ${only} order by ${columns[0]!}`;
    return new RowCursor(reader, written(reader.build, query));
  }

  /** The row that comes next, without taking it. */
  async peek(): Promise<RowValues | null> {
    while (this.#next >= this.#batch.length && !this.#ended) {
      const { value, done } = await this.#batches.next();
      this.#ended = done === true;
      this.#batch = (value as RowValues[] | undefined) ?? [];
      this.#next = 0;
    }
    return this.#batch[this.#next] ?? null;
  }

  /** Takes the rows that come next and have this key; those of lower keys go to `strays`. */
  async take(key: number, strays: (row: RowValues) => void = () => undefined): Promise<RowValues[]> {
    const rows: RowValues[] = [];
    // Most rows are in the batch at hand, and then nothing needs to be awaited.
    for (;;) {
      const row = this.#batch[this.#next] ?? (await this.peek());
      if (row === null || Number(row[this.#key]) > key) return rows;
      if (Number(row[this.#key]) === key) rows.push(row);
      else strays(row);
      this.#next++;
    }
  }

  async *rest(): AsyncIterable<RowValues> {
    for (let row = await this.peek(); row !== null; row = await this.peek()) {
      this.#next++;
      yield row;
    }
  }

  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}
