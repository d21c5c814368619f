/** 200 kills while writing (`npm run bench -- kills [ROUNDS]`): nothing acknowledged may be lost, the ledger stays intact. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { killRounds } from '../test/ledger/kills.ts';

/** Exit status 1 when anything was lost. */
export async function run(args: readonly string[] = []): Promise<number> {
  const rounds = Number(args[0] ?? 200);
  const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-kills-'));
  let done = 0;
  let faults = 0;
  let last = { documents: 0, decisions: 0, erased: 0 };
  try {
    for await (const round of killRounds(path.join(folder, 'ledger'), rounds)) {
      done++;
      faults += round.faults.length;
      for (const fault of round.faults) console.log(`round ${done}: ${fault}`);
      last = round;
      if (done % 20 === 0) console.error(`${done} of ${rounds} kills`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { documents, decisions, erased } = last;
  console.log(
    `${done} kills: ${documents} documents, ${decisions} decisions and ${erased} erasures acknowledged, ${faults} faults`,
  );
  return faults === 0 ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await run(process.argv.slice(2));
}
