/** The rows of a ledger that says nothing yet: its id, and the head that the first statement follows. */
import { randomUUID } from 'node:crypto';
import { genesisHash, HASH_FORMAT } from '../statements/hash-chain.ts';
import { KEYS } from './migration.ts';

export interface NewLedger {
  /** A UUID; the chain starts from it. */
  id: string;
  created: Date;
}

export function newLedger(given: Partial<NewLedger> = {}): NewLedger {
  return { id: given.id ?? randomUUID(), created: given.created ?? new Date() };
}

export function firstRows({ id, created }: NewLedger): {
  ledger: [key: string, value: string][];
  head: { seq: number; hash: string; at: string };
} {
  return {
    ledger: [
      [KEYS.id, id],
      [KEYS.created, created.toISOString()],
      [KEYS.format, HASH_FORMAT],
    ],
    head: { seq: 0, hash: genesisHash(id), at: '' },
  };
}
