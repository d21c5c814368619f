/** A feed that adds, edits, repeats and withdraws items for 200 polls, and a watcher that is killed 10 times meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { watchRounds } from '../test/watch/kill-watch.ts';
import type { Figures } from './figures.ts';

export async function run(args: readonly string[] = []): Promise<Figures> {
  const [polls = 200, kills = 10] = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-watch-'));
  try {
    const { faults, ...counts } = await watchRounds(folder, polls, kills);
    for (const fault of faults) console.error(fault);
    return { ...counts, faults: faults.length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
