/** Incidents through the gates, one by one, by day. */
import type { DecisionEntry } from '../../5-ledger/index.ts';
import { byDate, type Incident, type Reconciler } from '../../6-reconcile/index.ts';
import { isFresh } from './gate/points.ts';
import { besideOf, isReviewed } from './gate/tells.ts';
import type { ExportSource } from './source.ts';
import { type IncidentView, ledgerId, publicId, type ViewClaim } from './view.ts';

/** Every incident that was asked for and may be told; `left` counts those no person reviewed. */
export async function* views(
  source: ExportSource,
  left: { unreviewed: number } = { unreviewed: 0 },
): AsyncGenerator<IncidentView> {
  const reconciler = await source.reconciler();
  const wanted = await wantedClaims(source);
  const said = { coded: await codedByIncident(source), grades: await gradesOf(source) };
  for (const incident of asked(reconciler, source)) {
    if (wanted && !incident.reports.some(({ claims }) => claims.some((claim) => wanted.has(claim)))) continue;
    const view = await viewOf(incident, reconciler, source, said);
    if (view.told.length > 0) yield view;
    else if (view.unreviewed > 0) left.unreviewed++;
  }
}

function asked(reconciler: Reconciler, { options }: ExportSource): Incident[] {
  if (!options.incidents) return [...reconciler.incidents()].sort(byDate);
  const found = options.incidents.flatMap((id) => reconciler.incident(ledgerId(id)) ?? []);
  return [...new Map(found.map((incident) => [incident.id, incident])).values()].sort(byDate);
}

/** Claims that match the filter; null where all do. */
async function wantedClaims({ ledger, options, read }: ExportSource): Promise<ReadonlySet<string> | null> {
  const { filter } = options;
  if (!filter || Object.values(filter).every((value) => value === undefined)) return null;
  const wanted = new Set<string>();
  for await (const { id } of ledger.everyClaim(filter, read)) wanted.add(id);
  return wanted;
}

async function codedByIncident({ ledger, read }: ExportSource): Promise<Map<string, DecisionEntry[]>> {
  const coded = new Map<string, DecisionEntry[]>();
  for (const entry of await ledger.decisions({ type: ['code'] }, read)) {
    if (entry.decision.type !== 'code') continue;
    const { incident } = entry.decision;
    coded.set(incident, [...(coded.get(incident) ?? []), entry]);
  }
  return coded;
}

async function viewOf(
  incident: Incident,
  reconciler: Reconciler,
  source: ExportSource,
  said: Said,
): Promise<IncidentView> {
  const view: IncidentView = {
    id: publicId(incident.id),
    incident,
    told: [],
    beside: { denied: [], expected: [], unconfirmed: [], withdrawn: [] },
    reviewed: 0,
    unreviewed: 0,
    fresh: false,
    coded: namesOf(incident)
      .flatMap((name) => said.coded.get(name) ?? [])
      .sort((a, b) => a.seq - b.seq),
    grade: namesOf(incident).flatMap((name) => said.grades.get(name) ?? [])[0] ?? null,
  };
  const originOf = new Map(
    incident.origins.flatMap((origin) => origin.claims.map(({ claim }) => [claim, origin] as const)),
  );
  const takenBack = new Set(incident.withdrawals.flatMap(withdrawnBy));
  for (const { document, claims } of incident.reports) {
    const report = reconciler.report(document);
    if (!report || claims.length === 0) continue;
    const mask = await source.masks.of(document);
    const own = new Set(claims);
    for (const one of report.claims) {
      if (!own.has(one.claim.id)) continue;
      const reviewed = isReviewed(one.review);
      const claim: ViewClaim = { one, report, origin: originOf.get(one.claim.id) ?? null, reviewed, mask };
      place(claim, view, one.withdrawn || takenBack.has(document), source);
    }
  }
  view.fresh = await isFreshView(view, source);
  return view;
}

/** A report that takes others back only repeats what it withdraws. */
const withdrawnBy = ({ kind, document, takesBack }: Incident['withdrawals'][number]): string[] =>
  kind === 'withdrawn' && takesBack.length > 0 ? [document, ...takesBack] : [];

function place(claim: ViewClaim, view: IncidentView, withdrawn: boolean, { options }: ExportSource): void {
  const { certainty, about } = claim.one.claim;
  const beside = besideOf({ certainty, about, withdrawn: withdrawn && certainty !== 'denied' });
  if (beside) {
    if (claim.reviewed || options.unreviewed) view.beside[beside].push(claim);
    return;
  }
  if (claim.reviewed) view.reviewed++;
  else view.unreviewed++;
  if (claim.reviewed || options.unreviewed) view.told.push(claim);
}

/** The last day it may have been, else of publication, else when its first report came in. */
async function isFreshView(
  view: IncidentView,
  { ledger, now, delayHours, read }: ExportSource,
): Promise<boolean> {
  if (delayHours <= 0) return false;
  const { incident } = view;
  const told = view.told.flatMap(({ one }) => one.claim.event?.time?.to ?? one.claim.event?.time?.from ?? []);
  const last = [...told, ...(incident.to ? [incident.to] : [])].sort().at(-1) ?? null;
  if (last !== null) return isFresh(last, now, delayHours);
  const published = incident.reports.flatMap((report) => report.published ?? []).sort()[0];
  if (published !== undefined) return isFresh(published, now, delayHours);
  const document = incident.reports[0] && (await ledger.document(incident.reports[0].document, read));
  return isFresh(document?.row.recorded ?? null, now, delayHours);
}

/** What people said of incidents, by the name they used. */
interface Said {
  coded: ReadonlyMap<string, DecisionEntry[]>;
  grades: ReadonlyMap<string, { grade: string; who: string }>;
}

const namesOf = ({ id, aliases }: Incident): string[] => [id, publicId(id), ...aliases];

async function gradesOf({ ledger, read }: ExportSource): Promise<Said['grades']> {
  const grades = new Map<string, { grade: string; who: string }>();
  for (const { on, assessment, inForce, who } of await ledger.assessments(undefined, read))
    if (inForce && on.what === 'incident' && assessment.scheme === 'airwars' && assessment.grade !== null)
      grades.set(on.id, { grade: assessment.grade, who });
  return grades;
}
