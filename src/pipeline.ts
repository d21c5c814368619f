/** The route: acquire, extract, read and resolve, record; reconciling is asked of the ledger. A contents page. */
import { type AcquireOptions, acquire } from './1-acquire/acquire.ts';
import type { Acquired, AcquireInput } from './1-acquire/importer.ts';
import type { Ledger } from './5-ledger/index.ts';
import type { Engine } from './engine.ts';
import { inOrder } from './in-order.ts';
import { type DocumentReader, type Outcome, readAcquired, readHere } from './read-document.ts';

export { type DocumentReader, type Outcome, readDocument, readHere } from './read-document.ts';

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
