/** Sets a cell of an incident: the derived value and what it rests on are kept with the decision. */
import type { CellValue, Ledger, Said } from '../../5-ledger/index.ts';
import { ReportedlyError } from '../../errors.ts';
import type { Reconciler } from '../reconciler.ts';
import type { Coding } from './coding.ts';

export interface CodeCellInput {
  who: string;
  why: string;
  /** Any of its names. */
  incident: string;
  profile: string;
  cell: string;
  /** Null empties the cell. */
  value: CellValue;
}

/** Throws `incident-not-found`, `not-in-ledger` for an unknown profile or cell, `decision-invalid` for a wrong value. */
export async function codeCell(
  ledger: Ledger,
  reconciler: Reconciler,
  coding: Coding,
  { who, why, incident: name, profile, cell, value }: CodeCellInput,
): Promise<Said> {
  const incident = reconciler.incident(name);
  if (!incident) throw new ReportedlyError('incident-not-found', { incident: name });
  const found = (await coding.cells(incident, profile)).find((one) => one.cell === cell);
  if (!found) throw new ReportedlyError('not-in-ledger', { what: `cell of ${profile}`, id: cell });
  const { derived, evidence } = found;
  const decision = { type: 'code', incident: incident.id, profile, cell, value, derived, evidence } as const;
  const [said] = await ledger.decide([{ who, why, decision }]);
  return said!;
}
