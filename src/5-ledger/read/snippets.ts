/** Words around a match, with the matching ones marked by offsets. */
import { type RawBuilder, sql } from 'kysely';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import type { Snippet } from './claim-types.ts';
import { parseTextQuery, toFts5, toTsquery } from './text-query.ts';

/** Control characters that the databases put around matches; taken out again here. */
const OPEN = '\u0002';
const CLOSE = '\u0003';

/** Snippets of the given rows: of `claims.text`, or of `article_texts.text`. */
export async function loadSnippets(
  store: Store,
  source: 'claims' | 'articles',
  text: string,
  rows: readonly number[],
): Promise<Map<number, Snippet>> {
  if (rows.length === 0) return new Map();
  const query =
    store.driver.kind === 'sqlite' ? ofSqlite(source, text, rows) : ofPostgres(source, text, rows);
  const found = await store.read.all(written<{ row: number; snippet: string }>(store.build, query));
  return new Map(found.map(({ row, snippet }) => [row, readMarks(snippet)]));
}

function ofSqlite(source: 'claims' | 'articles', text: string, rows: readonly number[]): RawBuilder<unknown> {
  const table = sql.table(source === 'claims' ? 'claims_fts' : 'articles_fts');
  const column = source === 'claims' ? 0 : 1;
  // One walk over the matches between the first and the last row: with "in" alone the search is made anew for each row.
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  return sql`select rowid as "row", snippet(${table}, ${sql.lit(column)}, ${OPEN}, ${CLOSE}, '…', 32) as snippet
    from ${table} where ${table} match ${toFts5(parseTextQuery(text))}
      and rowid between ${first} and ${last} and +rowid in (${sql.join(rows)})`;
}

function ofPostgres(
  source: 'claims' | 'articles',
  text: string,
  rows: readonly number[],
): RawBuilder<unknown> {
  const table = sql.table(source === 'claims' ? 'claims' : 'article_texts');
  const key = sql.ref(source === 'claims' ? 'row' : 'reading');
  const options = `StartSel=${OPEN},StopSel=${CLOSE},MaxWords=32,MinWords=16,ShortWord=0,MaxFragments=1,FragmentDelimiter=…`;
  return sql`select ${key} as "row",
    ts_headline('english', left(text, 200000), ${toTsquery(parseTextQuery(text))}, ${options}) as snippet
    from ${table} where ${key} in (${sql.join(rows)})`;
}

function readMarks(marked: string): Snippet {
  const marks: [number, number][] = [];
  let text = '';
  let start = -1;
  for (const character of marked) {
    if (character === OPEN) start = text.length;
    else if (character !== CLOSE) text += character;
    else if (start >= 0) {
      if (text.length > start) marks.push([start, text.length]);
      start = -1;
    }
  }
  return { text, marks };
}
