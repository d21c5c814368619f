/** The best matches of a search first. Ranks change as a ledger grows, so pages go on by number of rows passed. */
import { type RawBuilder, sql } from 'kysely';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import type { TableRow } from '../tables.ts';
import { claimConditions } from './claim-conditions.ts';
import type { ClaimQuery } from './claim-types.ts';
import type { Found, PageStart } from './claims.ts';
import { parseTextQuery, toFts5, toTsquery } from './text-query.ts';

export async function listByRelevance(
  store: Store,
  query: ClaimQuery,
  { snapshot, after }: PageStart,
  size: number,
): Promise<Found> {
  const passed = Number(after?.[0] ?? 0);
  const { text, ...filter } = query;
  const conditions = claimConditions(store, filter, snapshot);
  const ranked = store.driver.kind === 'sqlite' ? ofSqlite(text!, conditions) : ofPostgres(text!, conditions);
  const rows = await store.read.all(
    written<TableRow<'claims'>>(store.build, sql`${ranked} limit ${size + 1} offset ${passed}`),
  );
  if (rows.length <= size) return { rows, after: null };
  rows.length = size;
  return { rows, after: [passed + size] };
}

function ofSqlite(text: string, conditions: RawBuilder<boolean>): RawBuilder<unknown> {
  const match = toFts5(parseTextQuery(text));
  return sql`select c.* from claims_fts join claims c on c."row" = claims_fts.rowid
    where claims_fts match ${match} and ${conditions} order by claims_fts.rank, c."row" desc`;
}

function ofPostgres(text: string, conditions: RawBuilder<boolean>): RawBuilder<unknown> {
  const match = toTsquery(parseTextQuery(text));
  return sql`select c.* from claims c where c.search @@ ${match} and ${conditions}
    order by ts_rank(c.search, ${match}) desc, c."row" desc`;
}
