/**
 * Documents grouped in two ways. By story: their likeness with what their claims say of places and figures, average link, as
 * the baseline does it. Through incidents: two belong together as far as their claims are in the same incidents.
 */
import { happeningsOf } from '../../src/6-reconcile/happenings/group-claims.ts';
import type { Happening } from '../../src/6-reconcile/happenings/happening.ts';
import { averageLink } from '../../src/6-reconcile/incidents/average-link.ts';
import { IncidentIndex } from '../../src/6-reconcile/incidents/incident-index.ts';
import { ONE_STORY, storyLikeness } from '../../src/6-reconcile/incidents/report-likeness.ts';
import type { ReconcileTables, Report } from '../../src/6-reconcile/index.ts';

export interface DocumentGroups {
  storyOf(document: string): string;
  throughIncidents(document: string): string;
  hasClaims(document: string): boolean;
  /** Ids of the documents of each incident that a document is in, the largest first. */
  incidentsOf(document: string): Happening[][];
}

/** Documents share at least so much of their claims' incidents. */
const SHARED = 0.3;

export function documentGroups(reports: readonly Report[], tables: ReconcileTables): DocumentGroups {
  const index = new IncidentIndex(tables.families);
  for (const report of reports) index.set(report.document, happeningsOf(report, tables));
  const incidents = index.all();
  const numberOf = new Map(incidents.flatMap((group, i) => group.map(({ id }) => [id, i] as const)));
  const shares = reports.map(({ document }) => {
    const weights = new Map<number, number>();
    const own = index.ofDocument(document);
    const total = own.reduce((sum, { claims }) => sum + Math.max(1, claims.length), 0);
    for (const { id, claims } of own) {
      const incident = numberOf.get(id)!;
      weights.set(incident, (weights.get(incident) ?? 0) + Math.max(1, claims.length) / total);
    }
    return weights;
  });
  const similarity = (a: number, b: number) => {
    let sum = 0;
    for (const [incident, weight] of shares[a]!) sum += Math.sqrt(weight * (shares[b]!.get(incident) ?? 0));
    return sum;
  };
  const all = reports.map(({ document }) => index.ofDocument(document));
  const alike = (a: number, b: number) =>
    all[a]!.length > 0 && all[b]!.length > 0 ? storyLikeness(all[a]!, all[b]!) : 0;
  const through = labels(reports, averageLink(reports.length, similarity, SHARED));
  const stories = labels(reports, averageLink(reports.length, alike, ONE_STORY));
  const mine = (document: string) =>
    [...new Set(index.ofDocument(document).map(({ id }) => numberOf.get(id)!))].map((i) => incidents[i]!);
  return {
    storyOf: (document) => stories.get(document)!,
    throughIncidents: (document) => through.get(document)!,
    hasClaims: (document) => index.ofDocument(document).some(({ claims }) => claims.length > 0),
    incidentsOf: (document) => mine(document).sort((a, b) => b.length - a.length),
  };
}

function labels(reports: readonly Report[], groups: readonly number[][]): Map<string, string> {
  return new Map(
    groups.flatMap((group, i) => group.map((member) => [reports[member]!.document, String(i)] as const)),
  );
}
