/** Full-text search over the articles in force, best matches first. */
import { sql } from 'kysely';
import type { Page, ReadOptions } from '../contract.ts';
import type { Store } from '../store.ts';
import { decodeCursor, encodeCursor, pageSize, queryDigest } from './cursor.ts';
import { selectDocuments } from './document-rows.ts';
import type { ArticleHit, ArticleQuery } from './document-types.ts';
import { snapshotAt } from './snapshot.ts';
import { loadSnippets } from './snippets.ts';
import { parseTextQuery, toFts5, toTsquery } from './text-query.ts';

export async function searchArticles(
  store: Store,
  query: ArticleQuery,
  options: ReadOptions = {},
): Promise<Page<ArticleHit>> {
  const size = pageSize(query.limit);
  const digest = queryDigest({ ...query, articles: true, asOf: options.asOf });
  const start = query.cursor === undefined ? null : decodeCursor(query.cursor, digest, 1);
  const passed = Number(start?.after[0] ?? 0);
  const snapshot = await snapshotAt(store, start ? { asOf: start.seq } : options);
  const parsed = parseTextQuery(query.text);
  const matches =
    store.driver.kind === 'sqlite'
      ? sql`select rowid as reading, -rank as score from articles_fts where articles_fts match ${toFts5(parsed)}`
      : sql`select reading, ts_rank(search, ${toTsquery(parsed)}) as score from article_texts
          where search @@ ${toTsquery(parsed)}`;
  const found = await selectDocuments(
    store,
    snapshot,
    sql`1 = 1 order by m.score desc, r.seq limit ${size + 1} offset ${passed}`,
    sql`join (${matches}) m on m.reading = r.seq`,
  );
  const page = found.slice(0, size);
  const snippets = await loadSnippets(
    store,
    'articles',
    query.text,
    page.map(({ readingSeq }) => readingSeq!),
  );
  return {
    rows: page.map(({ row, readingSeq }) => ({
      document: row,
      snippet: snippets.get(readingSeq!) ?? { text: row.title ?? '', marks: [] },
    })),
    next: found.length > size ? encodeCursor({ seq: snapshot.seq, after: [passed + size] }, digest) : null,
  };
}
