/** A text file that holds nothing but addresses, one a line; blank lines and lines that begin with # are passed over. */
import { entryOf, type Listing, type ListingEntry, webLink } from './listing.ts';

/** @returns null where a line is anything else: then it is a text */
export function readAddresses(text: string): Listing | null {
  const entries = new Map<string, ListingEntry>();
  for (const line of text.split(/\r\n?|\n/)) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    if (!/^https?:\/\/\S+$/i.test(trimmed)) return null;
    // What is no address is left to be told so when its turn comes.
    const url = webLink(trimmed, null) ?? trimmed;
    entries.set(url, entryOf(url, 'page'));
  }
  return {
    kind: 'list of addresses',
    title: null,
    entries: [...entries.values()],
    isPartial: false,
    minutes: null,
  };
}
