/** The address a page gives as its own. */
import type { PageFacts } from './page-metadata.ts';

const MAX_LENGTH = 2_000;

/** @returns the canonical address, absolute; null where the page gives none that is http or https */
export function addressOfPage({ document, meta, jsonLd, location }: PageFacts): string | null {
  const canonical = document.querySelector('link[rel~=canonical]')?.getAttribute('href') ?? null;
  for (const address of [canonical, meta.first('og:url'), jsonLd.url]) {
    const absolute = webAddress(address, location);
    if (absolute) return absolute;
  }
  return null;
}

export function webAddress(address: string | null, base: string | null): string | null {
  if (!address || address.length > MAX_LENGTH) return null;
  if (!URL.canParse(address, base ?? undefined)) return null;
  const url = new URL(address, base ?? undefined);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** The day in an address such as `/2017/10/07/title`, as many outlets file their reports; null where there is none. */
export function dayInAddress(address: string): string | null {
  const match = /\/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?:[/-]|$)/.exec(address);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : null;
}
