/** A ledger's folder for tests that look at its files: opened, filled, and changed behind the ledger's back. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Ledger, openLedger } from '../../src/5-ledger/index.ts';
import { synthetic } from './synthetic.ts';

export class SqliteFolder {
  readonly folder: string;
  readonly file: string;

  constructor(folder: string) {
    this.folder = folder;
    this.file = path.join(folder, 'ledger.sqlite');
  }

  /** Runs work on the ledger and closes it. */
  async with<T>(work: (ledger: Ledger) => Promise<T>, busyMs = 5000): Promise<T> {
    const ledger = await openLedger(this.folder, { busyMs });
    try {
      return await work(ledger);
    } finally {
      await ledger.close();
    }
  }

  recordSome(...seeds: number[]): Promise<unknown> {
    return this.with((ledger) => ledger.record(seeds.map((seed) => synthetic(seed))));
  }

  /** Changes the file behind the ledger's back. */
  byHand(sql: string): void {
    const db = new Sqlite(this.file);
    db.exec(sql);
    db.close();
  }

  everyByte(): string {
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
      .join('\n');
  }
}

/** Folders one after another under a passing one, which `remove` takes away. */
export function passingFolders(): { root: string; next(): SqliteFolder; remove(): void } {
  const root = mkdtempSync(path.join(tmpdir(), 'reportedly-files-'));
  let count = 0;
  return {
    root,
    next: () => new SqliteFolder(path.join(root, String(++count))),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
