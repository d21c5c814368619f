/** A list of reports: a feed, a list of feeds, a sitemap, or a text file of addresses. Read as data, never run or shown. */

/** What a listing says of one page. */
export interface ListingEntry {
  /** Where the page is; null where the listing gives its text and no address. */
  url: string | null;
  /** Whether a list is there (a feed, a further sitemap) or a page. */
  leadsTo: 'page' | 'listing';
  /** The feed's own id of the item, else its address; the same item keeps it. */
  guid: string;
  title: string | null;
  /** ISO 8601, where the listing gives a day and it can be read. */
  published: string | null;
  updated: string | null;
  /** The item's text where the feed carries it whole. */
  text: { mediaType: 'text/html' | 'text/plain'; content: string } | null;
}

export interface Listing {
  kind: 'feed' | 'list of feeds' | 'sitemap' | 'list of addresses';
  title: string | null;
  entries: ListingEntry[];
  /** It broke off or is damaged, and `entries` are what could be read. */
  isPartial: boolean;
  /** How long its publisher says it stays as it is; null: not said. */
  minutes: number | null;
}

export const entryOf = (url: string, leadsTo: ListingEntry['leadsTo']): ListingEntry => ({
  url,
  leadsTo,
  guid: url,
  title: null,
  published: null,
  updated: null,
  text: null,
});

/** The absolute http(s) address of a link, null where it is none. */
export function webLink(link: string | undefined, base: string | null): string | null {
  const trimmed = link?.trim() ?? '';
  if (trimmed === '' || trimmed.length > 4000 || !URL.canParse(trimmed, base ?? undefined)) return null;
  const url = new URL(trimmed, base ?? undefined);
  url.hash = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}
