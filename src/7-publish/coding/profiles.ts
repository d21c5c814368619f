/**
 * The coding profiles whose cells people set: those of the export formats, derived over all claims of an incident as they
 * stand, reviewed or not and with no name covered.
 */
import type { CodingProfile } from '../../6-reconcile/index.ts';
import { readPackageFile } from '../../package.ts';
import { restingCells } from '../exports/coding/resting-cells.ts';
import { PROFILES } from '../exports/formats.ts';
import { type ExportTables, openExportTables } from '../exports/tables.ts';

let tables: ExportTables | null = null;

export const CODING_PROFILES: readonly CodingProfile[] = PROFILES.map((profile) => ({
  name: profile.name,
  cells: profile.columns.map(({ name }) => name).filter((name) => !name.startsWith('rp_')),
  derive: (incident, claims) => {
    tables ??= openExportTables(readPackageFile);
    return restingCells(profile, incident, claims, tables);
  },
}));
