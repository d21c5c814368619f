/** Makes an incident out of its happenings: origins, tolls, contradictions, standing. Pure: the same reports, the same incident. */
import type { Contradiction } from './contradictions/contradiction.ts';
import { denials } from './contradictions/denials.ts';
import { factContradictions } from './contradictions/facts.ts';
import { figureContradictions } from './contradictions/figures.ts';
import type { Told } from './contradictions/one-thing.ts';
import { type SilentEdit, silentEdits } from './contradictions/silent-edits.ts';
import { type Notice, noticeOf, takenBack } from './contradictions/withdrawals.ts';
import type { Happening } from './happenings/happening.ts';
import type { Incident, IncidentReport } from './incident.ts';
import { factsOf, isElsewhere } from './incidents/main-facts.ts';
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
    (a, b) => context.overlaps(a).some(({ document, extent }) => document === b && extent === 'whole'),
  );
  const live = claims.filter((one) => !one.withdrawn);
  const { site, period, ...facts } = factsOf(shown, claims);
  const byId = new Map(claims.map((one) => [one.claim.id, one]));
  const tolls = tollsOf(claims, {
    report: context.report,
    originOf: (claim) => originOf.get(claim)!,
    elsewhere: (claim) => isElsewhere(byId.get(claim)!, happeningOf.get(claim)!, site, period),
  });
  const compared: Told[] = live.map((one) => ({
    one,
    origin: originOf.get(one.claim.id)!,
    happening: happeningOf.get(one.claim.id)!,
  }));
  const toldOf = new Map(compared.map((item) => [item.one.claim.id, item]));
  const contradictions: Contradiction[] = [
    ...figureContradictions(
      tolls,
      (claim) => toldOf.get(claim) ?? null,
      (type) => context.tables.families.happensOnce(type),
    ),
    ...factContradictions(compared, context.tables.families),
    ...denials(compared, belligerentsOf(claims), context.tables.families),
    ...notices.map((notice) => withdrawal(notice, claims, originOf)),
    ...edits.map((edit) => edited(edit, claims, originOf)),
  ];
  const standing = standingOf({ claims, origins, contradictions, assessed: context.assessed });
  return {
    id: context.id,
    aliases: context.aliases,
    ...facts,
    claims: claims.length,
    documents: new Set(claims.map(({ claim }) => claim.document)).size,
    standing,
    killed: tolls
      .filter(({ what, origins: n }) => what === 'killed' && n > 0)
      .map(({ whom, low, high }) => ({ whom, low, high })),
    decided: context.decided,
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
