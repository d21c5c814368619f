/** The rows that a document and a Reading have in the index, beside those of their claims. */
import type { GivenMetadata, Reading } from '../../records/index.ts';
import { canonicalJson } from '../statements/canonical-json.ts';
import type { DocumentPayload } from '../statements/kinds.ts';
import type { RowValues } from '../tables.ts';
import { indexText, indexValue } from './index-text.ts';

export function documentRow(seq: number, record: DocumentPayload): RowValues {
  const { provenance } = record;
  return [
    seq,
    record.sha256,
    record.size,
    record.mediaType,
    indexValue(record.charset),
    provenance.how,
    indexText(provenance.location),
    provenance.finalUrl === null ? null : indexText(provenance.finalUrl),
    provenance.fetched,
  ];
}

export function readingRow(seq: number, id: string, given: GivenMetadata, reading: Reading): RowValues {
  const { article, engine } = reading;
  return [
    seq,
    id,
    reading.document,
    indexText(canonicalJson(given)),
    engine.version,
    canonicalJson(engine),
    article.title === null ? null : indexText(article.title),
    indexValue(article.byline),
    indexValue(article.publisher),
    article.url === null ? null : indexText(article.url),
    article.language,
    article.published?.value ?? null,
    article.published?.basis ?? null,
    reading.claims.length,
    wasRead(reading) ? 1 : 0,
  ];
}

export function articleTextRow(seq: number, { article }: Reading): RowValues {
  return [seq, indexText(article.title ?? ''), indexText(article.text)];
}

/** A Reading in a language that is not read yet has its article and a note instead of claims. */
export function wasRead(reading: Reading): boolean {
  return !reading.notes.some((note) => /^not[- ]read\b/.test(note.reason) || note.step === 'not-read');
}
