/** Reads a ledger into a reconciler: its Readings in force with people's decisions applied. */

import { resolveClaims } from '../5-ledger/index/resolve.ts';
import type { ClaimRow, Ledger, ReadOptions } from '../5-ledger/index.ts';
import { reportOf } from './from-reading.ts';
import type { IncidentDecision } from './incidents/decided.ts';
import { Reconciler, type ReconcilerOptions } from './reconciler.ts';
import { type EarlierClaim, type Report, type ReportClaim, triggerOf } from './report.ts';

export interface FromLedgerOptions extends ReconcilerOptions, ReadOptions {
  progress?: (done: number, all: number) => void;
}

/** A reconciler that holds all of a ledger as it stands. */
export async function reconcileLedger(ledger: Ledger, options: FromLedgerOptions): Promise<Reconciler> {
  const reconciler = new Reconciler(options);
  for await (const report of reportsOf(ledger, options)) reconciler.set(report);
  await takeDecisions(reconciler, ledger, options);
  return reconciler;
}

/** People's merges, splits and assessments of sources, as they are now. */
export async function takeDecisions(
  reconciler: Reconciler,
  ledger: Ledger,
  { asOf }: ReadOptions = {},
): Promise<void> {
  const entries = await ledger.decisions({ type: ['merge', 'split'] }, { asOf });
  const decisions = entries.flatMap(({ seq, inForce, decision }): IncidentDecision[] => {
    if (!inForce) return [];
    if (decision.type === 'merge' && decision.what === 'incident')
      return [{ seq, type: 'merge', into: decision.into, from: decision.from }];
    if (decision.type === 'split' && decision.what === 'incident')
      return [{ seq, type: 'split', id: decision.id, groups: decision.groups }];
    return [];
  });
  const assessments = await ledger.assessments(undefined, { asOf });
  const assessed = assessments
    .filter(
      ({ on, assessment, inForce }) => inForce && on.what === 'source' && assessment.scheme === 'admiralty',
    )
    .map(({ on }) => on.id);
  reconciler.decide(decisions, new Set(assessed));
}

/** Every document of a ledger as a report, one by one. */
export async function* reportsOf(
  ledger: Ledger,
  { asOf, progress }: Pick<FromLedgerOptions, 'asOf' | 'progress'> = {},
): AsyncGenerator<Report> {
  const { documents: all } = await ledger.coverage({ asOf });
  let done = 0;
  let cursor: string | undefined;
  do {
    const page = await ledger.documents({ limit: AT_ONCE, cursor }, { asOf });
    const documents = page.rows.map(({ sha256 }) => sha256);
    for await (const report of documentReports(ledger, documents, asOf)) {
      yield report;
      progress?.(++done, all);
    }
    cursor = page.next ?? undefined;
  } while (cursor);
}

/** These documents as reports, one by one. */
export async function* documentReports(
  ledger: Ledger,
  documents: readonly string[],
  asOf?: ReadOptions['asOf'],
): AsyncGenerator<Report> {
  for (let at = 0; at < documents.length; at += AT_ONCE) {
    const some = documents.slice(at, at + AT_ONCE);
    const shown = new Map<string, ClaimRow[]>(some.map((document) => [document, []]));
    for await (const row of ledger.everyClaim({ document: some }, { asOf }))
      shown.get(row.document)?.push(row);
    for (const document of some) yield await reportOfDocument(ledger, document, shown.get(document)!, asOf);
  }
}

async function reportOfDocument(
  ledger: Ledger,
  document: string,
  rows: readonly ClaimRow[],
  asOf: ReadOptions['asOf'],
): Promise<Report> {
  const stored = await ledger.currentReading(document, { asOf });
  const asRead = new Map(stored ? resolveClaims(stored.reading).map((claim) => [claim.id, claim]) : []);
  const claims: ReportClaim[] = [];
  for (const { id, review, withdrawn } of rows) {
    // Only what a person touched need be asked for; the rest is as it was read.
    const touched = review === 'corrected' || review === 'added';
    const claim = touched ? (await ledger.claim(id, { asOf }))?.claim : asRead.get(id);
    if (claim) claims.push({ claim, review, withdrawn });
  }
  if (stored) {
    const shown = new Set(claims.map(({ claim }) => claim.id));
    const hidden = [...asRead.values()]
      .filter(({ id }) => !shown.has(id))
      .map((claim): ReportClaim => ({ claim, review: 'undecided', withdrawn: false }));
    const earlier = await earlierClaims(ledger, document, stored.id, asOf);
    return { ...reportOf(stored.reading, claims), hidden, earlier };
  }
  return { ...EMPTY, document, claims };
}

/** Claims of the Readings that came before the one in force. */
async function earlierClaims(
  ledger: Ledger,
  document: string,
  inForce: string,
  asOf: ReadOptions['asOf'],
): Promise<EarlierClaim[]> {
  const claims = new Map<string, EarlierClaim>();
  for (const { id } of (await ledger.document(document, { asOf }))?.readings ?? []) {
    const reading = id === inForce ? null : ((await ledger.reading(id))?.reading ?? null);
    for (const claim of reading ? resolveClaims(reading) : [])
      claims.set(claim.id, { claim: claim.id, trigger: triggerOf(claim) });
  }
  return [...claims.values()];
}

/** Documents whose claims are asked for together. */
const AT_ONCE = 200;

const EMPTY: Omit<Report, 'document' | 'claims'> = {
  title: null,
  byline: null,
  publisher: null,
  url: null,
  published: null,
  modified: null,
  credits: [],
  text: '',
  furniture: [],
  read: false,
};
