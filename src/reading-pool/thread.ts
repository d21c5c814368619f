/** One thread of the pool: opens an engine of its own, then reads one document after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from '../engine.ts';
import { readAny } from '../pipeline.ts';
import { failureOf, type ReadRequest, type ThreadData, type ThreadMessage } from './messages.ts';

const port = parentPort!;
const say = (message: ThreadMessage) => port.postMessage(message);

try {
  const engine = openEngine((workerData as ThreadData).files);
  port.on('message', async ({ document, id }: ReadRequest) => {
    try {
      say({ kind: 'reading', reading: await readAny(document, engine, id) });
    } catch (error) {
      say({ kind: 'failed', error: failureOf(error, document.provenance.location) });
    }
  });
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'unusable', error: failureOf(error, 'the engine') });
}
