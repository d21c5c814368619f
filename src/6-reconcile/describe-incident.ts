/** Makes an incident out of its happenings: origins, tolls, contradictions, standing. Pure: the same reports, the same incident. */
import type { Contradiction } from './contradictions/contradiction.ts';
import { denials } from './contradictions/denials.ts';
import { factContradictions, type Told } from './contradictions/facts.ts';
import { figureContradictions } from './contradictions/figures.ts';
import { type SilentEdit, silentEdits } from './contradictions/silent-edits.ts';
import { type Notice, noticeOf, takenBack } from './contradictions/withdrawals.ts';
import type { Happening } from './happenings/happening.ts';
import type { Incident, IncidentReport } from './incident.ts';
import { dayText } from './incidents/time-fit.ts';
import { type CopyOf, type Origin, originsOf } from './origins/origins.ts';
import { belligerentsOf } from './origins/sides.ts';
import { isPublishedBy, publishedAt, type Report, type ReportClaim } from './report.ts';
import { type Copies, copiesAmong } from './reprints/copies.ts';
import { standingOf } from './standing/standing.ts';
import { suggest } from './standing/suggestion.ts';
import type { ReconcileTables } from './tables.ts';
import { tollsOf } from './tolls/tolls.ts';

export interface DescribeContext {
  id: string;
  aliases: string[];
  coverage: string;
  decided: number[];
  tables: ReconcileTables;
  report: (document: string) => Report;
  overlaps: (document: string) => readonly CopyOf[];
  assessed: (origin: Origin) => boolean;
  /** Only reports published by this day; undated ones are left out then. */
  asOf?: string | undefined;
}

export function describeIncident(happenings: readonly Happening[], context: DescribeContext): Incident {
  const shown = happenings.filter(({ document }) => isPublishedBy(context.report(document), context.asOf));
  const documents = [...new Set(shown.map(({ document }) => document))].sort();
  const reports = documents.map(context.report);
  const told = claimsOf(shown, context);
  const notices = withdrawalsAmong(reports, context.tables);
  const withdrawn = withdrawnClaims(told, notices);
  const claims = told.map((one) => (withdrawn.has(one.claim.id) ? { ...one, withdrawn: true } : one));
  const copies = copiesAmong(reports, context.overlaps);
  const happeningOf = new Map(shown.flatMap((one) => one.claims.map((claim) => [claim, one] as const)));
  const origins = originsOf(claims, {
    report: context.report,
    copies: (document) => copies.of(document),
    happening: (claim) => happeningOf.get(claim)!.id,
    families: context.tables.families,
  });
  const originOf = new Map(
    origins.flatMap((origin) => origin.claims.map(({ claim }) => [claim, origin] as const)),
  );
  const edits = silentEdits(
    reports.map((report) => ({
      ...report,
      told: claims.filter(({ claim }) => claim.document === report.document).map(({ claim }) => claim.text),
    })),
    (report) => noticeOf(report, context.tables.notices) !== null,
  );
  const live = claims.filter((one) => !one.withdrawn);
  const tolls = tollsOf(claims, { report: context.report, originOf: (claim) => originOf.get(claim)! });
  const compared: Told[] = live.map((one) => ({
    one,
    origin: originOf.get(one.claim.id)!,
    happening: happeningOf.get(one.claim.id)!,
  }));
  const contradictions: Contradiction[] = [
    ...figureContradictions(tolls),
    ...factContradictions(compared, context.tables.families),
    ...denials(compared, belligerentsOf(claims), context.tables.families),
    ...notices.map((notice) => withdrawal(notice, claims, originOf)),
    ...edits.map((edit) => edited(edit, claims, originOf)),
  ];
  const standing = standingOf({ claims, origins, contradictions, assessed: context.assessed });
  return {
    id: context.id,
    aliases: context.aliases,
    ...factsOf(shown, claims),
    claims: claims.length,
    documents: new Set(claims.map(({ claim }) => claim.document)).size,
    standing,
    killed: tolls
      .filter(({ what, origins: n }) => what === 'killed' && n > 0)
      .map(({ whom, low, high }) => ({ whom, low, high })),
    decided: context.decided,
    coverage: context.coverage,
    reports: reports.map((report) => reportLine(report, shown, copies, notices)).sort(byPublication),
    origins,
    tolls,
    contradictions,
    withdrawals: notices,
    silentEdits: edits,
    families: copies.families,
    suggestion: suggest(standing),
  };
}

type Taken = Notice & { takesBack: string[] };

function claimsOf(happenings: readonly Happening[], { report }: DescribeContext): ReportClaim[] {
  const ids = new Set(happenings.flatMap((happening) => happening.claims));
  return [...new Set(happenings.map(({ document }) => document))]
    .sort()
    .flatMap((document) => report(document).claims.filter(({ claim }) => ids.has(claim.id)));
}

function withdrawalsAmong(reports: readonly Report[], { notices }: ReconcileTables): Taken[] {
  return reports.flatMap((report) => {
    const notice = noticeOf(report, notices);
    return notice
      ? [
          {
            ...notice,
            takesBack: takenBack(report, reports)
              .map(({ document }) => document)
              .sort(),
          },
        ]
      : [];
  });
}

