/** A cell of an incident as it is derived, with what it rests on. */
import { createHash } from 'node:crypto';
import type { CellValue, DerivedCell } from '../../5-ledger/index.ts';

/** With the claims that the value rests on; its `evidence` is a digest of both. */
export interface RestingCell extends DerivedCell {
  claims: readonly string[];
}

const DIGITS = 16;

/** `claims`: ids of those the value rests on; the order in which they are named does not count. */
export function derivedCell(value: CellValue, claims: readonly string[]): RestingCell {
  const sorted = [...new Set(claims)].sort();
  const hash = createHash('sha256').update(JSON.stringify([value, sorted]));
  return { value, claims: sorted, evidence: hash.digest('hex').slice(0, DIGITS) };
}
