/** An entry of a live blog: a document of its own, made of what the page says of it and nothing that changes while it does not. */

export const LIVE_ENTRY_TYPE = 'application/vnd.reportedly.live-entry+json';

export interface LiveEntry {
  /** What the page calls it by, to tell it from the others. */
  id: string;
  /** Its own address; null where the page gives none. */
  url: string | null;
  title: string | null;
  authors: string[];
  /** As written. */
  published: string | null;
  modified: string | null;
  /** Paragraphs parted by blank lines. */
  text: string;
}

/** What the bytes of such a document hold. */
export interface LiveEntryDocument {
  blog: { url: string | null; publisher: string | null; language: string | null };
  entry: LiveEntry;
}
