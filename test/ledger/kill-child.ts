/** Records, decides and erases without end, saying on standard output what was acknowledged, until it is killed. */
import { openLedger } from '../../src/5-ledger/index.ts';
import { numbers, synthetic } from './synthetic.ts';

const [, , where, round] = process.argv as [string, string, string, string];
const pick = numbers(Number(round) * 7919);
const say = (line: string) => process.stdout.write(`${line}\n`);

// Started ahead of its turn, so that a round does not wait for the program to load.
await new Promise((resolve) => process.stdin.once('data', resolve));
const ledger = await openLedger(where);
const recorded: string[] = [];
say('open');
for (let seed = Number(round) * 100_000; ; seed++) {
  const items = Array.from({ length: 1 + pick(3) }, (_, i) => synthetic(seed * 10 + i));
  for (const { document } of await ledger.record(items)) {
    recorded.push(document);
    say(`document ${document}`);
  }
  const page = await ledger.claims({ document: [recorded.at(-1)!], limit: 3 });
  for (const { id } of page.rows) {
    const [said] = await ledger.decide([
      { who: `round ${round}`, why: null, decision: { type: pick(2) ? 'reject' : 'reads-right', claim: id } },
    ]);
    say(`decision ${said!.seq}`);
  }
  if (pick(6) === 0) {
    const document = recorded.splice(pick(recorded.length), 1)[0]!;
    say(`erasing ${document}`);
    await ledger.erase({ who: `round ${round}`, why: 'test', what: 'document', document });
    say(`erased ${document}`);
  }
}
