/**
 * From statements to the index: one function per kind of statement. Recording appends a statement and applies it;
 * rebuilding the index applies them all again. Nothing else writes the index.
 */
import { first } from '../drivers/driver.ts';
import { canonicalJson } from '../statements/canonical-json.ts';
import type {
  CurrentPayload,
  DocumentPayload,
  ErasurePayload,
  ReadingPayload,
  StatementKind,
} from '../statements/kinds.ts';
import type { Writing } from '../store.ts';
import type { Visit } from '../visits/visit-types.ts';
import { visitRow } from '../visits/visits.ts';
import { lineOf } from './line-of.ts';
import { type LogLine, logRow } from './log-row.ts';
import { readingId } from './reading-id.ts';
import { articleTextRow, documentRow, readingRow } from './reading-rows.ts';
import { refreshDocument } from './refresh-document.ts';
import { loadReading } from './stored.ts';

/** Where a statement stands in the chain. */
export interface Standing {
  seq: number;
  at: string;
}

/** A document by both its names. */
export interface DocumentKey {
  seq: number;
  sha256: string;
}

export function applyDocument(writing: Writing, standing: Standing, record: DocumentPayload): void {
  writing.index.add('documents', documentRow(standing.seq, record));
  log(writing, standing, lineOf('document', record));
}

/** `fresh`: nothing is in the index yet of this document's claims, which saves looking. */
export async function applyReading(
  writing: Writing,
  standing: Standing,
  payload: ReadingPayload,
  document: DocumentKey,
  fresh: boolean,
  id = readingId(payload.reading, payload.given, canonicalJson(payload.reading)),
): Promise<void> {
  const { given, reading } = payload;
  const { seq } = standing;
  writing.index.add('readings', readingRow(seq, id, given, reading));
  writing.index.add('article_texts', articleTextRow(seq, reading));
  log(writing, standing, lineOf('reading', payload, id));
  await makeCurrent(writing, document, { seq, payload }, seq, fresh);
}

export async function applyCurrent(
  writing: Writing,
  standing: Standing,
  payload: CurrentPayload,
  document: DocumentKey,
): Promise<void> {
  const { connection, build } = writing;
  log(writing, standing, lineOf('current', payload));
  const reading = await loadReading(connection, build, payload.reading);
  if (!reading) return;
  await makeCurrent(writing, document, { seq: payload.reading, payload: reading }, standing.seq, false);
}

/** Makes a Reading the one in force from statement `since` on. */
async function makeCurrent(
  writing: Writing,
  document: DocumentKey,
  reading: { seq: number; payload: ReadingPayload },
  since: number,
  fresh: boolean,
): Promise<void> {
  const { connection, build, index } = writing;
  if (!fresh) {
    await index.flush();
    await connection.all(
      build
        .updateTable('current_readings')
        .set({ until: since })
        .where('document', '=', document.sha256)
        .where('until', 'is', null),
    );
  }
  index.add('current_readings', [document.sha256, reading.seq, since, null]);
  await refreshDocument(writing, { document, since, current: reading, fresh });
}

/** Something that people said: its line in the log and, where it concerns a document, the claims as they stand after it. */
export async function applySaid(
  writing: Writing,
  standing: Standing,
  kind: StatementKind,
  payload: unknown,
): Promise<void> {
  const { connection, build, index, appender } = writing;
  const line = lineOf(kind, payload);
  log(writing, standing, line);
  if (kind === 'visit') index.add('visits', visitRow(standing.seq, payload as Visit));
  if (kind === 'erasure') {
    for (const seq of (payload as ErasurePayload).originals) index.add('erased_originals', [seq]);
  }
  if (!line.document || !['decision', 'retraction'].includes(kind)) return;
  // The history is read back from the tables, this statement included.
  await index.flush();
  await appender.flush();
  const document = await findDocument(writing, line.document);
  if (!document) return;
  const seq = await currentReading(writing, line.document);
  const reading = seq === null ? null : await loadReading(connection, build, seq);
  const current = seq === null || reading === null ? null : { seq, payload: reading };
  await refreshDocument(writing, { document, since: standing.seq, current, fresh: false });
}

export function applyErased(writing: Writing, standing: Standing, kind: StatementKind): void {
  log(writing, standing, lineOf(kind, null));
}

export async function findDocument(
  { connection, build }: Pick<Writing, 'connection' | 'build'>,
  sha256: string,
): Promise<DocumentKey | null> {
  const query = build.selectFrom('documents').select('seq').where('sha256', '=', sha256);
  const found = await first(connection, query);
  return found ? { seq: found.seq!, sha256 } : null;
}

/** The Reading of a document that is in force. */
export async function currentReading(
  { connection, build }: Pick<Writing, 'connection' | 'build'>,
  document: string,
): Promise<number | null> {
  const query = build
    .selectFrom('current_readings')
    .select('reading')
    .where('document', '=', document)
    .where('until', 'is', null);
  return (await first(connection, query))?.reading ?? null;
}

function log({ index }: Writing, { seq, at }: Standing, line: LogLine): void {
  index.add('log', logRow(seq, at, line));
}
