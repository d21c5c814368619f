/** A sitemap (sitemaps.org): the pages of a site, or further sitemaps. */
import { Parser } from 'htmlparser2';
import { isoDate } from './dates.ts';
import { entryOf, type Listing, type ListingEntry, webLink } from './listing.ts';

/** The words of these elements are kept; their prefixes are not. */
const KEPT = new Set(['loc', 'lastmod', 'publication_date', 'title']);
const LONGEST = 4000;

export function readSitemap(text: string, base: string | null): Listing {
  const entries = new Map<string, ListingEntry>();
  let leadsTo: ListingEntry['leadsTo'] = 'page';
  let isClosed = false;
  let path: string[] = [];
  let found: Record<string, string> = {};
  const local = (name: string) => name.replace(/^.*:/, '').toLowerCase();
  const parser = new Parser(
    {
      onopentag(full) {
        const name = local(full);
        if (name === 'url' || name === 'sitemap') {
          leadsTo = name === 'sitemap' ? 'listing' : 'page';
          found = {};
          path = [];
        }
        // Only what stands right inside an entry or its news part: an image has an address too.
        path.push(name);
        if (path.length > 4) path.shift();
      },
      ontext(words) {
        const name = path.at(-1) ?? '';
        if (!KEPT.has(name) || path.includes('image') || path.includes('video')) return;
        found[name] = ((found[name] ?? '') + words).slice(0, LONGEST);
      },
      onclosetag(full, implied) {
        const name = local(full);
        path.pop();
        if ((name === 'urlset' || name === 'sitemapindex') && !implied) isClosed = true;
        if ((name !== 'url' && name !== 'sitemap') || implied) return;
        const url = webLink(found.loc, base);
        if (!url) return;
        const published = isoDate(found.publication_date);
        const updated = isoDate(found.lastmod);
        entries.set(url, {
          ...entryOf(url, leadsTo),
          title: found.title?.trim() || null,
          published,
          updated,
        });
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return {
    kind: 'sitemap',
    title: null,
    entries: [...entries.values()],
    isPartial: !isClosed,
    minutes: null,
  };
}
