/** 200 kills while writing (`npm run bench -- kills [ROUNDS]`): nothing acknowledged may be lost, the ledger stays intact. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killRounds } from '../test/ledger/kills.ts';
import type { Figures } from './figures.ts';

/** Exit status 1 when anything was lost. */
export async function run(args: readonly string[] = []): Promise<Figures> {
  const rounds = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 200);
  const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-kills-'));
  let done = 0;
  let faults = 0;
  /** Of what was acknowledged. */
  let counts = { documents: 0, decisions: 0, erased: 0 };
  try {
    for await (const round of killRounds(path.join(folder, 'ledger'), rounds)) {
      done++;
      faults += round.faults.length;
      for (const fault of round.faults) console.log(`round ${done}: ${fault}`);
      const { documents, decisions, erased } = round;
      counts = { documents, decisions, erased };
      if (done % 20 === 0) console.error(`${done} of ${rounds} kills`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (faults > 0) process.exitCode = 1;
  return { kills: done, ...counts, faults };
}
