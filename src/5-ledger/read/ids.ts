/** Ids by their beginning, as people type them. */
import { sql } from 'kysely';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';

const MOST = 10;

/** At most ten ids that begin so, in order; of claims also those that have left the current state. */
export async function idsBeginning(
  { read, build }: Store,
  what: 'claim' | 'document',
  beginning: string,
): Promise<string[]> {
  const [table, column] = what === 'claim' ? ['claims', 'claim'] : ['documents', 'sha256'];
  const id = sql.ref(column!);
  // Ids are ASCII: the character after all of theirs ends the range, which an index answers.
  const rows = await read.all(
    written<{ id: string }>(
      build,
      sql`select distinct ${id} as id from ${sql.table(table!)}
        where ${id} >= ${beginning} and ${id} < ${`${beginning}~`} order by 1 limit ${MOST}`,
    ),
  );
  return rows.map((row) => row.id);
}
