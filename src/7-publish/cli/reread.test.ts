import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ENGINE, synthetic } from '../../../test/ledger/synthetic.ts';
import { openLedger } from '../../5-ledger/index.ts';
import type { Document, Reading } from '../../records/index.ts';
import { differenceText, rereadDocuments, storedDifferences } from './reread.ts';

const root = mkdtempSync(path.join(tmpdir(), 'reportedly-reread-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const engine = { ...ENGINE, version: '0.2.0' };

/** As a newer engine reads number 1: text kept with a line ahead of it, one certainty other, one claim less. */
function read({ sha256 }: Document): Reading {
  const { reading } = synthetic(1, { engine, preface: 'Karsa Post. ' });
  const changed = reading!.claims[1]!;
  changed.certainty = changed.certainty === 'denied' ? 'asserted' : 'denied';
  reading!.claims.pop();
  return { ...reading!, id: sha256, document: sha256 };
}

it('tells claim by claim what a newer engine reads differently, and records it only when asked', async () => {
  const ledger = await openLedger(path.join(root, 'one'));
  const [recorded] = await ledger.record([synthetic(1)]);
  const claims = (await ledger.claimsOf(recorded!.document)).map(({ claim }) => claim.id);
  // The first claim is read the same, the last one no more.
  await ledger.decide(
    [claims[0]!, claims.at(-1)!].map((claim) => ({
      who: 'Ana',
      why: null,
      decision: { type: 'reads-right', claim },
    })),
  );
  const work = { only: new Set<string>(), engine, read };
  for (const record of [false, true]) {
    for await (const one of rereadDocuments(ledger, { ...work, record })) {
      expect(one).toMatchObject({ before: '0.1.0', after: '0.2.0', difference: { same: 4, added: [] } });
      expect(one.difference.changed.map(({ fields }) => fields)).toEqual([['certainty']]);
      expect(one.difference.removed).toHaveLength(1);
      expect(one.decisions).toMatchObject({ carried: [{ who: 'Ana' }], orphaned: [{ who: 'Ana' }] });
      expect(await ledger.orphans()).toHaveLength(record ? 1 : 0);
      const text = differenceText(one);
      expect(text).toMatch(/engine 0\.1\.0 → 0\.2\.0; 4 the same/);
      expect(text).toMatch(/certainty: "\w+" → "\w+"/);
    }
  }
  const stored = [];
  for await (const one of storedDifferences(ledger, new Set())) stored.push(one);
  expect(stored).toMatchObject([{ before: '0.1.0', after: '0.2.0', difference: { same: 4 } }]);
  for await (const _ of rereadDocuments(ledger, { ...work, record: false })) expect.unreachable();
  await ledger.close();
});
