/** Which ledger a command means: `--ledger`, else REPORTEDLY_LEDGER, else ./data. */
import path from 'node:path';
import { DEFAULT_LEDGER, GAZETTEER_FOLDER, type Ledger, openLedger } from '../../5-ledger/index.ts';
import type { Engine, EngineFiles } from '../../engine.ts';
import { say } from './output.ts';

const READ_ONLY =
  'This ledger cannot be written where it lies: it is open for reading only. Nobody may write to it by another way meanwhile.';

export interface LedgerChoice {
  ledger?: string;
}

export function ledgerPath({ ledger }: LedgerChoice): string {
  return ledger ?? process.env.REPORTEDLY_LEDGER ?? DEFAULT_LEDGER;
}

/** Opens the ledger, does the work and closes it, whatever happens. */
export async function withLedger<T>(
  choice: LedgerChoice,
  work: (ledger: Ledger) => Promise<T>,
  options: { mustExist?: boolean } = {},
): Promise<T> {
  const ledger = await openLedger(ledgerPath(choice), options);
  if (ledger.readOnly) say(`${READ_ONLY} (${ledger.where})`);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/** Where a ledger's own gazetteer stands; null for one in PostgreSQL, which has no folder. */
export function gazetteerFile(choice: LedgerChoice): string | null {
  const where = ledgerPath(choice);
  return /^postgres(ql)?:/.test(where) ? null : path.join(where, GAZETTEER_FOLDER, 'gazetteer.bin');
}

/** The engine's files, with the gazetteer imported into the ledger's folder, where there is one. */
export function engineFilesFor(choice: LedgerChoice): EngineFiles {
  const imported = gazetteerFile(choice);
  return imported === null ? {} : { imported };
}

/** The engine with the gazetteer imported into the ledger's folder, where there is one; loaded only by who reads. */
export async function engineFor(choice: LedgerChoice): Promise<Engine> {
  const { openEngine } = await import('../../engine.ts');
  return openEngine(engineFilesFor(choice));
}
