/** The example reports, read by the engine and exported in every coded format: each cell traces to its words. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/5-ledger/index.ts';
import { openEngine } from '../../src/engine.ts';
import { readInput } from '../../src/pipeline.ts';
import { everything, rows, sourceOf } from './export-all.ts';
import { traceAll } from './traced.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-traced-'));
const EXAMPLES = path.resolve(import.meta.dirname, '../../examples/reports');
let ledger: Ledger;

beforeAll(async () => {
  ledger = await openLedger(folder);
  const engine = openEngine();
  for await (const outcome of readInput(EXAMPLES, engine, null, {}))
    if (outcome.ok) await ledger.record([{ document: outcome.document, reading: outcome.reading }]);
}, 300_000);
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

it('every cell traces to a span or names its rule', async () => {
  const source = await sourceOf(ledger, { unreviewed: true, internal: true });
  const traced = await traceAll(ledger, source);
  expect(traced.faults).toEqual([]);
  expect(traced.rows).toBeGreaterThan(20);
  expect(traced.spans / traced.cells).toBeGreaterThan(0.4);
});

it('no private person of the examples is in a public file, and no row rests on a denial', {
  timeout: 120_000,
}, async () => {
  for (const [name, text] of await everything(ledger, { unreviewed: true }))
    expect(text, name).not.toMatch(/Abu Yazan/i);
  const denied = new Set(
    (await rows(ledger, 'claims', { unreviewed: true }))
      .filter(({ rp_tells }) => rp_tells !== 'as happened')
      .map(({ claim }) => claim!),
  );
  expect(denied.size).toBeGreaterThan(10);
  for (const format of ['acled', 'ucdp', 'airwars'])
    for (const { rp_claims } of await rows(ledger, format, { unreviewed: true }))
      for (const claim of rp_claims!.split(' ')) expect(denied.has(claim)).toBe(false);
});
