/** One document through stages 2 to 4, here or on a thread of the pool. */
import type { Acquired } from './1-acquire/importer.ts';
import { extract } from './2-extract/extract.ts';
import { entryDocuments } from './2-extract/live-blog/entry-documents.ts';
import { type OpenedDocument, openDocument } from './2-extract/open-document.ts';
import type { Recorded } from './5-ledger/index.ts';
import type { Engine } from './engine.ts';
import { ReportedlyError } from './errors.ts';
import { readArticle } from './read-article.ts';
import type { Document, Reading } from './records/index.ts';

/** What was taken in, and behind a live blog its entries. */
export async function* withEntries(all: AsyncIterable<Acquired>): AsyncGenerator<Acquired> {
  for await (const acquired of all) {
    yield acquired;
    if (!acquired.ok) continue;
    const { input, source = input, document } = acquired;
    for (const entry of entryDocuments(document)) {
      yield { ok: true, input: entry.provenance.location, source, document: entry };
    }
  }
}

/** What became of one input. */
export type Outcome =
  | {
      ok: true;
      input: string;
      source?: string | null;
      document: Document;
      reading: Reading;
      recorded: Recorded | null;
    }
  | { ok: false; input: string; source?: string | null; error: ReportedlyError };

/** Whatever reads documents: this thread's engine, or a pool of threads. */
export interface DocumentReader {
  /** So many documents may be handed over at once. */
  readonly atOnce: number;
  /** `id` is the Reading's, else the document's hash. */
  read(document: Document, id?: string): Reading | Promise<Reading>;
}

/** `id` is the batch line's, else the document's hash. Formats that need opening must have been. */
export function readDocument(
  document: OpenedDocument,
  engine: Engine,
  id: string = document.sha256,
): Reading {
  const { article, notes, status } = extract(document, engine.extract);
  return readArticle({ id, document: document.sha256, article, notes, ready: status === 'ready' }, engine);
}

/** As `readDocument`, for any format: what cannot be read at once is opened first. */
export async function readAny(document: Document, engine: Engine, id?: string): Promise<Reading> {
  return readDocument(await openDocument(document), engine, id);
}

/** Reads with an engine in this thread, one document at a time. */
export function readHere(engine: Engine): DocumentReader {
  return { atOnce: 1, read: (document, id) => readAny(document, engine, id) };
}

/** A document that stops its reader fails alone; an engine that cannot be opened is no fault of the document, and thrown. */
export async function readAcquired(acquired: Acquired, reader: DocumentReader): Promise<Outcome> {
  if (!acquired.ok) return acquired;
  const { document } = acquired;
  try {
    return { ...acquired, reading: await reader.read(document), recorded: null };
  } catch (error) {
    return failed(acquired, error);
  }
}

/** A coded error that is the input's own fault becomes its failure; anything else is thrown on. */
export function failed({ input, source }: Pick<Acquired, 'input' | 'source'>, error: unknown): Outcome {
  if (!(error instanceof ReportedlyError) || error.exit !== 1) throw error;
  return source === undefined ? { ok: false, input, error } : { ok: false, input, source, error };
}
