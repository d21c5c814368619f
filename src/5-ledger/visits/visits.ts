/** Visits as recorded, and the versions of one page that they and the documents' own addresses tie together. */
import { type RawBuilder, sql } from 'kysely';
import type { ReadOptions } from '../contract.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { parsePayload, type SaidRow } from '../index/stored.ts';
import { selectDocuments } from '../read/document-rows.ts';
import type { DocumentRow } from '../read/document-types.ts';
import { snapshotAt } from '../read/snapshot.ts';
import type { Store } from '../store.ts';
import type { RowValues } from '../tables.ts';
import type { Visit, VisitEntry, VisitQuery } from './visit-types.ts';

export const visitRow = (seq: number, { url, document, became, outcome }: Visit): RowValues => [
  seq,
  url,
  document,
  became,
  outcome,
];

/** Oldest first. */
export async function listVisits(
  store: Store,
  { document, url }: VisitQuery,
  options?: ReadOptions,
): Promise<VisitEntry[]> {
  const snapshot = await snapshotAt(store, options);
  const conditions: RawBuilder<boolean>[] = [sql`v.seq <= ${snapshot.seq}`, sql`s.payload is not null`];
  if (document !== undefined) conditions.push(sql`(v.document = ${document} or v.became = ${document})`);
  if (url !== undefined) conditions.push(sql`v.url = ${url}`);
  const rows = await store.read.all(
    written<SaidRow & { seq: number; at: string }>(
      store.build,
      sql`select s.seq, s.at, s.payload, s.replaced from visits v join said s on s.seq = v.seq
        where ${sql.join(conditions, sql` and `)} order by v.seq`,
    ),
  );
  return rows.map((row) => ({ seq: row.seq, recorded: row.at, ...parsePayload<Visit>(row)! }));
}

/** Whether anything was fetched from this address before. */
export async function isFetched({ read, build }: Store, url: string): Promise<boolean> {
  const query = sql`select 1 as found where exists (select 1 from documents where how = 'url' and location = ${url})
    or exists (select 1 from documents where how = 'url' and final_url = ${url})
    or exists (select 1 from visits where url = ${url})`;
  return (await first(read, written<{ found: number }>(build, query))) !== undefined;
}

/** Fetched documents of the addresses that a document came from, itself among them, oldest first. */
export async function versionsOf(
  store: Store,
  sha256: string,
  options?: ReadOptions,
): Promise<DocumentRow[]> {
  const snapshot = await snapshotAt(store, options);
  const found = await selectDocuments(
    store,
    snapshot,
    sql`(d.sha256 = ${sha256} or (d.how = 'url' and (
        d.location in (select url from addresses) or d.final_url in (select url from addresses)))
      or d.sha256 in (select became from visits where url in (select url from addresses))
      or d.sha256 in (select document from visits where url in (select url from addresses)))
      order by d.fetched, d.seq`,
    sql`with addresses as (
      select location as url from documents where sha256 = ${sha256} and how = 'url'
      union select final_url from documents where sha256 = ${sha256} and how = 'url' and final_url is not null
      union select url from visits where document = ${sha256} or became = ${sha256})`,
  );
  return found.map(({ row }) => row);
}

/** Every address a document was fetched from, with the version that is known last; those of a feed's own text left out. */
export async function* fetchedPages(store: Store): AsyncIterable<{ url: string; document: string }> {
  const last = new Map<string, string>();
  const rows = store.driver.stream(
    written<{ url: string; document: string }>(
      store.build,
      sql`select location as url, sha256 as document, seq from documents where how = 'url'
        union all select url, became as document, seq from visits where became is not null order by seq`,
    ),
  );
  for await (const { url, document } of rows) last.set(url, document);
  for (const [url, document] of last) yield { url, document };
}
