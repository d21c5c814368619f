/**
 * Entries that a page marks: siblings that each have a time, an id or an address of their own on this page, and sentences;
 * together most of the page's words. Lists of other articles, which link away, and comments are none.
 */
import { collapse, type DomDocument, type DomElement, type DomNode, isElement, nameOf } from '../html/dom.ts';
import { endsSentence } from '../text/lines.ts';
import { entryText } from './entry-text.ts';
import type { LiveEntry } from './live-entry.ts';
import { ownAddress } from './own-address.ts';

export interface MarkedEntry extends LiveEntry {
  /** Taken out of the page that holds it. */
  elements: DomElement[];
}

const MIN_ENTRIES = 3;
const MAX_TIMES = 3_000;
/** How far above its time an entry may begin. */
const MAX_CLIMB = 10;
const MIN_TEXT = 40;
/** Of the page's words that stand in no link. */
const MIN_SHARE = 0.4;
const NOT_ENTRIES =
  /(?:^|[\s_-])(?:comments?|repl(?:y|ies)|disqus|related|recommend\w*|teasers?|cards?|promo\w*)(?:$|[\s_-])/i;
const TIME = 'time, [itemprop=datePublished], [itemprop=dateModified]';

/** @param location the page's address, to tell an entry's address from that of another page */
export function markedEntries(document: DomDocument, location: string | null): MarkedEntry[] {
  const groups = new Map<DomNode, Set<DomElement>>();
  let times = 0;
  for (const time of document.querySelectorAll(TIME)) {
    if (++times > MAX_TIMES) break;
    let child: DomElement = time;
    for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
      const parent = child.parentNode;
      if (!parent || !isElement(parent) || nameOf(parent) === 'html') break;
      groups.set(parent, (groups.get(parent) ?? new Set()).add(child));
      child = parent;
    }
  }
  const body = wordsOutsideLinks(document.body);
  let best: { entries: MarkedEntry[]; length: number } = { entries: [], length: 0 };
  for (const [parent, children] of groups) {
    if (children.size < MIN_ENTRIES || isNoList(parent as DomElement)) continue;
    const entries = [...children].map((child) => entryAt(child, location)).filter((entry) => entry !== null);
    const length = entries.reduce((sum, { text }) => sum + text.length, 0);
    if (entries.length < Math.max(MIN_ENTRIES, children.size * 0.6) || length < body * MIN_SHARE) continue;
    if (!areEntries(entries)) continue;
    if (length > best.length || (length === best.length && entries.length > best.entries.length))
      best = { entries, length };
  }
  return best.entries;
}

/** Each has its own name, and most their own time. */
function areEntries(entries: readonly MarkedEntry[]): boolean {
  const ids = new Set(entries.map(({ id }) => id).filter((id) => id !== ''));
  const times = new Set(entries.map(({ published }) => published));
  return ids.size >= entries.length * 0.8 && times.size >= Math.max(2, entries.length * 0.5);
}

function isNoList(element: DomElement): boolean {
  return NOT_ENTRIES.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`);
}

function entryAt(element: DomElement, location: string | null): MarkedEntry | null {
  if (isNoList(element) || /Comment$/.test(element.getAttribute('itemtype') ?? '')) return null;
  const own = ownAddress(element, location);
  if (own === null || own.leadsAway) return null;
  const { title, author, paragraphs } = entryText([element]);
  const text = paragraphs.join('\n\n');
  if (text.length < MIN_TEXT || !paragraphs.some((paragraph) => endsSentence(paragraph))) return null;
  const { published, modified } = timesOf(element);
  return {
    ...own,
    title,
    authors: author === null ? [] : [author],
    published,
    modified,
    text,
    elements: [element],
  };
}

function timesOf(element: DomElement): { published: string | null; modified: string | null } {
  let published: string | null = null;
  let modified: string | null = null;
  for (const time of element.querySelectorAll(TIME)) {
    const text =
      time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent?.trim() ?? '';
    if (text === '') continue;
    const says = `${time.getAttribute('itemprop') ?? ''} ${time.getAttribute('class') ?? ''}`;
    if (/modif|updat/i.test(says)) modified ??= text;
    else published ??= text;
  }
  return { published: published ?? modified, modified: published === null ? null : modified };
}

function wordsOutsideLinks(root: DomElement | null): number {
  if (!root) return 0;
  let links = 0;
  for (const link of root.querySelectorAll('a')) links += link.textContent?.length ?? 0;
  return Math.max(0, collapse(root.textContent ?? '').length - links);
}
