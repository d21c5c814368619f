/**
 * The best matches of a search first. Where very many match, rank tells nothing and costs much: then the newest come first.
 * Ranks change as a ledger grows, so ranked pages go on by number of rows passed, the others by row.
 */
import { type RawBuilder, sql } from 'kysely';
import { isInColumns } from '../columns/filter-parts.ts';
import { type Matching, matchingIfLoaded, rowsIfFew } from '../columns/matching.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import type { TableRow } from '../tables.ts';
import { claimConditions, filterOf, matchingRows } from './claim-conditions.ts';
import type { ClaimFilter, ClaimQuery } from './claim-types.ts';
import type { Found, PageStart } from './claims.ts';
import type { Snapshot } from './snapshot.ts';
import { parseTextQuery, toFts5, toTsquery } from './text-query.ts';

/** So few rows are looked up in the search one by one, which costs more for each than walking along its matches. */
const LOOKED_UP = 100;
/** Of a cursor: where the page ended, and whether that counts rows (0) or is one (1). */
export const RELEVANCE_KEYS = 2;

/** Where a page of the best matches first begins, and how it goes on. */
export interface RelevancePage {
  newest: boolean;
  /** Newest first: only rows of lower numbers, 0: all. Else: rows passed. */
  position: number;
  /** The newest matches, where they came with the counting: most pages are full with these. */
  ahead?: readonly number[];
}

const AHEAD = 200;

/** `matches`: numbers of all rows that match, in any state of the ledger. */
export async function relevancePage(
  store: Store,
  after: readonly (string | number)[] | null,
  matches: RawBuilder<unknown>,
): Promise<RelevancePage> {
  if (after) return { newest: after[1] === 1, position: Number(after[0]) };
  if (store.driver.kind === 'postgres') {
    const some = sql`select count(*) as n from (${matches} limit ${store.ranked + 1}) as matching`;
    const counted = await first(store.read, written<{ n: number }>(store.build, some));
    return { newest: counted!.n > store.ranked, position: 0 };
  }
  // The index gives its rows in order, so counting them newest first costs no more.
  const some = written(store.build, sql`${matches} order by rowid desc limit ${store.ranked + 1}`);
  const numbers: number[] = [];
  for await (const batch of store.driver.batches(some)) numbers.push(...batch.map(([row]) => Number(row)));
  const newest = numbers.length > store.ranked;
  return { newest, position: 0, ...(newest && { ahead: numbers.slice(0, AHEAD) }) };
}

export async function listByRelevance(
  store: Store,
  query: ClaimQuery,
  { snapshot, after }: PageStart,
  size: number,
): Promise<Found> {
  const { text, ...filter } = filterOf(query);
  const page = await relevancePage(store, after, matchingRows(store, text!));
  const { newest, position } = page;
  const rows = newest
    ? await newestRows(store, text!, filter, snapshot, page, size)
    : await store.read.all(
        written<TableRow<'claims'>>(
          store.build,
          ranked(store, text!, claimConditions(store, filter, snapshot), position, size),
        ),
      );
  if (rows.length <= size) return { rows, after: null };
  rows.length = size;
  return { rows, after: newest ? [rows.at(-1)!.row!, 1] : [position + size, 0] };
}

async function newestRows(
  store: Store,
  text: string,
  filter: ClaimFilter,
  snapshot: Snapshot,
  { position: before, ahead }: RelevancePage,
  size: number,
): Promise<TableRow<'claims'>[]> {
  const { build, read } = store;
  if (ahead) {
    const among = sql`select c.* from claims c where c."row" in (${sql.join(ahead)})
      and ${claimConditions(store, filter, snapshot)} order by c."row" desc limit ${size + 1}`;
    const rows = await read.all(written<TableRow<'claims'>>(build, among));
    if (rows.length > size) return rows;
  }
  const found = isInColumns(filter) ? await matchingIfLoaded(store, filter, snapshot) : null;
  if (!found) {
    const page = newestFirst(store, text, claimConditions(store, filter, snapshot), before, size);
    return read.all(written<TableRow<'claims'>>(build, page));
  }
  const numbers = await newestOf(store, text, found, before, size + 1);
  if (numbers.length === 0) return [];
  return read.all(build.selectFrom('claims').selectAll().where('row', 'in', numbers).orderBy('row', 'desc'));
}

/** The first matches that the mask has too: a filter that few claims pass would look up row after row in vain. */
async function newestOf(
  store: Store,
  text: string,
  found: Matching,
  before: number,
  wanted: number,
): Promise<number[]> {
  const { columns, mask } = found;
  const only = rowsIfFew(found, LOOKED_UP);
  if (only?.length === 0) return [];
  const numbers: number[] = [];
  const query = matchingRows(store, text, { before, newestFirst: true, only });
  for await (const batch of store.driver.batches(written(store.build, query))) {
    for (const [row] of batch) {
      const at = columns.indexOf(Number(row));
      if (at >= 0 && mask[at] === 1) numbers.push(Number(row));
      if (numbers.length === wanted) return numbers;
    }
  }
  return numbers;
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
