/**
 * A backup is a folder of plain files, the same from either store, so that it also moves a ledger from one to the other:
 * `ledger.json` (what it is), `statements.jsonl` (the rows of the chain, one a line, as stored), `originals/`.
 * The index is not in it: it is built anew.
 */
export const BACKUP_FORMAT = 'reportedly-backup/1';
export const ABOUT_FILE = 'ledger.json';
export const STATEMENTS_FILE = 'statements.jsonl';

export interface BackupAbout {
  format: typeof BACKUP_FORMAT;
  id: string;
  /** ISO 8601: when the ledger was made. */
  created: string;
  statements: number;
  originals: number;
  /** Hash of the last statement. */
  head: string;
}

export interface BackupReport extends BackupAbout {
  /** Where it is. */
  folder: string;
}
