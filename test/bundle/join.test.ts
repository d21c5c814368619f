/** Two ledgers join: the same whichever came to which, both sides' decisions kept, conflicts told, nothing twice. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/5-ledger/index.ts';
import { importBundle } from '../../src/7-publish/bundle/import-bundle.ts';
import { packTo } from '../../src/7-publish/bundle/pack.ts';
import { verifyBundle } from '../../src/7-publish/bundle/verify-bundle.ts';
import { synthetic } from '../ledger/synthetic.ts';
import { inventedReport } from '../support/invented-report.ts';
import { contentOf, decideAs, Folders } from './support.ts';

const folders = new Folders();
afterAll(() => folders.close());

const shared = inventedReport();
const claims = shared.reading!.claims.map(({ id }) => id);

async function joined(into: Ledger, from: Ledger) {
  const file = folders.file();
  await packTo(from, file);
  return importBundle(into, file);
}

/** Two ledgers with a report in common, and each with things of its own; made anew as often as asked. */
async function two(): Promise<[a: Ledger, b: Ledger]> {
  const a = await folders.ledger([shared, synthetic(100)]);
  const b = await folders.ledger([synthetic(101), shared]);
  const ana = decideAs(a, 'Ana');
  const bo = decideAs(b, 'Bo');
  await ana({ type: 'reads-right', claim: claims[0]! });
  await bo({ type: 'reject', claim: claims[0]! }, 'no shells');
  await bo({ type: 'correct', claim: claims[1]!, field: 'kind', value: 'situation' });
  await ana({ type: 'correct', claim: claims[1]!, field: 'kind', value: 'assessment' });
  const [undone] = await bo({ type: 'reject', claim: claims[2]! });
  await bo({ type: 'undo', decision: undone!.seq });
  await ana({ type: 'note', on: { what: 'claim', id: claims[3]! }, text: 'see the map' });
  await a.assess({
    who: 'Ana',
    why: 'close by',
    on: { what: 'claim', id: claims[0]! },
    assessment: { scheme: 'admiralty', source: null, information: '2' },
  });
  return [a, b];
}

describe('two ledgers', () => {
  it('stand the same, whichever came to which', { timeout: 60_000 }, async () => {
    const [a, b] = await two();
    const before = { a: folders.file(), b: folders.file() };
    await packTo(a, before.a);
    await packTo(b, before.b);
    const intoA = await importBundle(a, before.b);
    const intoB = await importBundle(b, before.a);
    expect(intoA.leftOut).toEqual([]);
    expect(intoB.leftOut).toEqual([]);
    expect(await contentOf(a)).toBe(await contentOf(b));
    const decided = async (ledger: Ledger) =>
      (await ledger.decisions()).map(({ who, decision, inForce }) => ({ who, type: decision.type, inForce }));
    expect(await decided(a)).toEqual(await decided(b));
    expect((await decided(a)).length).toBe(7);
    const states = async (ledger: Ledger) =>
      Promise.all(claims.map(async (id) => (await ledger.claim(id))?.review));
    expect(await states(a)).toEqual(['rejected', 'corrected', 'undecided', 'undecided', 'undecided']);
    expect(await states(b)).toEqual(await states(a));
    const answers = ({ conflicts }: typeof intoA) =>
      conflicts.map(({ on, answers }) => [on, answers.map(({ who, answer, holds }) => [who, answer, holds])]);
    expect(answers(intoA)).toEqual(answers(intoB));
    expect(answers(intoA).map(([, all]) => all)).toEqual([
      [
        ['Bo', '"situation"', false],
        ['Ana', '"assessment"', true],
      ],
      [
        ['Ana', 'reads-right', false],
        ['Bo', 'reject', true],
      ],
    ]);
    for (const ledger of [a, b]) expect(await ledger.verify()).toMatchObject({ intact: true });
  });

  it('take nothing twice, by whatever way it comes', { timeout: 60_000 }, async () => {
    const [a, b] = await two();
    await joined(a, b);
    const again = await joined(a, b);
    expect(again).toMatchObject({ documents: { new: 0 }, readings: { new: 0 }, said: { new: 0 } });
    const c = await folders.ledger();
    await joined(c, a);
    expect(await joined(c, b)).toMatchObject({ said: { new: 0 } });
    const back = await joined(b, c);
    expect(await contentOf(b)).toBe(await contentOf(c));
    expect(back.leftOut).toEqual([]);
  });

  it('with other Readings of one document agree on the one in force', { timeout: 60_000 }, async () => {
    const older = {
      ...shared,
      reading: { ...shared.reading!, engine: { ...shared.reading!.engine, version: '0.0.9' } },
    };
    const newer = {
      ...shared,
      reading: { ...shared.reading!, engine: { ...shared.reading!.engine, version: '0.0.10' } },
    };
    const a = await folders.ledger([newer]);
    const b = await folders.ledger([older]);
    const [fileA, fileB] = [folders.file(), folders.file()];
    await packTo(a, fileA);
    await packTo(b, fileB);
    await importBundle(a, fileB);
    await importBundle(b, fileA);
    for (const ledger of [a, b]) {
      const { readings } = (await ledger.document(shared.document.sha256))!;
      expect(readings.length).toBe(2);
      expect(readings.find(({ current }) => current)!.engine.version).toBe('0.0.10');
    }
  });

  it('of which one was changed do not join', async () => {
    const [a] = await two();
    const file = folders.file();
    await packTo(a, file);
    const { readFileSync, writeFileSync } = await import('node:fs');
    const bytes = readFileSync(file);
    bytes[bytes.indexOf('"Ana"') + 1] = 'O'.charCodeAt(0);
    writeFileSync(file, bytes);
    expect((await verifyBundle(file)).intact).toBe(false);
    const other = await folders.ledger();
    await expect(importBundle(other, file)).rejects.toMatchObject({ code: 'bundle-damaged' });
    expect(await other.coverage()).toMatchObject({ documents: 0 });
  });
});
