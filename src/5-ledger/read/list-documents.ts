/**
 * Lists of documents. Those with a Reading are found from it, by an index, where the order or a condition is about it;
 * those without one are added. In the order in which they were recorded all are walked together.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Page, ReadOptions } from '../contract.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import { decodeCursor, encodeCursor, pageSize, queryDigest } from './cursor.ts';
import {
  everyDocumentRead,
  type FoundDocument,
  selectDocuments,
  selectRead,
  selectUnread,
} from './document-rows.ts';
import type { DocumentQuery, DocumentRow } from './document-types.ts';
import { type Snapshot, snapshotAt } from './snapshot.ts';

type Sort = NonNullable<DocumentQuery['sort']>;

/** An index entry must fit on a page, so titles are ordered by their beginning. */
const TITLE = 200;
const KEYS: Record<Sort, { column: RawBuilder<unknown>; value: (found: FoundDocument) => string | number }> =
  {
    recorded: { column: sql`d.seq`, value: ({ seq }) => seq },
    published: { column: sql`coalesce(r.published, '')`, value: ({ row }) => row.published ?? '' },
    title: {
      column: sql`substr(coalesce(r.title, ''), 1, ${sql.lit(TITLE)})`,
      value: ({ row }) => [...(row.title ?? '')].slice(0, TITLE).join(''),
    },
  };

const FEW = 1000;

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
  const list = new DocumentList(store, query, sort, snapshot, start?.after ?? null, size + 1);
  const found = await list.find();
  const page = found.slice(0, size);
  const last = found.length > size ? page.at(-1)! : null;
  const next = last && encodeCursor({ seq: snapshot.seq, after: [KEYS[sort].value(last), last.seq] }, digest);
  return { rows: page.map(({ row }) => row), next };
}

/** How documents are found: few by their publisher, only those with a Reading. */
interface Found {
  few: boolean;
  withReading: boolean;
}

class DocumentList {
  readonly #store: Store;
  readonly #query: DocumentQuery;
  readonly #sort: Sort;
  readonly #snapshot: Snapshot;
  readonly #after: readonly (string | number)[] | null;
  readonly #limit: number;

  constructor(
    store: Store,
    query: DocumentQuery,
    sort: Sort,
    snapshot: Snapshot,
    after: readonly (string | number)[] | null,
    limit: number,
  ) {
    this.#store = store;
    this.#query = query;
    this.#sort = sort;
    this.#snapshot = snapshot;
    this.#after = after;
    this.#limit = limit;
  }

  async find(): Promise<FoundDocument[]> {
    const { read, location, publisher } = this.#query;
    const { column } = KEYS[this.#sort];
    const few = publisher !== undefined && (await this.#areFew(publisher));
    const together = this.#sort === 'recorded' && read !== false && !few;
    if (together || location !== undefined) {
      return selectDocuments(this.#store, this.#snapshot, this.#page(column, { few, withReading: false }));
    }
    const found = await selectRead(
      this.#store,
      this.#snapshot,
      this.#page(column, { few, withReading: true }),
    );
    const wanted = read !== true && (publisher?.includes(null) ?? true);
    if (!wanted || this.#endsAheadOfUnread(found)) return found;
    const unread = await this.#unread();
    return this.#merged(found, unread).slice(0, this.#limit);
  }

  /** Whether the page is full before the first without a key would come. */
  #endsAheadOfUnread(found: readonly FoundDocument[]): boolean {
    if (this.#sort === 'recorded' || !this.#query.descending) return false;
    return found.length === this.#limit && this.#keyOf(found.at(-1)!) !== '';
  }

  #keyOf(found: FoundDocument): string | number {
    return KEYS[this.#sort].value(found);
  }

  /** Whether few Readings are of these publishers: then they are looked up, else a page is soon full in its order. */
  async #areFew(publisher: NonNullable<DocumentQuery['publisher']>): Promise<boolean> {
    const some = sql`select 1 from readings r where ${ofPublisher(publisher)} limit ${FEW + 1}`;
    const query = sql`select count(*) as n from (${some}) as of_publisher`;
    return (await first(this.#store.read, written<{ n: number }>(this.#store.build, query)))!.n <= FEW;
  }

  /** What was not read has the empty key, and is ordered by when it was recorded. */
  async #unread(): Promise<FoundDocument[]> {
    if (await everyDocumentRead(this.#store, this.#snapshot)) return [];
    const conditions: RawBuilder<boolean>[] = [sql`1 = 1`];
    const seq = sql`d.seq`;
    if (this.#after) {
      const [value, last] = this.#after;
      if (this.#sort === 'recorded' || value === '') conditions.push(sql`${seq} ${this.#further} ${last}`);
      // In rising order it stands ahead of all that has a key.
      else if (!this.#query.descending) return [];
    }
    const tail = sql`${sql.join(conditions, sql` and `)} order by ${seq} ${this.#direction} limit ${this.#limit}`;
    return selectUnread(this.#store, this.#snapshot, tail);
  }

  /** Conditions, order and limit. */
  #page(key: RawBuilder<unknown>, how: Found): RawBuilder<unknown> {
    const conditions = conditionsOf(this.#query, how);
    if (this.#after) {
      const [value, seq] = this.#after;
      // Said twice, since an index is entered by the first only.
      conditions.push(sql`${key} ${this.#further}= ${value}`);
      conditions.push(sql`(${key}, d.seq) ${this.#further} (${value}, ${seq})`);
    }
    return sql`${sql.join(conditions, sql` and `)}
      order by ${key} ${this.#direction}, d.seq ${this.#direction} limit ${this.#limit}`;
  }

  get #direction(): RawBuilder<unknown> {
    return this.#query.descending ? sql`desc` : sql`asc`;
  }

  get #further(): RawBuilder<unknown> {
    return this.#query.descending ? sql`<` : sql`>`;
  }

  #merged(read: readonly FoundDocument[], unread: readonly FoundDocument[]): FoundDocument[] {
    const way = this.#query.descending ? -1 : 1;
    const bySeq = (rows: readonly FoundDocument[]) => [...rows].sort((a, b) => way * (a.seq - b.seq));
    if (this.#sort === 'recorded') return bySeq([...read, ...unread]);
    const some = read.filter((found) => this.#keyOf(found) !== '');
    const none = bySeq([...read.filter((found) => this.#keyOf(found) === ''), ...unread]);
    return this.#query.descending ? [...some, ...none] : [...none, ...some];
  }
}

function conditionsOf(
  { read, location, publisher }: DocumentQuery,
  { few, withReading }: Found,
): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [sql`1 = 1`];
  if (read === true) conditions.push(sql`r.was_read = 1`);
  if (read === false)
    conditions.push(sql`(r.was_read = 0 ${withReading ? sql`` : sql`or r.was_read is null`})`);
  if (location !== undefined) conditions.push(sql`d.location = ${location}`);
  // With the alternative no index is entered by the publisher, and the one of the order is kept to.
  if (publisher) conditions.push(few ? ofPublisher(publisher) : sql`(1 = 0 or ${ofPublisher(publisher)})`);
  return conditions;
}

function ofPublisher(publisher: readonly (string | null)[]): RawBuilder<boolean> {
  const known = publisher.filter((name) => name !== null);
  const parts: RawBuilder<boolean>[] = [];
  if (known.length > 0) parts.push(sql`r.publisher in (${sql.join(known)})`);
  if (publisher.includes(null)) parts.push(sql`r.publisher is null`);
  return parts.length > 0 ? sql`(${sql.join(parts, sql` or `)})` : sql`1 = 0`;
}
