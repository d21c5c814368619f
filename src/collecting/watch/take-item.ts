/** One item of a feed: its page fetched once, asked for again when the feed says that it was edited or leaves it out. */

import { fingerprintOf } from '../../1-acquire/listings/feed-items.ts';
import { carriedText, itemOf } from '../../1-acquire/listings/follow-listing.ts';
import type { ListingEntry } from '../../1-acquire/listings/listing.ts';
import { documentOf } from '../../1-acquire/web/fetch-document.ts';
import { whenDue } from '../../1-acquire/when-due.ts';
import { selfRetractions } from '../../5-ledger/index.ts';
import { ReportedlyError } from '../../errors.ts';
import type { Document } from '../../records/index.ts';
import { newEntries, type VisitMeans, visitPage } from '../visit-page.ts';
import type { WatchEvent } from './events.ts';
import type { ItemState, WatchState } from './state.ts';

/** An edit whose page cannot be had is tried with this many polls. */
const MOST_TRIES = 5;

export interface TakeMeans extends VisitMeans {
  state: WatchState;
}

/** An entry that is not known, or of which the feed says something else than before; null where nothing is to be done. */
export async function takeItem(
  feed: string,
  entry: ListingEntry,
  order: number,
  means: TakeMeans,
): Promise<WatchEvent | null> {
  const known = means.state.item(feed, entry.guid);
  const fingerprint = fingerprintOf(entry);
  if (known?.fingerprint === fingerprint) return null;
  const item: ItemState = {
    fingerprint,
    url: entry.url,
    document: known?.document ?? (await documentAt(entry.url, means)),
    order: known?.order ?? order,
    isMissing: false,
    tries: 0,
  };
  if (item.document === null || entry.url === null) return takeNew(feed, entry, item, means);
  if (known) return visitItem(feed, entry.guid, { before: known, after: item }, 'edited', entry, means);
  await keep(feed, entry.guid, item, means);
  const { url, document } = item;
  return { what: 'known', feed, guid: entry.guid, url: url!, document };
}

/** The last known document of an address: fetched for another feed, by hand, or by a retry. */
async function documentAt(url: string | null, { ledger }: TakeMeans): Promise<string | null> {
  if (url === null || !(await ledger.isFetched(url))) return null;
  const visited = (await ledger.visits({ url })).findLast(({ became }) => became !== null)?.became;
  return visited ?? (await ledger.documents({ location: url, limit: 500 })).rows.at(-1)?.sha256 ?? null;
}

async function takeNew(
  feed: string,
  entry: ListingEntry,
  item: ItemState,
  means: TakeMeans,
): Promise<WatchEvent> {
  const { ledger, now } = means;
  const { guid } = entry;
  const url = entry.url ?? `${feed}#${guid}`;
  try {
    const document = await fetchItem(feed, entry, means);
    if (!document) throw new ReportedlyError('input-empty', { input: url });
    const reading = await means.reader.read(document);
    const took = { ...item, document: document.sha256 };
    const here = (await ledger.document(document.sha256)) !== null;
    await ledger.record([{ document, reading }, ...(await newEntries(document, means))], {
      retractions: await selfRetractions(ledger, document.sha256, reading.article, means.who),
      collecting: [means.state.itemChange(feed, guid, took)],
      // The same bytes at another address: that they stand there too is kept.
      visits: here ? [sameBytes(url, document, now())] : [],
    });
    means.state.tookItem(feed, guid, took);
    const { title } = reading.article;
    return {
      what: 'new',
      ...{ feed, guid, url, document: document.sha256, title, claims: reading.claims.length },
    };
  } catch (error) {
    if (!(error instanceof ReportedlyError) || error.exit !== 1) throw error;
    return failedNew(feed, entry, item, error, means);
  }
}

async function fetchItem(feed: string, entry: ListingEntry, means: TakeMeans): Promise<Document | null> {
  const context = { given: {}, anyType: false, now: means.now };
  if (entry.url === null) return carriedText(entry, feed, context);
  const page = await means.session.fetch(entry.url, { byProgram: true, signal: means.signal });
  return documentOf(page, entry.url, itemOf(entry, feed), context);
}

/** The failure is kept with what a retry needs; where the feed carries the whole text, that is taken meanwhile. */
async function failedNew(
  feed: string,
  entry: ListingEntry,
  item: ItemState,
  error: ReportedlyError,
  means: TakeMeans,
): Promise<WatchEvent> {
  const { ledger, now } = means;
  const { guid } = entry;
  const url = entry.url ?? feed;
  const [before] = await ledger.failures({ input: [url] });
  const due = whenDue(error.code, (before?.times ?? 0) + 1, now(), error.details.until ?? null);
  await ledger.noteFailures([
    {
      ...{ input: url, source: url, code: error.code, message: error.message },
      settings: { given: { item: itemOf(entry, feed) }, allowHosts: means.session.policy.allowHosts },
      due: due?.toISOString() ?? null,
    },
  ]);
  await keep(feed, guid, item, means);
  return { what: 'item-failed', feed, guid, url, error };
}

/** Asks for the page of an item that is known, and records what became of it together with the item. */
export async function visitItem(
  feed: string,
  guid: string,
  { before, after }: { before: ItemState; after: ItemState },
  because: 'edited' | 'left out',
  entry: ListingEntry | null,
  means: TakeMeans,
): Promise<WatchEvent> {
  const { state } = means;
  const [url, document] = [after.url!, after.document!];
  try {
    const change = (became: string | null) => ({ ...after, document: became ?? document });
    const visit = await visitPage(
      {
        ...{ url, document, item: entry ? itemOf(entry, feed) : null },
        collecting: ({ became }) => [state.itemChange(feed, guid, change(became))],
      },
      means,
    );
    state.tookItem(feed, guid, change(visit.became));
    return { what: 'visited', feed, guid, because, visit };
  } catch (error) {
    if (!(error instanceof ReportedlyError) || error.exit !== 1) throw error;
    // As it was, so that the next poll tries again; not for ever.
    const tries = before.tries + 1;
    await keep(feed, guid, tries >= MOST_TRIES ? after : { ...before, tries }, means);
    return { what: 'item-failed', feed, guid, url, error };
  }
}

async function keep(
  feed: string,
  guid: string,
  item: ItemState,
  { ledger, state }: TakeMeans,
): Promise<void> {
  await ledger.record([], { collecting: [state.itemChange(feed, guid, item)] });
  state.tookItem(feed, guid, item);
}

function sameBytes(url: string, { sha256, provenance }: Document, now: Date) {
  const { finalUrl, redirects = [], status, headers } = provenance;
  return {
    ...{ url, document: sha256, became: sha256, sha256, outcome: 'same' as const, at: now.toISOString() },
    ...{ finalUrl, redirects, status, headers, notice: null, claims: { changed: [], gone: [] } },
  };
}
