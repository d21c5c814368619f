/** Follows a listing to the documents it names: each address once, several hosts at a time, in the listing's order. */
import { ReportedlyError } from '../../errors.ts';
import { inOrder } from '../../in-order.ts';
import type { Document, FeedItem } from '../../records/index.ts';
import type { AcquireContext, Acquired } from '../importer.ts';
import { makeDocument } from '../make-document.ts';
import { fetchDocument } from '../web/fetch-document.ts';
import type { Listing, ListingEntry } from './listing.ts';

/** Addresses fetched at once; those of one host still wait for each other. */
const AT_ONCE = 6;
const MOST_ENTRIES = 50_000;
/** A list of feeds, or a sitemap of sitemaps, and then pages. */
const DEEPEST = 3;
/** A feed's text of fewer letters is a teaser. */
const WHOLE_TEXT = 500;

export interface ListingPlace {
  /** What the user gave. */
  input: string;
  /** Address of the listing; null for a file. */
  address: string | null;
}

interface Following {
  depth: number;
  /** Addresses taken so far, so that lists that name each other end. */
  seen: Set<string>;
}

export async function* followListing(
  listing: Listing,
  place: ListingPlace,
  context: AcquireContext,
  { depth, seen }: Following = { depth: 1, seen: new Set(place.address === null ? [] : [place.address]) },
): AsyncGenerator<Acquired> {
  const { kind, entries, isPartial } = listing;
  const input = place.address ?? place.input;
  const failure = (code: 'listing-long' | 'listing-partly' | 'listing-deep', details = {}): Acquired => ({
    ok: false,
    input,
    error: new ReportedlyError(code, { input, kind: `a ${kind}`, count: String(entries.length), ...details }),
  });
  if (depth > DEEPEST) {
    yield failure('listing-deep');
    return;
  }
  const wanted = newEntries(entries.slice(0, MOST_ENTRIES), seen, context);
  const work = (entry: ListingEntry) => take(entry, listing, input, context);
  for await (const taken of inOrder(wanted, AT_ONCE, work)) {
    if (!('listing' in taken)) yield* taken.documents;
    else
      yield* followListing(taken.listing, { ...place, address: taken.address }, context, {
        depth: depth + 1,
        seen,
      });
  }
  if (isPartial) yield failure('listing-partly');
  if (entries.length > MOST_ENTRIES) yield failure('listing-long', { limit: String(MOST_ENTRIES) });
}

async function* newEntries(
  entries: readonly ListingEntry[],
  seen: Set<string>,
  context: AcquireContext,
): AsyncGenerator<ListingEntry> {
  for (const entry of entries) {
    context.signal?.throwIfAborted();
    if (entry.url === null) yield entry;
    else if (!seen.has(entry.url)) {
      seen.add(entry.url);
      if (entry.leadsTo === 'listing' || !(await context.isKnown(entry.url))) yield entry;
    }
  }
}

type Taken = { documents: Acquired[] } | { listing: Listing; address: string };

async function take(
  entry: ListingEntry,
  { kind }: Listing,
  feed: string,
  context: AcquireContext,
): Promise<Taken> {
  const item = kind === 'feed' || kind === 'sitemap' ? itemOf(entry, feed) : null;
  if (entry.url === null) {
    const document = carriedText(entry, feed, context);
    return { documents: document ? [{ ok: true, input: `${feed}#${entry.guid}`, document }] : [] };
  }
  const mayList = entry.leadsTo === 'listing' || kind === 'list of addresses';
  const found = await fetchDocument(entry.url, { byProgram: true, mayList, item }, context);
  if (found.what === 'listing') return { listing: found.listing, address: found.finalUrl };
  const { acquired } = found;
  // Where the page cannot be had the feed's own text is what there is; the failure stands, to be tried again.
  const carried = acquired.ok || isTeaser(entry) ? null : carriedText(entry, feed, context);
  return {
    documents: carried ? [{ ok: true, input: entry.url, document: carried }, acquired] : [acquired],
  };
}

/** What a feed says of an item, kept with the document. */
export function itemOf({ guid, title, published, updated }: ListingEntry, feed: string): FeedItem {
  return { feed, guid, title, published, updated };
}

const isTeaser = ({ text }: ListingEntry): boolean =>
  (text?.content.replace(/<[^>]*>/g, '').match(/\p{L}/gu)?.length ?? 0) < WHOLE_TEXT;

/** The item's text as a document of its own; null where the feed carries none. */
export function carriedText(
  entry: ListingEntry,
  feed: string,
  context: Pick<AcquireContext, 'given' | 'anyType' | 'now'>,
): Document | null {
  if (!entry.text) return null;
  const { mediaType, content } = entry.text;
  return makeDocument(
    new TextEncoder().encode(content),
    {
      how: 'feed',
      location: entry.url ?? `${feed}#${entry.guid}`,
      ...(entry.url === null ? {} : { finalUrl: entry.url }),
      mediaType,
      declared: { mediaType, charset: 'utf-8' },
      item: itemOf(entry, feed),
    },
    context,
  );
}
