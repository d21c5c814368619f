/** Full-text search over the articles in force: the best matches first, or where very many match the newest. */
import { type RawBuilder, sql } from 'kysely';
import type { Page, ReadOptions } from '../contract.ts';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import { decodeCursor, encodeCursor, pageSize, queryDigest } from './cursor.ts';
import { selectDocuments } from './document-rows.ts';
import type { ArticleHit, ArticleQuery } from './document-types.ts';
import { RELEVANCE_KEYS, type RelevancePage, relevancePage } from './relevance.ts';
import { inForce, type Snapshot, snapshotAt } from './snapshot.ts';
import { loadSnippets } from './snippets.ts';
import { parseTextQuery, toFts5, toTsquery } from './text-query.ts';

export async function searchArticles(
  store: Store,
  query: ArticleQuery,
  options: ReadOptions = {},
): Promise<Page<ArticleHit>> {
  const size = pageSize(query.limit);
  const digest = queryDigest({ ...query, articles: true, asOf: options.asOf });
  const start = query.cursor === undefined ? null : decodeCursor(query.cursor, digest, RELEVANCE_KEYS);
  const snapshot = await snapshotAt(store, start ? { asOf: start.seq } : options);
  const { all, pageOf } = matches(store, query.text);
  const page = await relevancePage(store, start?.after ?? null, all);
  const ask = (query: RawBuilder<unknown>) =>
    store.read.all(written<{ reading: number }>(store.build, query));
  let found = page.ahead ? await ask(inForceAmong(page.ahead, snapshot, size + 1)) : [];
  if (found.length <= size) found = await ask(pageOf(page, snapshot, size + 1));
  const readings = found.slice(0, size).map(({ reading }) => reading);
  const after = page.newest ? [readings.at(-1)!, 1] : [page.position + size, 0];
  return {
    rows: await loadHits(store, query.text, snapshot, readings),
    next: found.length > size ? encodeCursor({ seq: snapshot.seq, after }, digest) : null,
  };
}

function inForceAmong(readings: readonly number[], snapshot: Snapshot, size: number): RawBuilder<unknown> {
  return sql`select k.reading from current_readings k where k.reading in (${sql.join(readings)})
    and ${inForce('k', snapshot)} order by k.reading desc limit ${size}`;
}

/** Readings that match: all there ever were, and those in force a page at a time. */
function matches(store: Store, text: string) {
  const query = parseTextQuery(text);
  const sqlite = store.driver.kind === 'sqlite';
  const from = sqlite
    ? sql`articles_fts where articles_fts match ${toFts5(query)}`
    : sql`article_texts where search @@ ${toTsquery(query)}`;
  const key = sqlite ? sql`rowid` : sql`reading`;
  const score = sqlite ? sql`-rank` : sql`ts_rank(search, ${toTsquery(query)})`;
  const pageOf = (
    { newest, position }: RelevancePage,
    snapshot: Snapshot,
    size: number,
  ): RawBuilder<unknown> => {
    const before = newest && position > 0 ? sql`and ${key} < ${position}` : sql``;
    const some = newest
      ? sql`select ${key} as reading, 0 as score from ${from} ${before} order by ${key} desc`
      : sql`select ${key} as reading, ${score} as score from ${from}`;
    return sql`select m.reading from (${some}) m
      where exists (select 1 from current_readings k where k.reading = m.reading and ${inForce('k', snapshot)})
      order by ${newest ? sql`m.reading desc` : sql`m.score desc, m.reading`}
      limit ${size} offset ${newest ? 0 : position}`;
  };
  return { all: sql`select ${key} from ${from}`, pageOf };
}

async function loadHits(
  store: Store,
  text: string,
  snapshot: Snapshot,
  readings: readonly number[],
): Promise<ArticleHit[]> {
  if (readings.length === 0) return [];
  // By document: a condition on the Reading alone would be looked for through all documents.
  const documents = sql`select document from readings where seq in (${sql.join(readings)})`;
  const found = await selectDocuments(store, snapshot, sql`d.sha256 in (${documents})`);
  const bySeq = new Map(found.map(({ readingSeq, row }) => [readingSeq, row]));
  const snippets = await loadSnippets(store, 'articles', text, readings);
  return readings.flatMap((reading) => {
    const document = bySeq.get(reading);
    return document
      ? [{ document, snippet: snippets.get(reading) ?? { text: document.title ?? '', marks: [] } }]
      : [];
  });
}
