/** Who said and did what, statement by statement. */
import type { Page, ReadOptions } from '../contract.ts';
import type { Store } from '../store.ts';
import { decodeCursor, encodeCursor, pageSize, queryDigest } from './cursor.ts';
import type { LogEntry, LogQuery } from './said-types.ts';
import { isoTime, snapshotAt } from './snapshot.ts';

export async function readLog(
  store: Store,
  query: LogQuery,
  options: ReadOptions = {},
): Promise<Page<LogEntry>> {
  const size = pageSize(query.limit);
  const digest = queryDigest({ ...query, log: true, asOf: options.asOf });
  const start = query.cursor === undefined ? null : decodeCursor(query.cursor, digest, 1);
  const direction = query.ascending ? 'asc' : 'desc';
  const { who, document, claim } = query;
  let select = store.build
    .selectFrom('log')
    .selectAll()
    .orderBy('seq', direction)
    .limit(size + 1);
  for (const [column, value] of Object.entries({ who, document, claim })) {
    if (value !== undefined) select = select.where(column as 'who', '=', value);
  }
  if (query.kind) select = select.where('kind', 'in', query.kind);
  if (query.type) select = select.where('type', 'in', query.type);
  if (query.from !== undefined) select = select.where('at', '>=', isoTime(query.from));
  if (query.to !== undefined) select = select.where('at', '<=', isoTime(query.to));
  if (options.asOf !== undefined) select = select.where('seq', '<=', (await snapshotAt(store, options)).seq);
  if (start) select = select.where('seq', query.ascending ? '>' : '<', Number(start.after[0]));
  const found = await store.read.all(select);
  const rows = found.slice(0, size) as LogEntry[];
  const last = found.length > size ? rows.at(-1)! : null;
  return { rows, next: last && encodeCursor({ seq: last.seq, after: [last.seq] }, digest) };
}
