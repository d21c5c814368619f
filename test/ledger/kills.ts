/** Kills a process at random moments while it writes, and looks whether the ledger kept what it had acknowledged. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { openLedger } from '../../src/5-ledger/index.ts';
import { bundled } from './bundled.ts';
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

/** So many acknowledgements at most are waited for, and then so many milliseconds at most, until the kill. */
const MOST_LINES = 40;
const MOST_MS = 30;

/** Runs the rounds one after another on one ledger. */
export async function* killRounds(where: string, rounds: number): AsyncIterable<Round> {
  const acknowledged: Acknowledged = {
    documents: new Set(),
    decisions: new Set(),
    erasing: new Set(),
    erased: new Set(),
  };
  const script = await bundled('kill-child.ts');
  let next: ChildProcess | null = startChild(script.file, where, 1);
  try {
    for (let round = 1; round <= rounds; round++) {
      const child: ChildProcess = next;
      next = startChild(script.file, where, round + 1);
      await oneKill(child, round, acknowledged);
      yield await look(where, acknowledged);
    }
  } finally {
    next?.kill('SIGKILL');
    script.remove();
  }
}

const startChild = (script: string, where: string, round: number) =>
  spawn(process.execPath, [script, where, String(round)]);

/** The moment is told by what the child has done, not by the clock: on a busy machine it may not have begun. */
function oneKill(child: ChildProcess, round: number, acknowledged: Acknowledged): Promise<void> {
  const pick = numbers(round);
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  let killed = false;
  let left = 1 + pick(MOST_LINES);
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const [what, which = ''] = line.split(' ');
    if (what === 'document') acknowledged.documents.add(which);
    else if (what === 'decision') acknowledged.decisions.add(Number(which));
    else if (what === 'erasing') acknowledged.erasing.add(which);
    else if (what === 'erased') acknowledged.erased.add(which);
    if (--left !== 0) return;
    setTimeout(() => {
      killed = true;
      child.kill('SIGKILL');
    }, pick(MOST_MS));
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
