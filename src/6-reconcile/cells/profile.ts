/** A coding profile: the cells that a codebook has for an incident, and how each is derived. */
import type { Incident } from '../incident.ts';
import type { ReportClaim } from '../report.ts';
import type { RestingCell } from './derived-cell.ts';

export interface CodingProfile {
  /** As decisions name it: acled, ucdp … */
  name: string;
  /** All cells in order, those that nothing derives too; a cell that is not here cannot be coded. */
  cells: readonly string[];
  /** By cell; what is missing is derived as null from nothing. `claims` are those of the incident. */
  derive: (incident: Incident, claims: readonly ReportClaim[]) => ReadonlyMap<string, RestingCell>;
}
