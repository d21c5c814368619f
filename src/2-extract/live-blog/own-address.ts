/** What a piece of a page calls itself by: its id, or a link to itself. */
import type { DomElement } from '../html/dom.ts';
import { webAddress } from '../metadata/web-address.ts';

export interface OwnAddress {
  /** Empty where only its words tell it from others. */
  id: string;
  url: string | null;
  /** Its heading is a link to another page: a teaser. */
  leadsAway: boolean;
}

const MAX_LINKS = 30;

/** @returns null where it has no name of its own */
export function ownAddress(element: DomElement, location: string | null): OwnAddress | null {
  const id = element.getAttribute('id') ?? element.querySelector('[id]')?.getAttribute('id') ?? null;
  const leadsAway = headingLeadsAway(element, location);
  let links = 0;
  for (const link of element.querySelectorAll('a')) {
    if (++links > MAX_LINKS) break;
    const href = link.getAttribute('href') ?? '';
    const name = nameInLink(href, location);
    if (name === null) continue;
    const url = webAddress(href, location);
    return { id: id ?? name, url, leadsAway };
  }
  if (id === null || id.length > 200) return null;
  const anchored = location === null ? null : webAddress(`#${id}`, location);
  return { id, url: anchored, leadsAway };
}

/** The part of a link to this very page that tells one of its pieces: a fragment, or a parameter that names one. */
function nameInLink(href: string, location: string | null): string | null {
  if (/^#[\w:.-]{2,200}$/.test(href)) return href.slice(1);
  if (location === null || !URL.canParse(href, location)) return null;
  const [to, here] = [new URL(href, location), new URL(location)];
  if (to.origin !== here.origin || to.pathname !== here.pathname) return null;
  if (/^#[\w:.-]{2,200}$/.test(to.hash)) return to.hash.slice(1);
  const named = [...to.searchParams].find(([key]) =>
    /post|update|entry|block|item|asset|event|id/i.test(key),
  );
  return named ? named[1].slice(0, 200) : null;
}

function headingLeadsAway(element: DomElement, location: string | null): boolean {
  const link = element.querySelector('h1 a, h2 a, h3 a, h4 a, h5 a') ?? linkAround(element);
  const href = link?.getAttribute('href') ?? '';
  if (href === '' || href.startsWith('#')) return false;
  if (location === null || !URL.canParse(href, location)) return /^(?:https?:|\/)/.test(href);
  const [to, here] = [new URL(href, location), new URL(location)];
  // Some outlets give each entry a page of its own below that of the blog.
  return to.origin !== here.origin || !to.pathname.startsWith(here.pathname.replace(/\/$/, ''));
}

/** A link that wraps a heading. */
function linkAround(element: DomElement): DomElement | null {
  const heading = element.querySelector('a h1, a h2, a h3, a h4, a h5');
  const parent = heading?.parentNode as DomElement | null | undefined;
  return parent && parent.localName?.toLowerCase() === 'a' ? parent : null;
}
