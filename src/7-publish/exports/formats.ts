/** Every format, in the order in which help and screens list them. */
import { ReportedlyError } from '../../errors.ts';
import { ACLED } from './acled/acled.ts';
import { AIRWARS } from './airwars/airwars.ts';
import { codedExport } from './coding/coded-export.ts';
import type { Profile } from './coding/profile.ts';
import { DOSSIER } from './dossier/dossier.ts';
import type { Exporter } from './exporter.ts';
import { CLAIMS } from './lists/claims.ts';
import { FIGURES } from './lists/figures.ts';
import { INCIDENTS } from './lists/incidents.ts';
import { ANNOTATIONS } from './marks/annotations.ts';
import { BIBTEX, CSL } from './marks/citations.ts';
import { GEOJSON } from './marks/geojson.ts';
import { UCDP } from './ucdp/ucdp.ts';

export const PROFILES: readonly Profile[] = [ACLED, UCDP, AIRWARS, INCIDENTS];

export const EXPORTERS: readonly Exporter[] = [
  CLAIMS,
  codedExport(INCIDENTS),
  FIGURES,
  codedExport(ACLED),
  codedExport(UCDP),
  codedExport(AIRWARS),
  GEOJSON,
  ANNOTATIONS,
  BIBTEX,
  CSL,
  DOSSIER,
];

export const FORMATS: readonly string[] = EXPORTERS.map(({ name }) => name);

export function exporterOf(format: string): Exporter {
  const found = EXPORTERS.find(({ name }) => name === format);
  if (!found) throw new ReportedlyError('format-unknown', { format, formats: FORMATS.join(', ') });
  return found;
}
