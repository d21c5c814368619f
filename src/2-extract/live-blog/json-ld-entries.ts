/** Entries that a page's JSON-LD lists: schema.org LiveBlogPosting with its liveBlogUpdate. */

import type { DomDocument } from '../html/dom.ts';
import { fragmentText, isFragment } from '../html/fragment-text.ts';
import { type Json, jsonLdOf, namesIn, nodesOf, stringsIn } from '../metadata/json-ld.ts';
import { webAddress } from '../metadata/web-address.ts';
import type { LiveEntry } from './live-entry.ts';

const MAX_ENTRIES = 2_000;

export function jsonLdEntries(document: DomDocument, location: string | null): LiveEntry[] {
  const entries: LiveEntry[] = [];
  for (const script of jsonLdOf(document)) {
    for (const node of nodesOf(script, /(?:^|[/:])LiveBlogPosting$/)) {
      const updates = Array.isArray(node.liveBlogUpdate)
        ? node.liveBlogUpdate
        : [node.liveBlogUpdate ?? null];
      for (const update of updates.slice(0, MAX_ENTRIES - entries.length)) {
        const entry = entryOf(update, location);
        if (entry) entries.push(entry);
      }
    }
  }
  return entries;
}

function entryOf(update: Json, location: string | null): LiveEntry | null {
  if (typeof update !== 'object' || update === null || Array.isArray(update)) return null;
  const one = (name: string) => stringsIn(update[name])[0] ?? null;
  const body = typeof update.articleBody === 'string' ? update.articleBody : (one('text') ?? '');
  const text = isFragment(body) ? fragmentText(body) : body.trim();
  const title = one('headline') ?? one('name');
  const address =
    one('url') ??
    one('@id') ??
    (typeof update.mainEntityOfPage === 'string' ? one('mainEntityOfPage') : null);
  const url = webAddress(address, location);
  if (text === '' && title === null) return null;
  return {
    id: '',
    url: url === location ? null : url,
    title,
    authors: namesIn(update.author).slice(0, 12),
    published: one('datePublished'),
    modified: one('dateModified'),
    text,
  };
}
