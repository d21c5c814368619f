/**
 * The best matches of a search first. Where very many match, rank tells nothing and costs much: then the newest come first.
 * Ranks change as a ledger grows, so ranked pages go on by number of rows passed, the others by row.
 */
import { type RawBuilder, sql } from 'kysely';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import type { TableRow } from '../tables.ts';
import { claimConditions, matchingRows } from './claim-conditions.ts';
import type { ClaimQuery } from './claim-types.ts';
import type { Found, PageStart } from './claims.ts';
import { parseTextQuery, toFts5, toTsquery } from './text-query.ts';

/** With more matches than this the newest come first. */
const RANKED = 2000;
/** Of a cursor: where the page ended, and whether that counts rows (0) or is one (1). */
export const RELEVANCE_KEYS = 2;

export async function listByRelevance(
  store: Store,
  query: ClaimQuery,
  { snapshot, after }: PageStart,
  size: number,
): Promise<Found> {
  const { text, ...filter } = query;
  const conditions = claimConditions(store, filter, snapshot);
  const newest = after ? after[1] === 1 : await manyMatch(store, text!);
  const position = after ? Number(after[0]) : 0;
  const page = newest
    ? newestFirst(store, text!, conditions, position, size)
    : ranked(store, text!, conditions, position, size);
  const rows = await store.read.all(written<TableRow<'claims'>>(store.build, page));
  if (rows.length <= size) return { rows, after: null };
  rows.length = size;
  return { rows, after: newest ? [rows.at(-1)!.row!, 1] : [position + size, 0] };
}

async function manyMatch(store: Store, text: string): Promise<boolean> {
  const some = sql`${matchingRows(store, text)} limit ${RANKED + 1}`;
  const counted = await first(
    store.read,
    written<{ n: number }>(store.build, sql`select count(*) as n from (${some}) as matching`),
  );
  return counted!.n > RANKED;
}

/** Only numbers and ranks are sorted; the rows themselves are fetched for the page. */
function ranked(
  store: Store,
  text: string,
  conditions: RawBuilder<boolean>,
  passed: number,
  size: number,
): RawBuilder<unknown> {
  const query = parseTextQuery(text);
  const matches =
    store.driver.kind === 'sqlite'
      ? sql`select claims_fts.rowid as found, claims_fts.rank as worth from claims_fts
          cross join claims c on c."row" = claims_fts.rowid
          where claims_fts match ${toFts5(query)} and ${conditions}`
      : sql`select c."row" as found, -ts_rank(c.search, ${toTsquery(query)}) as worth from claims c
          where c.search @@ ${toTsquery(query)} and ${conditions}`;
  return sql`select c.* from (${matches} order by worth, found desc limit ${size + 1} offset ${passed}) m
    join claims c on c."row" = m.found order by m.worth, m.found desc`;
}

/** `before`: only rows of lower numbers; 0: all. */
function newestFirst(
  store: Store,
  text: string,
  conditions: RawBuilder<boolean>,
  before: number,
  size: number,
): RawBuilder<unknown> {
  const query = parseTextQuery(text);
  const behind = (row: RawBuilder<unknown>) => (before === 0 ? sql`` : sql`and ${row} < ${before}`);
  if (store.driver.kind === 'sqlite') {
    // The index gives its rows in order, so that the page is full long before all matches are looked at.
    return sql`select c.* from claims_fts cross join claims c on c."row" = claims_fts.rowid
      where claims_fts match ${toFts5(query)} ${behind(sql`claims_fts.rowid`)} and ${conditions}
      order by claims_fts.rowid desc limit ${size + 1}`;
  }
  return sql`select c.* from claims c where c.search @@ ${toTsquery(query)} ${behind(sql`c."row"`)}
    and ${conditions} order by c."row" desc limit ${size + 1}`;
}
