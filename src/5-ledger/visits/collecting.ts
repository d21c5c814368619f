/** Where collecting stands: what was asked of feeds and hosts, beside the chain, because it says nothing of any report. */
import { sql } from 'kysely';
import type { Connection } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';

/** `value` is plain JSON; null forgets the key. */
export interface CollectingChange {
  what: string;
  key: string;
  value: unknown;
}

export async function readCollecting(store: Store, what: string): Promise<Map<string, unknown>> {
  const { build, read } = store;
  const rows = await read.all(
    build.selectFrom('collecting').select(['key', 'value']).where('what', '=', what).orderBy('key'),
  );
  return new Map(rows.map(({ key, value }) => [key!, JSON.parse(value!)]));
}

export async function writeCollecting(
  { build }: Pick<Store, 'build'>,
  connection: Connection,
  changes: readonly CollectingChange[],
): Promise<void> {
  for (const { what, key, value } of changes) {
    const query =
      value === null
        ? sql`delete from collecting where what = ${what} and key = ${key}`
        : sql`insert into collecting (what, key, value) values (${what}, ${key}, ${JSON.stringify(value)})
            on conflict (what, key) do update set value = excluded.value`;
    await connection.all(written(build, query));
  }
}
