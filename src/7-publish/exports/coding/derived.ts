/** What is derived now for a cell of an incident: a decision that sets the cell keeps it beside its value. */
import { ReportedlyError } from '../../../errors.ts';
import type { ExportSource } from '../source.ts';
import { views } from '../views.ts';
import { type CodedRow, isHeld } from './cell.ts';
import { digests, type Profile } from './profile.ts';

export interface DerivedNow {
  /** Its name in the ledger. */
  incident: string;
  value: string | number | boolean | null;
  evidence: string;
}

export type DerivedCells = (incident: string, profile: string, cell: string) => Promise<DerivedNow>;

/** @param source of all claims, reviewed or not */
export function derivedCells(source: ExportSource, profiles: readonly Profile[]): DerivedCells {
  return async (name, profileName, cell) => {
    const incident = (await source.reconciler()).incident(name);
    if (!incident) throw new ReportedlyError('incident-not-found', { incident: name });
    const none = { incident: incident.id, value: null, evidence: '' };
    const profile = profiles.find((one) => one.name === profileName);
    if (!profile) return none;
    if (!profile.columns.some((column) => column.name === cell)) {
      throw new ReportedlyError('decision-invalid', { reason: `${profileName} has no cell ${cell}` });
    }
    const row = await rowOf(profile, incident.id, source);
    const found = row && digests(row).get(cell);
    return found ? { incident: incident.id, ...found } : none;
  };
}

/** The row a profile derives of one incident; nothing where it cannot code it. */
export async function rowOf(
  profile: Profile,
  incident: string,
  source: ExportSource,
): Promise<CodedRow | undefined> {
  const one = { ...source, options: { ...source.options, incidents: [incident] } };
  for await (const view of views(one)) {
    const row = profile.derive(view, one);
    return isHeld(row) ? undefined : row;
  }
  return undefined;
}
