/** Numbered migrations, oldest first; a ledger of version n has had the first n. Add new ones, never change an old one. */
import { POSTGRES_0001 } from './postgres-0001.ts';
import { POSTGRES_0002 } from './postgres-0002.ts';
import { POSTGRES_0003 } from './postgres-0003.ts';
import { POSTGRES_0004 } from './postgres-0004.ts';
import { POSTGRES_0005 } from './postgres-0005.ts';
import { SQLITE_0001 } from './sqlite-0001.ts';
import { SQLITE_0002 } from './sqlite-0002.ts';
import { SQLITE_0003 } from './sqlite-0003.ts';
import { SQLITE_0004 } from './sqlite-0004.ts';
import { SQLITE_0005 } from './sqlite-0005.ts';
import { SQLITE_0006 } from './sqlite-0006.ts';

export interface Migration {
  sql: string;
  /** The index over the statements is built anew after this one. */
  reindex?: boolean;
}

export const SQLITE_MIGRATIONS: readonly Migration[] = [
  { sql: SQLITE_0001 },
  { sql: SQLITE_0002 },
  { sql: SQLITE_0003 },
  { sql: SQLITE_0004 },
  { sql: SQLITE_0005 },
  { sql: SQLITE_0006 },
];
export const POSTGRES_MIGRATIONS: readonly Migration[] = [
  { sql: POSTGRES_0001 },
  { sql: POSTGRES_0002 },
  { sql: POSTGRES_0003 },
  { sql: POSTGRES_0004 },
  { sql: POSTGRES_0005 },
];

/** Marks the SQLite file as ours ("RPTD"), in SQLite's own field for that. */
export const APPLICATION_ID = 0x52505444;

/** Keys of the `ledger` table. */
export const KEYS = {
  id: 'id',
  created: 'created',
  format: 'format',
  schema: 'schema',
  /** Set when the index must be rebuilt before the ledger is used. */
  reindexDue: 'reindex-due',
  /** What an erasure has still to remove outside the rows; see review/erase.ts. */
  eraseDue: 'erase-due',
} as const;
