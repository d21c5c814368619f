/** Documents and Readings: lists, single ones, and how much was read. */
import { sql } from 'kysely';
import type { GivenMetadata, Reading } from '../../records/index.ts';
import type { ReadOptions } from '../contract.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { loadPayload, loadReading, parsePayload, type SaidRow } from '../index/stored.ts';
import type { DocumentPayload, ReadingPayload } from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import { selectDocuments } from './document-rows.ts';
import type { ReadingSummary, StoredDocument, StoredReading } from './document-types.ts';
import { inForce, snapshotAt } from './snapshot.ts';

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
