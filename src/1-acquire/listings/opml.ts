/** OPML: the feeds that a reader of feeds was told to follow. */
import { Parser } from 'htmlparser2';
import { entryOf, type Listing, type ListingEntry, webLink } from './listing.ts';

export function readOpml(text: string, base: string | null): Listing {
  const entries = new Map<string, ListingEntry>();
  let title = '';
  let at = '';
  let isClosed = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        at = name.toLowerCase();
        if (at !== 'outline') return;
        const link = Object.entries(attributes).find(([key]) => key.toLowerCase() === 'xmlurl')?.[1];
        const url = webLink(link, base);
        if (url)
          entries.set(url, {
            ...entryOf(url, 'listing'),
            title: attributes.title ?? attributes.text ?? null,
          });
      },
      ontext(words) {
        if (at === 'title' && title.length < 1000) title += words;
      },
      onclosetag(name, implied) {
        at = '';
        if (name.toLowerCase() === 'opml' && !implied) isClosed = true;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return {
    kind: 'list of feeds',
    title: title.trim() || null,
    entries: [...entries.values()],
    isPartial: !isClosed,
    minutes: null,
  };
}
