/** Asks one address again and records what stood there, with everything that follows from it, in one transaction. */

import { documentOf } from '../1-acquire/web/fetch-document.ts';
import type { FetchedPage } from '../1-acquire/web/fetch-page.ts';
import type { WebSession } from '../1-acquire/web/session/web-session.ts';
import { entryDocuments } from '../2-extract/live-blog/entry-documents.ts';
import type { CollectingChange, Ledger, RetractionInput, StoredReading, Visit } from '../5-ledger/index.ts';
import type { ReconcileTables, SentenceCutter } from '../6-reconcile/index.ts';
import { ReportedlyError } from '../errors.ts';
import type { DocumentReader } from '../read-document.ts';
import type { Document, FeedItem } from '../records/index.ts';
import { compareVersion, UNTOUCHED } from './compare-version.ts';

export interface VisitMeans {
  ledger: Ledger;
  reader: DocumentReader;
  session: WebSession;
  tables: Pick<ReconcileTables, 'notices'>;
  cut: SentenceCutter;
  /** Who a retraction is recorded by. */
  who: string;
  signal: AbortSignal | null;
  now: () => Date;
}

export interface KnownPage {
  url: string;
  /** The version that is known last. */
  document: string;
  /** What a feed says of it now, where a feed led to it. */
  item?: FeedItem | null;
  /** Kept in the same transaction. */
  collecting?: (visit: Visit) => readonly CollectingChange[];
}

/** @throws ReportedlyError what kept the page from being had: then nothing is recorded */
export async function visitPage(page: KnownPage, means: VisitMeans): Promise<Visit> {
  const { url, document: known } = page;
  const { ledger, session, now, signal } = means;
  const seen = {
    ...{ url, document: known, at: now().toISOString(), notice: null, claims: UNTOUCHED },
    ...{ became: null, sha256: null, finalUrl: null, redirects: [], status: null, headers: {} },
  };
  let answer: FetchedPage;
  try {
    answer = await session.fetch(url, { byProgram: true, signal });
  } catch (error) {
    const status = goneStatus(error);
    if (status === null) throw error;
    return keep({ ...seen, outcome: 'gone', status }, page, means, null);
  }
  const { finalUrl, redirects, status, headers } = answer;
  const came = { ...seen, finalUrl, redirects, status, headers };
  if (leadsHome(url, finalUrl)) return keep({ ...came, outcome: 'gone' }, page, means, null);
  const before = await ledger.currentReading(known);
  const document = await asDocument(answer, page, before, means);
  const { sha256 } = document;
  if (sha256 === known) return keep({ ...came, outcome: 'same', became: known, sha256 }, page, means, null);
  const reading = await means.reader.read(document);
  if (!before)
    return keep({ ...came, outcome: 'changed', became: sha256, sha256 }, page, means, { document, reading });
  const { outcome, notice, claims } = compareVersion(before.reading, reading, means.tables, means.cut);
  const visit: Visit = {
    ...came,
    outcome,
    notice,
    claims,
    became: outcome === 'same' ? known : sha256,
    sha256,
  };
  return keep(visit, page, means, outcome === 'same' ? null : { document, reading });
}

type NewVersion = Parameters<Ledger['record']>[0][number];

async function keep(
  visit: Visit,
  { collecting }: KnownPage,
  means: VisitMeans,
  version: NewVersion | null,
): Promise<Visit> {
  const { ledger, who } = means;
  const told = await ledger.retractions(visit.document);
  // A page that is still gone was told of before.
  const retraction = told.some((one) => one.kind === 'withdrawn') ? null : retractionOf(visit, who);
  const versions = version ? [version, ...(await newEntries(version.document, means))] : [];
  await ledger.record(versions, {
    visits: [visit],
    retractions: retraction ? [retraction] : [],
    collecting: collecting?.(visit) ?? [],
  });
  return visit;
}

/** Entries of a live blog that are not in the ledger, or read differently there; the others are known. */
export async function newEntries(
  page: Document,
  { ledger, reader }: Pick<VisitMeans, 'ledger' | 'reader'>,
): Promise<NewVersion[]> {
  const entries: NewVersion[] = [];
  for (const document of entryDocuments(page)) {
    if (await ledger.document(document.sha256)) continue;
    entries.push({ document, reading: await reader.read(document) });
  }
  return entries;
}

/** A page that is gone or says so of itself takes back what it said; a silent change is only marked. */
function retractionOf(visit: Visit, who: string): RetractionInput | null {
  const { document, url, notice, outcome, status, claims, finalUrl } = visit;
  const base = { who, document, url, text: notice };
  switch (outcome) {
    case 'gone': {
      const how = status === 200 ? `leads to ${finalUrl} now` : `answers ${status}`;
      return { ...base, kind: 'withdrawn', claims: null, why: `the page is gone: its address ${how}` };
    }
    case 'emptied':
      return { ...base, kind: 'withdrawn', claims: null, why: 'the page holds no report any more' };
    case 'withdrawn':
      return { ...base, kind: 'withdrawn', claims: null, why: 'the page says so' };
    case 'corrected': {
      const touched = [...claims.changed, ...claims.gone];
      return {
        ...base,
        kind: 'corrected',
        claims: touched.length > 0 ? touched : null,
        why: 'the page says so; the claims are those whose sentences changed or vanished',
      };
    }
    default:
      return null;
  }
}

function goneStatus(error: unknown): number | null {
  if (!(error instanceof ReportedlyError) || error.code !== 'url-status') return null;
  const status = Number(error.details.status);
  return status === 404 || status === 410 ? status : null;
}

/** Many sites send on to their front page where an article was taken away. */
function leadsHome(url: string, finalUrl: string): boolean {
  const [from, to] = [new URL(url), new URL(finalUrl)];
  return from.pathname.length > 1 && to.pathname === '/' && to.search === '' && from.search === '';
}

async function asDocument(
  answer: FetchedPage,
  { url, item, document }: KnownPage,
  before: StoredReading | null,
  { ledger, now }: VisitMeans,
): Promise<Document> {
  const given = before?.given ?? (await ledger.document(document))?.record.given ?? {};
  return documentOf(answer, url, item ?? given.item ?? null, { given, anyType: before === null, now });
}
