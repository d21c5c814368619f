/** Readings taken into a ledger, and after each call its rows into the bare peer: the same moments for both. */
import path from 'node:path';
import { LEDGER_FILE, type Ledger, ORIGINALS_FOLDER } from '../src/5-ledger/index.ts';
import { OriginalsFolder } from '../src/5-ledger/originals/folder.ts';
import { addTo, noTime, startClock, type Took } from './clock.ts';
import type { Figures } from './figures.ts';
import { BarePeer } from './ledger-bare.ts';
import { copyOf, type Template } from './ledger-claims.ts';

const DOCUMENTS_A_CALL = 100;
const CALLS_A_LINE = 100;

export async function fill(
  ledger: Ledger,
  where: string,
  made: readonly Template[],
  wanted: number,
): Promise<Figures> {
  const originals = new OriginalsFolder(path.join(where, ORIGINALS_FOLDER));
  const bare = new BarePeer(path.join(where, LEDGER_FILE), `${where}-bare.sqlite`);
  // Bare inserting writes no files of originals, so theirs are timed apart.
  const [files, rows, peer] = [noTime(), noTime(), noTime()];
  let [claims, documents] = [0, 0];
  const begun = { claims: 0, rows: noTime() };
  try {
    while (claims < wanted) {
      const items = Array.from({ length: DOCUMENTS_A_CALL }, () => copyOf(made, documents++));
      const clock = startClock();
      // As `record` does first; it then finds them there.
      await originals.keep(items.map(({ document }) => document));
      const kept = clock();
      const recorded = await ledger.record(items);
      const all = clock();
      addTo(files, kept);
      addTo(rows, minus(all, kept));
      addTo(peer, bare.follow());
      claims += recorded.reduce((sum, one) => sum + one.claims, 0);
      if ((documents / DOCUMENTS_A_CALL) % CALLS_A_LINE > 0) continue;
      const pace = (claims - begun.claims) / (rows.cpuSeconds - begun.rows.cpuSeconds);
      process.stderr.write(`${claims} of ${wanted} claims, ${Math.round(pace)} a processor second\n`);
      Object.assign(begun, { claims, rows: { ...rows } });
    }
  } finally {
    bare.close();
  }
  return {
    claims,
    insertPerSecond: claims / (files.seconds + rows.seconds),
    insertPerCpuSecond: claims / (files.cpuSeconds + rows.cpuSeconds),
    insertOfBare: peer.seconds / rows.seconds,
    insertOfBareCpu: peer.cpuSeconds / rows.cpuSeconds,
    originalsShare: files.seconds / (files.seconds + rows.seconds),
  };
}

const minus = (a: Took, b: Took): Took => ({
  seconds: a.seconds - b.seconds,
  cpuSeconds: a.cpuSeconds - b.cpuSeconds,
});
