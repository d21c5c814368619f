/** A coding profile: the cells that a codebook has for an incident, and how each is derived. */
import type { DerivedCell } from '../../5-ledger/index.ts';
import type { Incident } from '../incident.ts';

/** With the claims that the value rests on. */
export interface RestingCell extends DerivedCell {
  claims: readonly string[];
}

export interface CodingProfile {
  /** As decisions name it: acled, ucdp … */
  name: string;
  /** All cells in order, those that nothing derives too; a cell that is not here cannot be coded. */
  cells: readonly string[];
  /** By cell; what is missing is not derived. */
  derive: (incident: Incident) => Promise<ReadonlyMap<string, RestingCell>>;
}
