/** One address to a document, or to the listing that stands there. */
import { ReportedlyError } from '../../errors.ts';
import type { FeedItem } from '../../records/index.ts';
import type { AcquireContext, Acquired } from '../importer.ts';
import { findListing } from '../listings/find-listing.ts';
import type { Listing } from '../listings/listing.ts';
import { makeDocument, type Origin } from '../make-document.ts';
import type { FetchedPage } from './fetch-page.ts';

export interface FetchSettings {
  /** A listing named the address, and no person. */
  byProgram: boolean;
  /** A listing there is followed; else it is no report, and an error. */
  mayList: boolean;
  item: FeedItem | null;
}

export type Fetched =
  | { what: 'document'; acquired: Acquired }
  | { what: 'listing'; listing: Listing; finalUrl: string };

export type FetchContext = Pick<AcquireContext, 'given' | 'anyType' | 'now' | 'web' | 'signal'>;

/** A coded error becomes a failure that names the address; anything else is thrown on. */
export async function fetchDocument(
  address: string,
  { byProgram, mayList, item }: FetchSettings,
  context: FetchContext,
): Promise<Fetched> {
  try {
    const page = await context.web.fetch(address, { byProgram, signal: context.signal });
    const listing = mayList ? listingOf(page, address, context.web.policy.maxBytes) : null;
    if (listing) return { what: 'listing', listing, finalUrl: page.finalUrl };
    const document = documentOf(page, address, item, context);
    return { what: 'document', acquired: { ok: true, input: address, document } };
  } catch (error) {
    if (!(error instanceof ReportedlyError)) throw error;
    return { what: 'document', acquired: { ok: false, input: address, error } };
  }
}

/** @throws ReportedlyError `listing-broken` */
export function listingOf(page: FetchedPage, input: string, maxBytes: number): Listing | null {
  return findListing(page.bytes, page.declared.charset, page.finalUrl, { maxBytes, input });
}

/** @throws ReportedlyError `input-…` */
export function documentOf(
  page: FetchedPage,
  address: string,
  item: FeedItem | null,
  context: Pick<FetchContext, 'given' | 'anyType' | 'now'>,
) {
  return makeDocument(page.bytes, originOf(page, address, item), context);
}

export function originOf(
  { finalUrl, redirects, status, headers, declared }: FetchedPage,
  address: string,
  item: FeedItem | null,
): Origin {
  return { how: 'url', location: address, finalUrl, redirects, status, headers, declared, item };
}
