/** A cell of an incident as it is derived, with what it rests on. */
import { createHash } from 'node:crypto';
import type { CellValue } from './coded-cells.ts';

/** `evidence`: digest of the value and of the claims it rests on, kept with a decision to see when they change. */
export interface DerivedCell {
  value: CellValue;
  evidence: string;
  claims: readonly string[];
}

const DIGITS = 16;

/** `claims`: ids of those the value rests on; the order in which they are named does not count. */
export function derivedCell(value: CellValue, claims: readonly string[]): DerivedCell {
  const sorted = [...new Set(claims)].sort();
  const hash = createHash('sha256').update(JSON.stringify([value, sorted]));
  return { value, claims: sorted, evidence: hash.digest('hex').slice(0, DIGITS) };
}
