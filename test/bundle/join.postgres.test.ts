/** Two ledgers join whatever they are kept in: SQLite to PostgreSQL, back, and PostgreSQL to PostgreSQL. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ledger } from '../../src/5-ledger/index.ts';
import { importBundle } from '../../src/7-publish/bundle/import-bundle.ts';
import { packTo } from '../../src/7-publish/bundle/pack.ts';
import { verifyBundle } from '../../src/7-publish/bundle/verify-bundle.ts';
import { type PostgresServer, startPostgres } from '../ledger/postgres-server.ts';
import { synthetic } from '../ledger/synthetic.ts';
import { inventedReport } from '../support/invented-report.ts';
import { contentOf, decideAs, Folders } from './support.ts';

const folders = new Folders();
let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(async () => {
  await folders.close();
  await postgres?.stop();
});

const shared = inventedReport();
const [first, second, third] = shared.reading!.claims.map(({ id }) => id);

async function filled(where: string | null, who: string, other: number): Promise<Ledger> {
  const ledger = await folders.ledger([shared, synthetic(other)], where);
  const say = decideAs(ledger, who);
  await say(
    who === 'Ana' ? { type: 'reads-right', claim: first! } : { type: 'reject', claim: first! },
    'seen',
  );
  await say({
    type: 'correct',
    claim: second!,
    field: 'kind',
    value: who === 'Ana' ? 'assessment' : 'situation',
  });
  const [undone] = await say({ type: 'reject', claim: third! });
  await say({ type: 'undo', decision: undone!.seq });
  return ledger;
}

it.each([
  ['SQLite', 'PostgreSQL', [false, true]],
  ['PostgreSQL', 'SQLite', [true, false]],
  ['PostgreSQL', 'PostgreSQL', [true, true]],
] as const)('%s and %s', { timeout: 120_000 }, async (_, __, inPostgres) => {
  const [a, b] = [
    await filled(inPostgres[0] ? postgres.ledger() : null, 'Ana', 200),
    await filled(inPostgres[1] ? postgres.ledger() : null, 'Bo', 201),
  ];
  const files = [folders.file(), folders.file()] as const;
  await packTo(a, files[0]);
  await packTo(b, files[1]);
  for (const file of files) expect((await verifyBundle(file)).intact).toBe(true);
  const intoA = await importBundle(a, files[1]);
  const intoB = await importBundle(b, files[0]);
  for (const report of [intoA, intoB]) expect(report.leftOut).toEqual([]);
  expect(await contentOf(a)).toBe(await contentOf(b));
  const told = async (ledger: Ledger) =>
    (await ledger.decisions()).map(({ who, decision, inForce }) => [who, decision.type, inForce]);
  expect(await told(a)).toEqual(await told(b));
  expect(await told(a)).toHaveLength(8);
  const answers = ({ conflicts }: typeof intoA) => conflicts.map(({ on, answers: all }) => [on, all]);
  expect(answers(intoA)).toHaveLength(2);
  expect(answers(intoA)).toEqual(answers(intoB));
  expect(await importBundle(a, files[1])).toMatchObject({ documents: { new: 0 }, said: { new: 0 } });
  for (const ledger of [a, b]) expect(await ledger.verify()).toMatchObject({ intact: true });
});
