/**
 * The cells of an incident that people coded, beside what is derived for them now. A coded value stands until a person
 * changes or undoes it; where the derived value has come to rest on other evidence since, the cell says so.
 */
import type { DecisionEntry } from '../read/said-types.ts';
import type { Decision } from './decision.ts';

type Code = Extract<Decision, { type: 'code' }>;
export type CellValue = Code['value'];

/** What stage 6 derives for a cell. `evidence`: digest of the claims and rules that the value rests on. */
export interface DerivedCell {
  value: CellValue;
  evidence: string;
}

export interface CodedCell {
  profile: string;
  cell: string;
  /** As the person coded it. */
  value: CellValue;
  /** As derived when it was coded, and as derived now (null: no longer derived). */
  derivedThen: CellValue;
  derivedNow: CellValue;
  evidenceChanged: boolean;
  who: string;
  why: string | null;
  at: string;
  /** Number of the decision: undo it to have the derived value again. */
  seq: number;
}

/**
 * @param decisions of one incident, oldest first, as `Ledger.decisions({ target: 'incident X' })` gives them
 * @param derived by cell name
 */
export function codedCells(
  decisions: readonly DecisionEntry[],
  profile: string,
  derived: ReadonlyMap<string, DerivedCell>,
): CodedCell[] {
  const last = new Map<string, CodedCell>();
  for (const { decision, inForce, who, why, at, seq } of decisions) {
    if (decision.type !== 'code' || decision.profile !== profile || !inForce) continue;
    const now = derived.get(decision.cell);
    last.set(decision.cell, {
      profile,
      cell: decision.cell,
      value: decision.value,
      derivedThen: decision.derived,
      derivedNow: now?.value ?? null,
      evidenceChanged: (now?.evidence ?? '') !== decision.evidence,
      who,
      why,
      at,
      seq,
    });
  }
  return [...last.values()];
}
