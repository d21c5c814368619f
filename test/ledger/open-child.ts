/** Opens a ledger in a process of its own: `open WHERE` says its id, `fill WHERE` records until it cannot. */
import { openLedger } from '../../src/5-ledger/index.ts';
import { synthetic } from './synthetic.ts';

const [, , what, where] = process.argv as [string, string, string, string];
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const ledger = await openLedger(where);
  say(`id ${ledger.id}`);
  for (let i = 2; what === 'fill' && i < 40; i++) {
    await ledger.record([synthetic(i, { claims: 20 })]);
    say(`kept ${i}`);
  }
  await ledger.close();
} catch (error) {
  say(`error ${(error as { code?: string }).code ?? String(error)}`);
}
