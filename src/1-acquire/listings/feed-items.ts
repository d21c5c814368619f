/** Items of the four kinds of feeds as entries of a listing. */
import { createHash } from 'node:crypto';
import type { parseFeed } from 'feedsmith';
import { isoDate } from './dates.ts';
import { type ListingEntry, webLink } from './listing.ts';

type Parsed = ReturnType<typeof parseFeed>;
type Of<F extends Parsed['format']> = Extract<Parsed, { format: F }>['feed'];

export function itemsOf(parsed: Parsed, base: string | null): ListingEntry[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => rssItem(item, base));
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => atomEntry(entry, base));
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => rdfItem(item, base));
    case 'json':
      return (parsed.feed.items ?? []).map((item) => jsonItem(item, base));
  }
}

function rssItem(item: NonNullable<Of<'rss'>['items']>[number], base: string | null): ListingEntry {
  const { guid, link, title, pubDate, content, description, atom, dc } = item;
  const permalink = guid?.isPermaLink === false ? undefined : guid?.value;
  const url = webLink(link, base) ?? webLink(permalink, base);
  const published = isoDate(pubDate) ?? isoDate(dc?.dates?.[0]);
  const updated = isoDate(atom?.updated);
  // A description is a teaser, but for an item without a page, whose text it is.
  const html = content?.encoded ?? (url === null ? description : undefined);
  return entry({ url, id: guid?.value, title, published, updated, html });
}

function atomEntry(item: NonNullable<Of<'atom'>['entries']>[number], base: string | null): ListingEntry {
  const { id, links = [], title, published, updated, content, summary } = item;
  const own = links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? undefined;
  const url = webLink(own?.href, base);
  const whole = content?.value ?? (url === null ? summary?.value : undefined);
  const isPlain = (content?.value === undefined ? summary?.type : content.type) === 'text';
  return entry({
    url,
    id,
    title: title?.value,
    published: isoDate(published),
    updated: isoDate(updated),
    ...(isPlain ? { plain: whole } : { html: whole }),
  });
}

function rdfItem(item: NonNullable<Of<'rdf'>['items']>[number], base: string | null): ListingEntry {
  const { link, title, rdf, dc, content, description } = item;
  const url = webLink(link, base) ?? webLink(rdf?.about, base);
  const html = content?.encoded ?? (url === null ? description : undefined);
  return entry({ url, id: rdf?.about, title, published: isoDate(dc?.dates?.[0]), updated: null, html });
}

function jsonItem(item: NonNullable<Of<'json'>['items']>[number], base: string | null): ListingEntry {
  const { id, url, title, date_published, date_modified, content_html, content_text } = item;
  return entry({
    url: webLink(url, base),
    id: id === undefined ? undefined : String(id),
    title,
    published: isoDate(date_published),
    updated: isoDate(date_modified),
    html: content_html,
    plain: content_text,
  });
}

interface Item {
  url: string | null;
  id: string | undefined;
  title: string | undefined;
  published: string | null;
  updated: string | null;
  html?: string | undefined;
  plain?: string | undefined;
}

function entry({ url, id, title, published, updated, html, plain }: Item): ListingEntry {
  const text = html?.trim()
    ? ({ mediaType: 'text/html', content: html } as const)
    : plain?.trim()
      ? ({ mediaType: 'text/plain', content: plain } as const)
      : null;
  const guid = id?.trim().slice(0, 2000) || url || fingerprint([title, published, text?.content]);
  return {
    url,
    leadsTo: 'page',
    guid,
    title: title?.trim().slice(0, 1000) || null,
    published,
    updated,
    text,
  };
}

/** Changes when anything that the listing says of an entry does. */
export function fingerprintOf({ url, title, published, updated, text }: ListingEntry): string {
  return fingerprint([url, title, published, updated, text?.content]);
}

function fingerprint(parts: readonly (string | null | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
