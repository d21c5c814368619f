/** Polls once for each line on standard input, saying on standard output what it did, until it is killed. */
import { createInterface } from 'node:readline';
import { openLedger } from '../../src/5-ledger/index.ts';
import { pollOnce } from './watch-means.ts';

const [, , where, feed] = process.argv as [string, string, string, string];
const ledger = await openLedger(where);
process.stdout.write('ready\n');
for await (const _ of createInterface({ input: process.stdin })) {
  for await (const event of pollOnce(ledger, feed)) process.stdout.write(`${event.what}\n`);
  process.stdout.write('done\n');
}
