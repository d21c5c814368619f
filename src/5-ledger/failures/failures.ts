/** The table of failures: written as they happen, emptied as their inputs are read. */
import { type RawBuilder, sql } from 'kysely';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import type { TableRow } from '../tables.ts';
import type { FailureEntry, FailureInput, FailureQuery } from './failure-types.ts';

/** Adds failures, or counts them up where the same input failed before. */
export async function noteFailures(store: Store, failures: readonly FailureInput[]): Promise<void> {
  if (failures.length === 0) return;
  const at = store.surroundings.now().toISOString();
  await store.driver.write(async (connection) => {
    for (const { input, source, code, message, settings, due } of failures) {
      const row = sql`(${input}, ${source}, ${code}, ${message}, ${JSON.stringify(settings)}, ${due}, 1, ${at}, ${at})`;
      await connection.all(
        written(
          store.build,
          sql`insert into failures (input, source, code, message, settings, due, times, first, last) values ${row}
            on conflict (input) do update set source = excluded.source, code = excluded.code, message = excluded.message,
            settings = excluded.settings, due = excluded.due, times = failures.times + 1, last = excluded.last`,
        ),
      );
    }
  });
}

/** A source was gone through: what failed of it before `since`, and did not fail again, is forgotten. */
export async function settleFailures(store: Store, sources: readonly string[], since: string): Promise<void> {
  await store.driver.write(async (connection) => {
    for (const source of sources) {
      const gone = sql`delete from failures where (source = ${source} or input = ${source}) and last < ${since}`;
      await connection.all(written(store.build, gone));
    }
  });
}

/** In the order in which they failed first. */
export async function listFailures(store: Store, query: FailureQuery = {}): Promise<FailureEntry[]> {
  const { code, input, dueBy } = query;
  const conditions: RawBuilder<unknown>[] = [sql`1 = 1`];
  if (code) conditions.push(code.length === 0 ? sql`1 = 0` : sql`code in (${sql.join(code)})`);
  if (input) {
    const among = input.length === 0 ? null : sql.join(input);
    conditions.push(among === null ? sql`1 = 0` : sql`(source in (${among}) or input in (${among}))`);
  }
  if (dueBy !== undefined) conditions.push(sql`due <= ${dueBy}`);
  const rows = await store.read.all(
    written<TableRow<'failures'>>(
      store.build,
      sql`select * from failures where ${sql.join(conditions, sql` and `)} order by first, input`,
    ),
  );
  return rows.map((row) => ({
    input: row.input!,
    source: row.source!,
    code: row.code!,
    message: row.message!,
    settings: JSON.parse(row.settings!) as FailureEntry['settings'],
    due: row.due,
    times: row.times!,
    first: row.first!,
    last: row.last!,
  }));
}
