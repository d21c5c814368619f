/** Kills a process at random moments while it writes, and looks whether the ledger kept what it had acknowledged. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openLedger } from '../../src/5-ledger/index.ts';
import { numbers } from './synthetic.ts';

export interface Round {
  /** What the child had acknowledged when it was killed, in all rounds so far. */
  documents: number;
  decisions: number;
  erased: number;
  /** Everything that was lost or came back, and every fault that `verify` found; empty when all is well. */
  faults: string[];
}

interface Acknowledged {
  documents: Set<string>;
  decisions: Set<number>;
  /** An erasure that was begun may be through or not when the kill comes. */
  erasing: Set<string>;
  erased: Set<string>;
}

/** Runs the rounds one after another on one ledger. `wait`: at most this many milliseconds until the kill. */
export async function* killRounds(where: string, rounds: number, wait = 400): AsyncIterable<Round> {
  const acknowledged: Acknowledged = {
    documents: new Set(),
    decisions: new Set(),
    erasing: new Set(),
    erased: new Set(),
  };
  let next: ChildProcess | null = startChild(where, 1);
  try {
    for (let round = 1; round <= rounds; round++) {
      const child: ChildProcess = next;
      next = startChild(where, round + 1);
      await oneKill(child, round, wait, acknowledged);
      yield await look(where, acknowledged);
    }
  } finally {
    next?.kill('SIGKILL');
  }
}

function startChild(where: string, round: number): ChildProcess {
  const script = path.join(import.meta.dirname, 'kill-child.ts');
  return spawn(process.execPath, ['--import', 'tsx', script, where, String(round)], {
    cwd: path.resolve(import.meta.dirname, '../..'),
  });
}

function oneKill(
  child: ChildProcess,
  round: number,
  wait: number,
  acknowledged: Acknowledged,
): Promise<void> {
  const pick = numbers(round);
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  let killed = false;
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const [what, which = ''] = line.split(' ');
    if (what === 'open') {
      setTimeout(() => {
        killed = true;
        child.kill('SIGKILL');
      }, 5 + pick(wait));
    } else if (what === 'document') acknowledged.documents.add(which);
    else if (what === 'decision') acknowledged.decisions.add(Number(which));
    else if (what === 'erasing') acknowledged.erasing.add(which);
    else if (what === 'erased') acknowledged.erased.add(which);
  });
  child.stdin!.write('go\n');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // Only after `close` is everything read that was written before the kill.
    child.once('close', () => (killed ? resolve() : reject(new Error(`the child ended by itself: ${said}`))));
  });
}

async function look(where: string, acknowledged: Acknowledged): Promise<Round> {
  const ledger = await openLedger(where);
  const faults: string[] = [];
  try {
    const { intact, faults: found, erasureUnfinished } = await ledger.verify();
    if (!intact) faults.push(...found.map((fault) => `${fault.what} ${fault.where}: ${fault.detail}`));
    if (erasureUnfinished) faults.push('an erasure was not finished on opening');
    for (const document of acknowledged.documents) {
      const there = (await ledger.document(document)) !== null && (await ledger.original(document)) !== null;
      if (acknowledged.erased.has(document)) {
        if (there) faults.push(`${document} was erased and is there`);
      } else if (!there && !acknowledged.erasing.has(document)) faults.push(`${document} is lost`);
    }
    const decisions = new Set<number>();
    let cursor: string | undefined;
    do {
      const page = await ledger.log({ kind: ['decision'], limit: 1000, cursor });
      for (const { seq } of page.rows) decisions.add(seq);
      cursor = page.next ?? undefined;
    } while (cursor);
    for (const seq of acknowledged.decisions) if (!decisions.has(seq)) faults.push(`decision ${seq} is lost`);
  } finally {
    await ledger.close();
  }
  const { documents, decisions, erased } = acknowledged;
  return { documents: documents.size, decisions: decisions.size, erased: erased.size, faults };
}
