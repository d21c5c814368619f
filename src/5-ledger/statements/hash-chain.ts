/**
 * The hash format of the ledger, version 1; docs/ledger.md tells it to people who want to check a ledger with other
 * tools, and hash-chain.test.ts fixes it with vectors.
 *
 * A payload is committed to by `sha256(salt || utf8(payload))`, with 32 random bytes of salt per statement, so that an
 * erased payload cannot be guessed from what stays. The chain runs over commitments, never over payloads: erasing one
 * leaves every hash as it was.
 */
import { createHash, hash, randomBytes } from 'node:crypto';

export const HASH_FORMAT = 'reportedly-ledger/1';
const SALT_BYTES = 32;

/** What of a statement goes into the chain. `at` is UTC, ISO 8601 with milliseconds. All hashes are 64 hex digits. */
export interface ChainLink {
  seq: number;
  kind: string;
  at: string;
  commitment: string;
}

const sha256 = (of: string | Uint8Array): string => hash('sha256', of, 'hex');

/** Asking for randomness costs more than the bytes do, so some salts are asked for at once. */
const SALTS_AT_ONCE = 256;
let salts = '';

/** A fresh salt, 64 hex digits. */
export function newSalt(): string {
  if (salts === '') salts = randomBytes(SALT_BYTES * SALTS_AT_ONCE).toString('hex');
  const salt = salts.slice(0, 2 * SALT_BYTES);
  salts = salts.slice(2 * SALT_BYTES);
  return salt;
}

/** Room for a salt and the payload behind it: hashing bytes in one go is far cheaper than in two pieces. */
let scratch = Buffer.alloc(1 << 16);
const MOST_KEPT = 1 << 24;

/** `sha256(salt || utf8(payload))`: the salt as 32 raw bytes, the payload as the canonical JSON that is stored. */
export function commit(salt: string, payload: string): string {
  // A UTF-16 unit has at most three bytes of UTF-8.
  const most = SALT_BYTES + payload.length * 3;
  if (most > MOST_KEPT) return createHash('sha256').update(salt, 'hex').update(payload).digest('hex');
  if (most > scratch.length) scratch = Buffer.alloc(2 * most);
  const start = scratch.write(salt, 'hex');
  const end = start + scratch.write(payload, start, 'utf8');
  return sha256(scratch.subarray(0, end));
}

/** The hash before the first statement: it ties the chain to one ledger. */
export function genesisHash(ledgerId: string): string {
  return sha256(`${HASH_FORMAT}\n${ledgerId}\n`);
}

/** The hash of one statement, over the hash before it and its own link, each on a line. */
export function chainHash(previous: string, link: ChainLink): string {
  return sha256(`${previous}\n${link.seq}\n${link.kind}\n${link.at}\n${link.commitment}\n`);
}

/** `sha256:` and the hex digest of bytes: how documents and files are named. */
export function contentHash(bytes: Uint8Array | string): string {
  return `sha256:${sha256(bytes)}`;
}
