/** The chain itself, row by row. */
import { sql } from 'kysely';
import { written } from '../drivers/written.ts';
import type { StatementRow } from '../statements/kinds.ts';
import type { Store } from '../store.ts';

/** In constant memory. */
export function statements(store: Store, after: number, until?: number): AsyncIterable<StatementRow> {
  const end = until === undefined ? sql`` : sql`and seq <= ${until}`;
  const query = sql`select seq, kind, at, salt, payload, commitment, hash from statements
    where seq > ${after} ${end} order by seq`;
  return store.driver.stream(written<StatementRow>(store.build, query));
}
