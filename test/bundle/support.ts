/** Ledgers in folders of their own, with reports and things said of them, at times that a test gives. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DecisionInput, Ledger, Recordable } from '../../src/5-ledger/index.ts';
import { openLedger } from '../../src/5-ledger/open.ts';

export class Folders {
  readonly root = mkdtempSync(path.join(tmpdir(), 'reportedly-bundle-'));
  readonly #open: Ledger[] = [];
  #files = 0;
  #minute = 0;

  /** A clock that ticks a minute at each look, for all ledgers alike: what is said later is later. */
  readonly #surroundings = {
    now: () => new Date(Date.UTC(2017, 9, 20, 12, this.#minute++)),
    salt: () => 'ab'.repeat(32),
  };

  /** @param where address of a database; null: a folder */
  async ledger(reports: readonly Recordable[] = [], where: string | null = null): Promise<Ledger> {
    const folder = path.join(this.root, `ledger-${this.#files++}`);
    const ledger = await openLedger(where ?? folder, {}, { surroundings: this.#surroundings });
    this.#open.push(ledger);
    if (reports.length > 0) await ledger.record(reports);
    return ledger;
  }

  file(): string {
    return path.join(this.root, `bundle-${this.#files++}.zip`);
  }

  async close(): Promise<void> {
    for (const ledger of this.#open) await ledger.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}

export const decideAs =
  (ledger: Ledger, who: string) =>
  (decision: DecisionInput['decision'], why: string | null = null) =>
    ledger.decide([{ who, why, decision }]);

/** The content of a state, whatever the history that led to it. */
export async function contentOf(ledger: Ledger): Promise<string> {
  const name = `state ${(await ledger.releases()).length}`;
  return (await ledger.createRelease({ who: 'test', why: null, name })).release;
}
