/** The route: acquire, extract, read and resolve, record; reconciling is asked of the ledger. A contents page. */
import { type AcquireOptions, acquire, openSession, settingsOf } from './1-acquire/acquire.ts';
import type { Acquired, AcquireInput } from './1-acquire/importer.ts';
import { whenDue } from './1-acquire/when-due.ts';
import { FailureKeeper, type Ledger, selfRetractions } from './5-ledger/index.ts';
import type { Engine } from './engine.ts';
import { inOrder } from './in-order.ts';
import {
  type DocumentReader,
  failed,
  type Outcome,
  readAcquired,
  readHere,
  withEntries,
} from './read-document.ts';

export { type DocumentReader, type Outcome, readAny, readDocument, readHere } from './read-document.ts';

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
  const keeper = ledger && (await FailureKeeper.open(ledger, { ...settingsOf(options) }, whenDue));
  let complete = false;
  try {
    const read = (acquired: Acquired) => readAcquired(acquired, reader);
    for await (const outcome of inOrder(withEntries(acquireAll(inputs, options)), reader.atOnce, read)) {
      const result = outcome.ok && ledger ? await recordOne(outcome, ledger) : outcome;
      await keeper?.note(result);
      yield result;
    }
    complete = true;
  } finally {
    await keeper?.end(complete);
  }
}

async function* acquireAll(
  inputs: readonly AcquireInput[],
  options: AcquireOptions,
): AsyncGenerator<Acquired> {
  const session = options.session ?? openSession(options);
  for (const input of inputs) yield* acquire(input, { ...options, session });
}

async function recordOne(outcome: Outcome & { ok: true }, ledger: Ledger): Promise<Outcome> {
  try {
    const { document, reading } = outcome;
    const { sha256 } = document;
    const retractions = await selfRetractions(ledger, sha256, reading.article, 'reportedly read');
    const [recorded] = await ledger.record([{ document, reading }], { retractions });
    return { ...outcome, recorded: recorded! };
  } catch (error) {
    return failed(outcome, error);
  }
}
