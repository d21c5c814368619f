/** RSS, Atom, RDF and JSON feeds. One that is broken or breaks off gives the items that are whole. */
import { parseFeed } from 'feedsmith';
import { wholeItems } from './broken-feed.ts';
import { itemsOf } from './feed-items.ts';
import type { Listing, ListingEntry } from './listing.ts';

/** A feed that says so may rest for long, but not for ever. */
const MOST_MINUTES = 24 * 60;

export function readFeed(whole: string, base: string | null): Listing {
  const text = withoutDoctype(whole);
  let parts: ReturnType<typeof parseFeed>[];
  let isPartial = breaksOff(text);
  try {
    parts = [parseFeed(text)];
  } catch {
    isPartial = true;
    parts = [...wholeItems(text)].flatMap((part) => parsed(part) ?? []);
  }
  const entries = new Map<string, ListingEntry>();
  // An item that stands twice is one item; the first is the newest by custom.
  for (const part of parts) {
    for (const entry of itemsOf(part, base)) if (!entries.has(entry.guid)) entries.set(entry.guid, entry);
  }
  const feed = parts[0]?.feed as { title?: string | { value?: string }; ttl?: unknown } | undefined;
  const title = typeof feed?.title === 'object' ? feed.title.value : feed?.title;
  const ttl = Number(feed?.ttl);
  return {
    kind: 'feed',
    title: title?.trim() || null,
    entries: [...entries.values()],
    isPartial,
    minutes: ttl > 0 ? Math.min(ttl, MOST_MINUTES) : null,
  };
}

function parsed(text: string): ReturnType<typeof parseFeed> | null {
  try {
    return parseFeed(text);
  } catch {
    return null;
  }
}

/** Its entities are never wanted, and some parsers do harm with them. */
function withoutDoctype(text: string): string {
  const start = text.slice(0, 20_000).search(/<!DOCTYPE\b/i);
  if (start < 0) return text;
  const close = text.indexOf('>', start);
  const open = text.indexOf('[', start);
  const end = open >= 0 && open < close ? text.indexOf(']', open) : close;
  const stop = end < 0 ? -1 : text.indexOf('>', end);
  return stop < 0 ? text : text.slice(0, start) + text.slice(stop + 1);
}

/** A parser may take what ends between two items for whole. */
function breaksOff(text: string): boolean {
  const end = text.slice(-2000).trimEnd();
  return text.trimStart().startsWith('{')
    ? !end.endsWith('}')
    : !/<\/(?:[\w-]{1,20}:)?(?:rss|feed|RDF)\s*>/i.test(end);
}