/** Claims that their outlet took back, and those that a withdrawal only repeats to take them back. */
function withdrawnClaims(claims: readonly ReportClaim[], notices: readonly Taken[]): Set<string> {
  const back = new Set(
    notices
      .filter(({ kind, takesBack }) => kind === 'withdrawn' && takesBack.length > 0)
      .flatMap((n) => [n.document, ...n.takesBack]),
  );
  return new Set(
    claims
      .filter(
        ({ claim, withdrawn }) => withdrawn || (back.has(claim.document) && claim.certainty !== 'denied'),
      )
      .map(({ claim }) => claim.id),
  );
}

function withdrawal(
  notice: Taken,
  claims: readonly ReportClaim[],
  originOf: Map<string, Origin>,
): Contradiction {
  const of = (documents: readonly string[]) =>
    claims.filter(({ claim }) => documents.includes(claim.document));
  const side = (ones: readonly ReportClaim[], says: string) => {
    const origin = ones[0] && originOf.get(ones[0].claim.id);
    return {
      origin: origin?.key ?? '',
      name: origin?.name ?? '',
      claims: ones.map(({ claim }) => claim.id),
      says,
    };
  };
  return {
    kind: 'withdrawal',
    sides: [side(of([notice.document]), notice.words), side(of(notice.takesBack), 'the report taken back')],
    byAccused: false,
    why:
      notice.takesBack.length > 0
        ? `${notice.kind} by its outlet`
        : `says it is ${notice.kind}; the report meant is not in this ledger`,
  };
}

function edited(
  edit: SilentEdit,
  claims: readonly ReportClaim[],
  originOf: Map<string, Origin>,
): Contradiction {
  const side = (document: string, words: readonly string[]) => {
    const ones = claims.filter(({ claim }) => claim.document === document);
    const origin = ones[0] && originOf.get(ones[0].claim.id);
    return {
      origin: origin?.key ?? '',
      name: origin?.name ?? '',
      claims: ones.map(({ claim }) => claim.id),
      says: words.slice(0, 12).join(' '),
    };
  };
  return {
    kind: 'silent-edit',
    sides: [side(edit.before, edit.gone), side(edit.after, edit.come)],
    byAccused: false,
    why: `the text at ${edit.url} was changed without a word of it`,
  };
}

function factsOf(happenings: readonly Happening[], claims: readonly ReportClaim[]) {
  const sites = happenings.flatMap(({ site }) => (site ? [site] : []));
  const site =
    mostTold(
      sites.filter((s) => s.precise),
      ({ key }) => key,
    ) ?? mostTold(sites, ({ key }) => key);
  const periods = happenings.flatMap(({ period }) => (period ? [period] : []));
  const period =
    mostTold(
      periods.filter(({ day }) => day),
      ({ from, to }) => `${from} ${to}`,
    ) ?? mostTold(periods, ({ from, to }) => `${from} ${to}`);
  const types = new Map<string, number>();
  for (const { claim } of claims)
    if (claim.event?.type) types.set(claim.event.type, (types.get(claim.event.type) ?? 0) + 1);
  // What somebody denies or expects would read as told where it heads a page.
  const told = claims.filter(({ claim }) => claim.certainty !== 'denied' && claim.certainty !== 'expected');
  const fullest = [...(told.length > 0 ? told : claims)].sort(
    (a, b) => fullness(b) - fullness(a) || (a.claim.id < b.claim.id ? -1 : 1),
  )[0];
  return {
    types: [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([type]) => type),
    place: site?.name ?? null,
    country: site?.country ?? null,
    lat: site?.lat ?? null,
    lon: site?.lon ?? null,
    from: period?.from != null ? dayText(period.from) : null,
    to: period?.to != null ? dayText(period.to) : null,
    summary: fullest?.claim.text ?? '',
  };
}

/** A claim with place, time, doer and figures says the most. */
function fullness({ claim: { event, certainty } }: ReportClaim): number {
  if (!event) return 0;
  const parts = [event.place, event.time, event.by[0], event.against[0], event.effects[0]];
  return parts.filter(Boolean).length + (certainty === 'asserted' ? 0.5 : 0);
}

function mostTold<T>(items: readonly T[], key: (item: T) => string): T | null {
  const counts = new Map<string, { item: T; count: number }>();
  for (const item of items) {
    const seen = counts.get(key(item)) ?? { item, count: 0 };
    counts.set(key(item), seen);
    seen.count++;
  }
  let best: { item: T; count: number; key: string } | null = null;
  for (const [name, { item, count }] of counts)
    if (!best || count > best.count || (count === best.count && name < best.key))
      best = { item, count, key: name };
  return best?.item ?? null;
}

function reportLine(
  report: Report,
  happenings: readonly Happening[],
  copies: Copies,
  notices: readonly Taken[],
): IncidentReport {
  const claims = happenings.filter(({ document }) => document === report.document).flatMap((h) => h.claims);
  return {
    document: report.document,
    title: report.title,
    publisher: report.publisher,
    url: report.url,
    published: publishedAt(report),
    claims,
    family: copies.families.find(({ documents }) => documents.includes(report.document))?.id ?? null,
    copiedFrom: copies.of(report.document)[0]?.document ?? null,
    notice: notices.find(({ document }) => document === report.document)?.kind ?? null,
    related: claims.length === 0,
  };
}

const byPublication = (a: IncidentReport, b: IncidentReport): number => {
  const [x, y] = [a.published ?? '~', b.published ?? '~'];
  return x < y ? -1 : x > y ? 1 : a.document < b.document ? -1 : 1;
};
