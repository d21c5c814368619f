/** Lists of claims: filtered, sorted, paged; counted; streamed; one by one. */
import { sql } from 'kysely';
import { ReportedlyError } from '../../errors.ts';
import { isInColumns } from '../columns/filter-parts.ts';
import { countOf } from '../columns/masks.ts';
import { matchingIfLoaded, rowsIfFew } from '../columns/matching.ts';
import type { Page, ReadOptions } from '../contract.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import type { TableRow } from '../tables.ts';
import { claimConditions, filterOf } from './claim-conditions.ts';
import { behind, ORDERS, orderBy } from './claim-order.ts';
import type { ClaimFilter, ClaimQuery, ClaimRow, SearchedClaimRow } from './claim-types.ts';
import { decodeCursor, encodeCursor, pageSize, queryDigest } from './cursor.ts';
import { loadClaims } from './load-claims.ts';
import { listByRelevance, RELEVANCE_KEYS } from './relevance.ts';
import { type Snapshot, snapshotAt } from './snapshot.ts';
import { loadSnippets } from './snippets.ts';

type Row = TableRow<'claims'>;

/** Where a page starts: the state that the first page saw, and the key of the last row so far. */
export interface PageStart {
  snapshot: Snapshot;
  after: (string | number)[] | null;
}

export async function listClaims(
  store: Store,
  query: ClaimQuery,
  options: ReadOptions = {},
): Promise<Page<SearchedClaimRow>> {
  const sort = query.sort ?? (query.text === undefined ? 'document' : 'relevance');
  if (sort === 'relevance' && query.text === undefined) {
    throw new ReportedlyError('query-invalid', {
      reason: 'only a search for words has an order of relevance',
    });
  }
  const size = pageSize(query.limit);
  const digest = queryDigest({ ...query, asOf: options.asOf });
  const keys = sort === 'relevance' ? RELEVANCE_KEYS : ORDERS[sort].length;
  const start = await pageStart(store, query.cursor, digest, keys, options);
  const found =
    sort === 'relevance'
      ? await listByRelevance(store, query, start, size)
      : await listInOrder(store, query, ORDERS[sort], start, size);
  const rows: SearchedClaimRow[] = await loadClaims(store, found.rows);
  if (query.text !== undefined) {
    const snippets = await loadSnippets(
      store,
      'claims',
      query.text,
      found.rows.map((row) => row.row!),
    );
    rows.forEach((row, i) => {
      row.snippet = snippets.get(found.rows[i]!.row!) ?? { text: row.text, marks: [] };
    });
  }
  const next = found.after && encodeCursor({ seq: start.snapshot.seq, after: found.after }, digest);
  return { rows, next };
}

async function pageStart(
  store: Store,
  cursor: string | undefined,
  digest: string,
  keys: number,
  options: ReadOptions,
): Promise<PageStart> {
  if (cursor === undefined) return { snapshot: await snapshotAt(store, options), after: null };
  const { seq, after } = decodeCursor(cursor, digest, keys);
  return { snapshot: await snapshotAt(store, { asOf: seq }), after };
}

/** A page of rows, and the key to go on after; null at the end. */
export interface Found {
  rows: Row[];
  after: (string | number)[] | null;
}

async function listInOrder(
  store: Store,
  query: ClaimQuery,
  keys: (typeof ORDERS)['document'],
  { snapshot, after }: PageStart,
  size: number,
): Promise<Found> {
  const descending = query.descending ?? false;
  const few = await fewRows(store, query, snapshot);
  if (few?.length === 0) return { rows: [], after: null };
  const conditions = [few ? sql`c."row" in (${sql.join(few)})` : claimConditions(store, query, snapshot)];
  if (after) conditions.push(behind(keys, after, descending));
  const rows = await store.read.all(
    written<Row>(
      store.build,
      sql`select c.* from claims c where ${sql.join(conditions, sql` and `)}
        order by ${orderBy(keys, descending)} limit ${size + 1}`,
    ),
  );
  if (rows.length <= size) return { rows, after: null };
  rows.length = size;
  return { rows, after: keys.map(({ value }) => value(rows.at(-1)!)) };
}

/** With more rows than this a page is full before the database has gone far. */
const FEW = 1000;

/** The rows that match, where the columns are in memory and say that they are few: the database would go through all. */
async function fewRows(store: Store, query: ClaimQuery, snapshot: Snapshot): Promise<number[] | null> {
  const filter = filterOf(query);
  if (!isInColumns(filter)) return null;
  const found = await matchingIfLoaded(store, filter, snapshot);
  return found && rowsIfFew(found, FEW);
}

export async function countClaims(store: Store, query: ClaimQuery, options?: ReadOptions): Promise<number> {
  const snapshot = await snapshotAt(store, options);
  const filter = filterOf(query);
  const found = await matchingIfLoaded(store, filter, snapshot);
  return found ? countOf(found.mask) : countInTables(store, filter, snapshot);
}

/** A command that counts once is done long before the columns would be loaded. */
async function countInTables(store: Store, filter: ClaimFilter, snapshot: Snapshot): Promise<number> {
  const query = sql`select count(*) as n from claims c where ${claimConditions(store, filter, snapshot)}`;
  return (await first(store.read, written<{ n: number }>(store.build, query)))!.n;
}

const STREAM_ROWS = 500;

/** In document order, always of the state that was there at the start. */
export async function* everyClaim(
  store: Store,
  query: ClaimQuery,
  options?: ReadOptions,
): AsyncIterable<ClaimRow> {
  const snapshot = await snapshotAt(store, options);
  const pinned = { ...snapshot, latest: false };
  let after: (string | number)[] | null = null;
  do {
    const found: Found = await listInOrder(
      store,
      { ...query, descending: false },
      ORDERS.document,
      { snapshot: pinned, after },
      STREAM_ROWS,
    );
    yield* await loadClaims(store, found.rows);
    after = found.after;
  } while (after);
}
