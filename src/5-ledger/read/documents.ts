/** Documents and Readings: lists, single ones, and how much was read. */
import { type RawBuilder, sql } from 'kysely';
import type { GivenMetadata, Reading } from '../../records/index.ts';
import type { Page, ReadOptions } from '../contract.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { loadPayload, loadReading, parsePayload, type SaidRow } from '../index/stored.ts';
import type { DocumentPayload, ReadingPayload } from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import { decodeCursor, encodeCursor, pageSize, queryDigest } from './cursor.ts';
import { selectDocuments } from './document-rows.ts';
import type {
  DocumentQuery,
  DocumentRow,
  ReadingSummary,
  StoredDocument,
  StoredReading,
} from './document-types.ts';
import { inForce, snapshotAt } from './snapshot.ts';

const SORT_KEYS = {
  recorded: sql`d.seq`,
  published: sql`coalesce(r.published, '')`,
  title: sql`coalesce(r.title, '')`,
} as const;

export async function listDocuments(
  store: Store,
  query: DocumentQuery,
  options: ReadOptions = {},
): Promise<Page<DocumentRow>> {
  const size = pageSize(query.limit);
  const sort = query.sort ?? 'recorded';
  const digest = queryDigest({ ...query, asOf: options.asOf });
  const start = query.cursor === undefined ? null : decodeCursor(query.cursor, digest, 2);
  const snapshot = await snapshotAt(store, start ? { asOf: start.seq } : options);
  const key = SORT_KEYS[sort];
  const direction = query.descending ? sql`desc` : sql`asc`;
  const conditions = documentConditions(query);
  if (start) {
    conditions.push(sql`(${key}, d.seq) ${query.descending ? sql`<` : sql`>`} (${sql.join(start.after)})`);
  }
  const found = await selectDocuments(
    store,
    snapshot,
    sql`${sql.join(conditions, sql` and `)} order by ${key} ${direction}, d.seq ${direction} limit ${size + 1}`,
  );
  const page = found.slice(0, size);
  const last = found.length > size ? page.at(-1)! : null;
  const value =
    last && { recorded: last.seq, published: last.row.published ?? '', title: last.row.title ?? '' }[sort];
  const next = last && encodeCursor({ seq: snapshot.seq, after: [value!, last.seq] }, digest);
  return { rows: page.map(({ row }) => row), next };
}

function documentConditions(query: DocumentQuery): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [sql`1 = 1`];
  if (query.read !== undefined) conditions.push(sql`coalesce(r.was_read, 0) = ${query.read ? 1 : 0}`);
  if (query.location !== undefined) conditions.push(sql`d.location = ${query.location}`);
  if (query.publisher) {
    const known = query.publisher.filter((name) => name !== null);
    const parts: RawBuilder<boolean>[] = [sql`1 = 0`];
    if (known.length > 0) parts.push(sql`r.publisher in (${sql.join(known)})`);
    if (query.publisher.includes(null)) parts.push(sql`r.publisher is null`);
    conditions.push(sql`(${sql.join(parts, sql` or `)})`);
  }
  return conditions;
}

export async function loadDocument(
  store: Store,
  sha256: string,
  options?: ReadOptions,
): Promise<StoredDocument | null> {
  const snapshot = await snapshotAt(store, options);
  const [found] = await selectDocuments(store, snapshot, sql`d.sha256 = ${sha256}`);
  const record = found && (await loadPayload<DocumentPayload>(store.read, store.build, found.seq));
  if (!record) return null;
  const readings = await store.read.all(
    written<{ id: string; seq: number; recorded: string; given: string; engine: string; claims: number }>(
      store.build,
      sql`select r.id, r.seq, l.at as recorded, r.given, r.engine, r.claims
        from readings r join log l on l.seq = r.seq
        where r.document = ${sha256} and r.seq <= ${snapshot.seq} order by r.seq`,
    ),
  );
  return {
    row: found.row,
    record,
    readings: readings.map(
      (reading): ReadingSummary => ({
        ...reading,
        given: JSON.parse(reading.given) as GivenMetadata,
        engine: JSON.parse(reading.engine) as ReadingSummary['engine'],
        current: reading.seq === found.readingSeq,
      }),
    ),
  };
}

export async function loadReadingById(store: Store, id: string): Promise<StoredReading | null> {
  const { build, read } = store;
  const found = await first(
    read,
    build
      .selectFrom('readings')
      .innerJoin('log', 'log.seq', 'readings.seq')
      .select(['readings.seq', 'log.at'])
      .where('readings.id', '=', id),
  );
  const payload = found && (await loadReading(read, build, found.seq!));
  return payload ? { id, seq: found.seq!, recorded: found.at!, ...payload } : null;
}

export async function loadCurrentReading(
  store: Store,
  document: string,
  options?: ReadOptions,
): Promise<StoredReading | null> {
  const [found] = await selectDocuments(store, await snapshotAt(store, options), sql`d.sha256 = ${document}`);
  return found?.row.reading ? loadReadingById(store, found.row.reading) : null;
}

/** Far below the number of parameters that a query may have. */
const AT_ONCE = 500;

export async function loadCurrentReadings(
  store: Store,
  documents: readonly string[],
  options?: ReadOptions,
): Promise<Map<string, Reading>> {
  const found = new Map<string, Reading>();
  const snapshot = await snapshotAt(store, options);
  for (let at = 0; at < documents.length; at += AT_ONCE) {
    const some = documents.slice(at, at + AT_ONCE);
    const rows = await store.read.all(
      written<SaidRow & { document: string }>(
        store.build,
        sql`select k.document, s.payload, s.replaced from current_readings k join said s on s.seq = k.reading
          where k.document in (${sql.join(some)}) and ${inForce('k', snapshot)}`,
      ),
    );
    for (const row of rows) {
      const payload = parsePayload<ReadingPayload>(row);
      if (payload) found.set(row.document, payload.reading);
    }
  }
  return found;
}
