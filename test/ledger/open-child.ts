/**
 * Opens a ledger in a process of its own: `open WHERE` says its id, `fill WHERE` records until it cannot, `look WHERE` says what
 * every kind of reading gives and how every kind of writing is refused.
 */
import { type Ledger, openLedger } from '../../src/5-ledger/index.ts';
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
  if (what === 'look') await look(ledger);
  await ledger.close();
} catch (error) {
  say(`error ${codeOf(error)}`);
}

async function look(ledger: Ledger): Promise<void> {
  say(`read only ${ledger.readOnly}`);
  const { rows } = await ledger.claims({ text: 'k*' });
  const [first] = rows;
  const { sha256 } = (await ledger.documents()).rows[0]!;
  say(
    `read ${rows.length > 0} ${(await ledger.coverage()).documents} ${(await ledger.log()).rows.length > 0}`,
  );
  say(`facets ${(await ledger.facets(['place', 'certainty'])).every(({ values }) => values.length > 0)}`);
  say(`original ${(await ledger.original(sha256)) !== null}`);
  say(`intact ${(await ledger.verify()).intact}`);
  const by = { who: 'Ana', why: null };
  const document = sha256;
  const writing: Record<string, () => Promise<unknown>> = {
    record: () => ledger.record([synthetic(99)]),
    again: () => ledger.record([synthetic(1)]),
    decide: () => ledger.decide([{ ...by, decision: { type: 'reads-right', claim: first!.id } }]),
    assess: () =>
      ledger.assess({
        ...by,
        on: { what: 'claim', id: first!.id },
        assessment: { scheme: 'airwars', grade: 'fair' },
      }),
    retract: () =>
      ledger.retract({ ...by, document, kind: 'withdrawn', claims: null, url: null, text: null }),
    release: () => ledger.createRelease({ ...by, name: 'one' }),
    erase: () => ledger.erase({ ...by, why: 'asked', what: 'document', document }),
    failures: () =>
      ledger.noteFailures([{ input: 'a', source: 'a', code: 'c', message: 'm', settings: {}, due: null }]),
    reindex: () => ledger.reindex(),
  };
  for (const [name, write] of Object.entries(writing)) {
    say(`${name} ${await write().then(() => 'done', codeOf)}`);
  }
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? String(error);
}
