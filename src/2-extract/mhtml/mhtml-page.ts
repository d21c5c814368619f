/** The page in an MHTML file: its first part that is HTML, with the address and charset it was saved with. */
import { mimeParts } from './mime-parts.ts';

export interface PackedPage {
  bytes: Uint8Array;
  charset: string | null;
  address: string | null;
}

/** Null where there is no page in it. */
export function mhtmlPage(bytes: Uint8Array): PackedPage | null {
  const { headers, parts } = mimeParts(bytes);
  const saved = headers.get('snapshot-content-location') ?? null;
  const pages = parts.filter((part) => /^text\/html\b/i.test(part.headers.get('content-type') ?? ''));
  const page =
    pages.find((part) => saved !== null && part.headers.get('content-location') === saved) ?? pages[0];
  if (!page) return null;
  const address = page.headers.get('content-location') ?? saved;
  const type = page.headers.get('content-type') ?? '';
  return {
    bytes: page.bytes,
    charset: /\bcharset\s*=\s*["']?([\w.:-]{1,40})/i.exec(type)?.[1] ?? null,
    address: address !== null && /^https?:/i.test(address) ? address : saved,
  };
}
