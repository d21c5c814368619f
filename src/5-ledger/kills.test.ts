import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { killRounds } from '../../test/ledger/kills.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-kills-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('keeps all that was acknowledged when it is killed, ten times over', { timeout: 120_000 }, async () => {
  let last = { documents: 0, decisions: 0 };
  let rounds = 0;
  for await (const round of killRounds(path.join(folder, 'ledger'), 10)) {
    expect(round.faults).toEqual([]);
    expect(round.documents).toBeGreaterThanOrEqual(last.documents);
    last = round;
    rounds++;
  }
  expect(rounds).toBe(10);
  expect(last.documents).toBeGreaterThan(10);
  expect(last.decisions).toBeGreaterThan(5);
});
