/** Builds the index anew: empties its tables and applies every statement again, in one transaction. */
import { sql } from 'kysely';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { KEYS } from '../migrations/migration.ts';
import { saidLine } from '../review/said-line.ts';
import type {
  CurrentPayload,
  DocumentPayload,
  ReadingPayload,
  StatementKind,
  StatementRow,
} from '../statements/kinds.ts';
import type { Store, Writing } from '../store.ts';
import { TABLE_NAMES, type TableName } from '../tables.ts';
import { applyCurrent, applyDocument, applyReading, applySaid, type DocumentKey } from './apply.ts';
import { logRow } from './log-row.ts';

const STATEMENT_TABLES: readonly TableName[] = ['ledger', 'head', 'statements'];
/** Statements read at a time; bounds memory, and the index rows that wait to be written. */
const BATCH = 200;

export async function reindex(store: Store, progress?: (done: number, all: number) => void): Promise<void> {
  await store.write(async (writing) => {
    await emptyIndex(store, writing);
    const all = writing.appender.seq;
    const documents = new Map<string, DocumentKey & { fresh: boolean }>();
    for (let done = 0; done < all; done += BATCH) {
      for (const statement of await batchAfter(writing, done)) await apply(writing, statement, documents);
      await writing.index.flush();
      progress?.(Math.min(all, done + BATCH), all);
    }
    await writing.connection.all(writing.build.deleteFrom('ledger').where('key', '=', KEYS.reindexDue));
  });
}

async function emptyIndex(store: Store, { connection, build }: Writing): Promise<void> {
  for (const table of TABLE_NAMES) {
    if (!STATEMENT_TABLES.includes(table)) await connection.all(build.deleteFrom(table));
  }
  if (store.driver.kind !== 'sqlite') return;
  for (const table of ['claims_fts', 'articles_fts']) {
    await connection.all(
      written(build, sql`insert into ${sql.table(table)} (${sql.ref(table)}) values ('delete-all')`),
    );
  }
}

function batchAfter({ connection, build }: Writing, seq: number): Promise<StatementRow[]> {
  const query = build
    .selectFrom('statements')
    .selectAll()
    .where('seq', '>', seq)
    .where('seq', '<=', seq + BATCH)
    .orderBy('seq');
  return connection.all(query) as Promise<StatementRow[]>;
}

async function apply(
  writing: Writing,
  { seq, at, kind, payload: json }: StatementRow,
  documents: Map<string, DocumentKey & { fresh: boolean }>,
): Promise<void> {
  if (json === null) {
    const line = { kind: kind as StatementKind, summary: 'erased' };
    writing.index.add('log', logRow(seq, at, line));
    return;
  }
  const payload: unknown = JSON.parse(json);
  const standing = { seq, at };
  if (kind === 'document') {
    const record = payload as DocumentPayload;
    documents.set(record.sha256, { seq, sha256: record.sha256, fresh: true });
    applyDocument(writing, standing, record);
  } else if (kind === 'reading') {
    const document = documents.get((payload as ReadingPayload).reading.document);
    if (!document) return;
    await applyReading(writing, standing, payload as ReadingPayload, document, document.fresh);
    document.fresh = false;
  } else if (kind === 'current') {
    const document = documents.get((payload as CurrentPayload).document);
    if (!document) return;
    await writing.index.flush();
    await applyCurrent(writing, standing, payload as CurrentPayload, document);
  } else {
    const line = saidLine(kind as StatementKind, payload);
    if (!line) return;
    await applySaid(writing, standing, line);
    const document = line.document ? documents.get(line.document) : undefined;
    if (document) document.fresh = false;
  }
}

export async function reindexIsDue({ read, build }: Store): Promise<boolean> {
  const query = build.selectFrom('ledger').select('value').where('key', '=', KEYS.reindexDue);
  return (await first(read, query)) !== undefined;
}
