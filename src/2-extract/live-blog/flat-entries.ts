/**
 * Entries that follow one another without an element of their own: a line with a time of day and an anchor, then paragraphs
 * up to the next. Their times must run in one direction, so that a report with a few times in it is none.
 */
import { childrenOf, collapse, type DomDocument, type DomElement, isElement, nameOf } from '../html/dom.ts';
import { endsSentence } from '../text/lines.ts';
import { entryText } from './entry-text.ts';
import type { MarkedEntry } from './marked-entries.ts';
import { ownAddress } from './own-address.ts';

const MIN_ENTRIES = 3;
const MIN_TEXT = 40;
const MAX_CHILDREN = 5_000;
const CLOCK =
  /^\W{0,3}(\d{1,2})[:.h](\d{2})(?:\s?([apAP])\.?[mM]\.?)?(?=$|[\s,:–—|-])(?:\s?(?:GMT|UTC|[A-Z]{1,3}T)\b)?/;
const MARKERS = /^(?:h[2-6]|p|div|a|strong|header)$/;

export function flatEntries(document: DomDocument, location: string | null): MarkedEntry[] {
  const parents = new Set<DomElement>();
  for (const marker of document.querySelectorAll('h2, h3, h4, h5, h6, p[id], div[id], a[id], a[name]')) {
    const parent = marker.parentNode;
    if (parent && isElement(parent) && CLOCK.test(collapse(marker.textContent ?? '').slice(0, 30)))
      parents.add(parent);
    if (parents.size > 50) break;
  }
  let best: MarkedEntry[] = [];
  for (const parent of parents) {
    const entries = entriesUnder(parent, location);
    if (entries.length > best.length) best = entries;
  }
  return best;
}

function entriesUnder(parent: DomElement, location: string | null): MarkedEntry[] {
  const pieces: { marker: DomElement; clock: string; minutes: number; elements: DomElement[] }[] = [];
  let children = 0;
  for (const child of childrenOf(parent)) {
    if (!isElement(child) || ++children > MAX_CHILDREN) continue;
    const clock = MARKERS.test(nameOf(child)) ? clockOf(child, location) : null;
    if (clock) pieces.push({ marker: child, ...clock, elements: [child] });
    else pieces.at(-1)?.elements.push(child);
  }
  if (pieces.length < MIN_ENTRIES || !inOneDirection(pieces.map(({ minutes }) => minutes))) return [];
  const entries = pieces.map(({ marker, clock, elements }): MarkedEntry | null => {
    const own = ownAddress(marker, location)!;
    const { title, author, paragraphs } = entryText(elements);
    const bare = title?.replace(CLOCK, '').replace(/^[\s,:–—|-]+/, '') ?? '';
    const text = paragraphs
      .map((paragraph, i) => (i === 0 ? paragraph.replace(CLOCK, '').replace(/^[\s,:–—|-]+/, '') : paragraph))
      .filter((paragraph) => paragraph !== '')
      .join('\n\n');
    if (text.length < MIN_TEXT || !paragraphs.some((paragraph) => endsSentence(paragraph))) return null;
    return {
      ...own,
      title: bare === '' ? null : bare,
      authors: author === null ? [] : [author],
      published: clock,
      modified: null,
      text,
      elements,
    };
  });
  const whole = entries.filter((entry) => entry !== null);
  const ids = new Set(whole.map(({ id }) => id));
  return whole.length >= MIN_ENTRIES && whole.length >= pieces.length * 0.8 && ids.size === whole.length
    ? whole
    : [];
}

function clockOf(element: DomElement, location: string | null): { clock: string; minutes: number } | null {
  const match = CLOCK.exec(collapse(element.textContent ?? '').slice(0, 40));
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2]);
  if (!match || hour > 23 || minute > 59) return null;
  const own = ownAddress(element, location);
  if (own === null || own.leadsAway) return null;
  const half = match[3]?.toLowerCase();
  return {
    clock: match[0].trim(),
    minutes: (half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour) * 60 + minute,
  };
}

/** One turn over midnight is allowed. */
function inOneDirection(minutes: readonly number[]): boolean {
  const turns = (sign: 1 | -1) =>
    minutes.filter((value, i) => i > 0 && (value - minutes[i - 1]!) * sign < 0).length;
  return turns(1) <= 1 || turns(-1) <= 1;
}
