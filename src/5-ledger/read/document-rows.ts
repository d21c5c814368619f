/** Documents with their Reading in force, as rows. */
import { type RawBuilder, sql } from 'kysely';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import type { DocumentRow } from './document-types.ts';
import { inForce, type Snapshot } from './snapshot.ts';

/** As the database gives it: names as in `DocumentRow`, flags as numbers, with the numbers of its statements. */
interface RawDocument extends Omit<DocumentRow, 'wasRead' | 'mediaType' | 'publishedBasis'> {
  seq: number;
  reading_seq: number | null;
  was_read: number | null;
  media_type: string;
  published_basis: string | null;
}

export interface FoundDocument {
  seq: number;
  readingSeq: number | null;
  row: DocumentRow;
}

const ROW = sql`d.seq, d.sha256, d.size, d.media_type, d.how, d.location, d.fetched, l.at as recorded,
  r.title, r.byline, r.publisher, r.url, r.language, r.published, r.published_basis,
  r.id as reading, r.seq as reading_seq, r.was_read, coalesce(r.claims, 0) as claims`;

/** `tail` is what follows `where`, `before` what stands before the query; documents are `d`, their Reading in force `r`. */
export function selectDocuments(
  store: Store,
  snapshot: Snapshot,
  tail: RawBuilder<unknown>,
  before: RawBuilder<unknown> = sql``,
): Promise<FoundDocument[]> {
  return select(
    store,
    sql`${before} select ${ROW} from documents d
      join log l on l.seq = d.seq
      left join current_readings k on k.document = d.sha256 and ${inForce('k', snapshot)}
      left join readings r on r.seq = k.reading
      where d.seq <= ${snapshot.seq} and ${tail}`,
  );
}

/** Documents with a Reading, found from it: SQLite keeps to the order of these joins. */
export function selectRead(
  store: Store,
  snapshot: Snapshot,
  tail: RawBuilder<unknown>,
): Promise<FoundDocument[]> {
  return select(
    store,
    sql`select ${ROW} from readings r
      cross join current_readings k cross join documents d cross join log l
      where k.reading = r.seq and k.document = r.document and ${inForce('k', snapshot)}
      and d.sha256 = r.document and l.seq = d.seq and d.seq <= ${snapshot.seq} and ${tail}`,
  );
}

/** Documents without a Reading in force. */
export function selectUnread(
  store: Store,
  snapshot: Snapshot,
  tail: RawBuilder<unknown>,
): Promise<FoundDocument[]> {
  return select(
    store,
    sql`select ${ROW} from documents d
      join log l on l.seq = d.seq left join readings r on 1 = 0
      where d.seq <= ${snapshot.seq} and not exists (
        select 1 from current_readings k where k.document = d.sha256 and ${inForce('k', snapshot)}) and ${tail}`,
  );
}

/** Whether each has a Reading in force: counting is done long before each would be looked up. */
export async function everyDocumentRead(store: Store, snapshot: Snapshot): Promise<boolean> {
  const query = sql`select (select count(*) from documents d where d.seq <= ${snapshot.seq}) as documents,
    (select count(*) from current_readings k where ${inForce('k', snapshot)}) as read`;
  const found = written<{ documents: number; read: number }>(store.build, query);
  const { documents, read } = (await first(store.read, found))!;
  return documents === read;
}

async function select(store: Store, query: RawBuilder<unknown>): Promise<FoundDocument[]> {
  const rows = await store.read.all(written<RawDocument>(store.build, query));
  return rows.map(({ seq, reading_seq, was_read, media_type, published_basis, ...row }) => ({
    seq,
    readingSeq: reading_seq,
    row: { ...row, mediaType: media_type, publishedBasis: published_basis, wasRead: was_read === 1 },
  }));
}
