/** The route: acquire, extract, read and resolve, record. A contents page; each step is a folder. */
import { type AcquireOptions, acquire } from './1-acquire/acquire.ts';
import type { Acquired, AcquireInput } from './1-acquire/importer.ts';
import { extract } from './2-extract/extract.ts';
import type { Ledger, Recorded } from './5-ledger/index.ts';
import type { Engine } from './engine.ts';
import { ReportedlyError } from './errors.ts';
import { inOrder } from './in-order.ts';
import { readArticle } from './read-article.ts';
import type { Document, Reading } from './records/index.ts';

/** One document through stages 2 to 4; `id` is the batch line's, else the document's hash. */
export function readDocument(document: Document, engine: Engine, id: string = document.sha256): Reading {
  const { article, notes, status } = extract(document, engine.extract);
  return readArticle({ id, document: document.sha256, article, notes, ready: status === 'ready' }, engine);
}

/** What became of one input. */
export type Outcome =
  | { ok: true; input: string; document: Document; reading: Reading; recorded: Recorded | null }
  | { ok: false; input: string; error: ReportedlyError };

/** Whatever reads documents: this thread's engine, or a pool of threads. */
export interface DocumentReader {
  /** So many documents may be handed over at once. */
  readonly atOnce: number;
  /** `id` is the Reading's, else the document's hash. */
  read(document: Document, id?: string): Reading | Promise<Reading>;
}

/** Reads with an engine in this thread, one document at a time. */
export function readHere(engine: Engine): DocumentReader {
  return { atOnce: 1, read: (document, id) => readDocument(document, engine, id) };
}

/** One input (a path, folder, address, `-` or bytes) all the way; nothing is recorded without a ledger. */
export function readInput(
  input: AcquireInput,
  engine: Engine,
  ledger: Ledger | null,
  options: AcquireOptions = {},
): AsyncGenerator<Outcome> {
  return readInputs([input], readHere(engine), ledger, options);
}

/** Many inputs all the way: read as many at once as the reader takes, recorded and handed on in order. */
export async function* readInputs(
  inputs: readonly AcquireInput[],
  reader: DocumentReader,
  ledger: Ledger | null,
  options: AcquireOptions = {},
): AsyncGenerator<Outcome> {
  const read = (acquired: Acquired) => readAcquired(acquired, reader);
  for await (const outcome of inOrder(acquireAll(inputs, options), reader.atOnce, read)) {
    if (outcome.ok && ledger) {
      const { document, reading } = outcome;
      yield { ...outcome, recorded: (await ledger.record([{ document, reading }]))[0]! };
    } else yield outcome;
  }
}

async function* acquireAll(
  inputs: readonly AcquireInput[],
  options: AcquireOptions,
): AsyncGenerator<Acquired> {
  for (const input of inputs) yield* acquire(input, options);
}

async function readAcquired(acquired: Acquired, reader: DocumentReader): Promise<Outcome> {
  if (!acquired.ok) return acquired;
  const { document, input } = acquired;
  try {
    return { ok: true, input, document, reading: await reader.read(document), recorded: null };
  } catch (error) {
    // A document that stops its reader fails alone; an engine that cannot be opened is no fault of the document.
    if (!(error instanceof ReportedlyError) || error.exit !== 1) throw error;
    return { ok: false, input, error };
  }
}
