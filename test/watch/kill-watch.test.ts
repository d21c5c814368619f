/** Killed in the middle of a poll, watching loses nothing and takes nothing twice; `npm run bench -- watch` does more of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { watchRounds } from './kill-watch.ts';

it('keeps each item once and sees each edit and withdrawal, killed twice in 12 polls', {
  timeout: 240_000,
}, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-watch-'));
  try {
    const { faults, items, edits } = await watchRounds(folder, 12, 2);
    expect(faults).toEqual([]);
    expect(items).toBeGreaterThan(12);
    expect(edits).toBeGreaterThan(2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
