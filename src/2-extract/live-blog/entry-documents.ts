/** A live blog to the documents of its entries. Pure: where, when and how they came is what is known of the page. */
import { makeDocument } from '../../1-acquire/make-document.ts';
import type { Document } from '../../records/index.ts';
import { NO_DATE_WORDS } from '../dates/date-words.ts';
import { declaredCharset } from '../decode/declared-charset.ts';
import { decode } from '../decode/decode.ts';
import { pageTree } from '../html/page-tree.ts';
import { metadataOfPage } from '../metadata/page-metadata.ts';
import { findEntries, mayBeLiveBlog } from './find-entries.ts';
import { LIVE_ENTRY_TYPE, type LiveEntryDocument } from './live-entry.ts';

const PAGES = new Set(['text/html', 'application/xhtml+xml']);

/** @returns the documents of a live blog's entries in the order of the page; none for anything else. Never throws. */
export function entryDocuments(document: Document): Document[] {
  if (!PAGES.has(document.mediaType)) return [];
  try {
    return split(document);
  } catch {
    // The tree is another library's: the page is then read as one.
    return [];
  }
}

function split(document: Document): Document[] {
  const { bytes, charset, given, provenance } = document;
  const { text: html } = decode(bytes, charset ?? declaredCharset(bytes));
  if (!mayBeLiveBlog(html)) return [];
  const from = given.url ?? provenance.finalUrl ?? null;
  const tree = pageTree(html);
  const blog = tree.tooLarge ? null : findEntries(tree.document, from);
  if (!blog) return [];
  const { url, publisher, language, published, modified } = metadataOfPage(
    tree.document,
    from,
    NO_DATE_WORDS,
  );
  const address = url ?? from;
  const about = { url: address, publisher, language };
  const day = onlyDay(published[0]?.text, modified[0]?.text);
  return blog.entries.map((entry) => entryDocument({ blog: about, entry }, day, document));
}

function entryDocument(content: LiveEntryDocument, day: string | null, page: Document): Document {
  const { entry, blog } = content;
  const { how, location, fetched, status } = page.provenance;
  const publisher = page.given.publisher;
  return makeDocument(
    new TextEncoder().encode(JSON.stringify(content)),
    {
      // What an entry holds is what the page carries of it; it has no page of its own to be asked for again.
      how: how === 'url' ? 'feed' : how,
      location: `${location}${location.includes('#') ? ',' : '#'}entry=${entry.id}`,
      ...(entry.url === null ? {} : { finalUrl: entry.url }),
      ...(status === null ? {} : { status }),
      fetched,
      mediaType: LIVE_ENTRY_TYPE,
      // Not in the bytes: they stay the same while the entry does.
      item: { feed: blog.url ?? location, guid: entry.id, title: null, published: day, updated: null },
    },
    {
      given: publisher === undefined ? {} : { publisher },
      anyType: false,
      now: () => new Date(fetched),
    },
  );
}

/** A blog that ran over several days does not say on which of them an entry was written that shows only a time. */
function onlyDay(published: string | undefined, modified: string | undefined): string | null {
  const day = (text: string | undefined) => /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? null;
  const first = day(published);
  return modified === undefined || day(modified) === first ? first : null;
}
