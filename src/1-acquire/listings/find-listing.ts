/** Whether bytes are a listing, and what it lists. */
import { ReportedlyError } from '../../errors.ts';
import { readAddresses } from './addresses.ts';
import { readFeed } from './feed.ts';
import type { Listing } from './listing.ts';
import { isGzip, listingText } from './listing-text.ts';
import { readOpml } from './opml.ts';
import { readSitemap } from './sitemap.ts';

interface Kind {
  name: string;
  start: RegExp;
  read: (text: string, base: string | null) => Listing | null;
}

const PROLOGUE =
  /^(?:\s|<\?[^>]{0,500}\?>|<!--(?:[^-]|-(?!->)){0,5000}-->|<!DOCTYPE(?!\s+html\b)[^[>]{0,500}(?:\[[^\]]{0,20000}\]\s*)?>)*/i;

/** By how they begin, behind what may stand before the first element. */
const KINDS: readonly Kind[] = [
  { name: 'a feed', start: /^<(?:[\w-]{1,20}:)?(?:rss|feed|RDF)\b/i, read: readFeed },
  { name: 'a list of feeds', start: /^<opml\b/i, read: readOpml },
  { name: 'a sitemap', start: /^<(?:[\w-]{1,20}:)?(?:urlset|sitemapindex)\b/i, read: readSitemap },
  {
    name: 'a feed',
    start: /^\{(?=[\s\S]{0,2000}?"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/)/,
    read: readFeed,
  },
  { name: 'a list of addresses', start: /^(?:#[^\n]*\n\s*)*https?:\/\//i, read: readAddresses },
];

const LOOKED_AT = 40_000;

/**
 * @param base address the listing came from, for links that need one
 * @returns null where it is no listing
 * @throws ReportedlyError `listing-broken` where it is one from which nothing can be read, `input-too-large`
 */
export function findListing(
  bytes: Uint8Array,
  charset: string | null,
  base: string | null,
  { maxBytes, input }: { maxBytes: number; input: string },
): Listing | null {
  if (!mayBe(bytes)) return null;
  const text = listingText(bytes, charset, maxBytes, input).replace(/^\ufeff/, '');
  const start = text.slice(0, LOOKED_AT);
  const begins = start.slice(PROLOGUE.exec(start)![0].length);
  const kind = KINDS.find((one) => one.start.test(begins));
  if (!kind) return null;
  const listing = kind.read(text, base);
  if (listing && !(listing.isPartial && listing.entries.length === 0)) return listing;
  if (kind.read === readAddresses) return null;
  throw new ReportedlyError('listing-broken', { input, kind: kind.name, reason: 'no entry of it is whole' });
}

/** Cheap: most documents are none, and large ones need not be decoded to see it. */
function mayBe(bytes: Uint8Array): boolean {
  if (isGzip(bytes)) return true;
  const start = Buffer.from(bytes.subarray(0, 500).filter((byte) => byte !== 0));
  return /^(?:[\xef\xfe\xff][\xbb\xff\xfe]\xbf?)?\s*(?:<[?!a-z]|\{|#|https?:\/\/)/i.test(
    start.toString('latin1'),
  );
}
