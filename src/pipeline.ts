/** The route: acquire, extract, read and resolve, record. A contents page; each step is a folder. */
import { type AcquireOptions, acquire } from './1-acquire/acquire.ts';
import type { Acquired, AcquireInput } from './1-acquire/importer.ts';
import { extract } from './2-extract/extract.ts';
import type { Ledger, Recorded } from './5-ledger/index.ts';
import type { Engine } from './engine.ts';
import type { ReportedlyError } from './errors.ts';
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

/** One input (a path, folder, address, `-` or bytes) all the way; nothing is recorded without a ledger. */
export async function* readInput(
  input: AcquireInput,
  engine: Engine,
  ledger: Ledger | null,
  options: AcquireOptions = {},
): AsyncGenerator<Outcome> {
  for await (const acquired of acquire(input, options)) yield await readAcquired(acquired, engine, ledger);
}

async function readAcquired(acquired: Acquired, engine: Engine, ledger: Ledger | null): Promise<Outcome> {
  if (!acquired.ok) return acquired;
  const { document, input } = acquired;
  const reading = readDocument(document, engine);
  const recorded = ledger ? (await ledger.record([{ document, reading }]))[0]! : null;
  return { ok: true, input, document, reading, recorded };
}
