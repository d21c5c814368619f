/** The entries of a live blog, as its JSON-LD lists them and as the page marks them, put together. */
import { createHash } from 'node:crypto';
import type { DomDocument } from '../html/dom.ts';
import { sameWords } from '../text/lines.ts';
import { flatEntries } from './flat-entries.ts';
import { jsonLdEntries } from './json-ld-entries.ts';
import type { LiveEntry } from './live-entry.ts';
import { type MarkedEntry, markedEntries } from './marked-entries.ts';

export interface LiveBlog {
  entries: LiveEntry[];
  /** Elements of the page that are entries, to be taken out of it. */
  marked: MarkedEntry[];
}

const MIN_DECLARED = 2;

/** @returns null where the page is no live blog. Does not change the document. */
export function findEntries(document: DomDocument, location: string | null): LiveBlog | null {
  const declared = jsonLdEntries(document, location);
  const blocks = markedEntries(document, location);
  const marked = blocks.length > 0 ? blocks : flatEntries(document, location);
  if (declared.length < MIN_DECLARED) {
    return marked.length === 0 ? null : { entries: named(marked.map(plain)), marked };
  }
  return { entries: named(together(declared, marked)), marked };
}

/** Cheap: whether a page may be one, so that others need no tree for it. */
export function mayBeLiveBlog(html: string): boolean {
  return (
    html.includes('liveBlogUpdate') ||
    /(?:<time\b[\s\S]*?){3}/i.test(html.slice(0, 3_000_000)) ||
    /(?:>\s{0,9}\d{1,2}[:.h]\d{2}[\s\S]*?){3}/.test(html.slice(0, 3_000_000))
  );
}

/** What JSON-LD says of an entry stands; its text is the longer of the two. What only the page has comes after. */
function together(declared: readonly LiveEntry[], marked: readonly MarkedEntry[]): LiveEntry[] {
  const left = new Set(marked);
  const byId = new Map(marked.map((entry) => [entry.id, entry]));
  const byWords = new Map(marked.map((entry) => [keyOf(entry), entry]));
  const all = declared.map((entry): LiveEntry => {
    const shown = byId.get(nameIn(entry.url)) ?? byWords.get(keyOf(entry));
    if (!shown) return entry;
    left.delete(shown);
    return {
      ...entry,
      id: shown.id,
      url: entry.url ?? shown.url,
      title: entry.title ?? shown.title,
      authors: entry.authors.length > 0 ? entry.authors : shown.authors,
      published: entry.published ?? shown.published,
      text: shown.text.length > entry.text.length ? shown.text : entry.text,
    };
  });
  // Where nothing matches, the page's own marks are the same entries under other names.
  const more = left.size < marked.length ? [...left].map(plain) : [];
  return [...all, ...more];
}

const keyOf = ({ text }: LiveEntry): string => sameWords(text).slice(0, 60);

function nameIn(url: string | null): string {
  if (url === null) return '';
  const { hash, searchParams, pathname } = new URL(url);
  return hash.slice(1) || [...searchParams.values()].at(-1) || (pathname.split('/').at(-1) ?? '');
}

const plain = ({ elements: _, ...entry }: MarkedEntry): LiveEntry => entry;

/** Each with an id of its own: the page's, else what its address or its words come to. */
function named(entries: readonly LiveEntry[]): LiveEntry[] {
  const taken = new Set<string>();
  return entries.map((entry) => {
    let id = (entry.id || nameIn(entry.url) || hashOf(entry)).replace(/[\s,#]+/g, '-').slice(0, 100);
    if (taken.has(id)) id = `${id}.${hashOf(entry)}`;
    taken.add(id);
    return { ...entry, id };
  });
}

function hashOf({ title, text, published }: LiveEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([title, text, published]))
    .digest('hex')
    .slice(0, 12);
}
