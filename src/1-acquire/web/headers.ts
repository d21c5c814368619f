/** Headers of an answer. */
import type { IncomingHttpHeaders } from 'node:http';

const MAX_HEADERS = 60;
const MAX_HEADER_LENGTH = 2_000;
/** Kept as evidence, but for what is a secret of this visit. */
const LEFT_OUT = new Set([
  'set-cookie',
  'set-cookie2',
  'authorization',
  'proxy-authenticate',
  'www-authenticate',
]);

export function headerOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** In the order of their names, so that the same answer is recorded the same. */
export function keptHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers)
    .filter(([name, value]) => value !== undefined && !LEFT_OUT.has(name))
    .map(([name, value]): [string, string] => [
      name,
      (Array.isArray(value) ? value.join(', ') : String(value)).slice(0, MAX_HEADER_LENGTH),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept.slice(0, MAX_HEADERS));
}

/** Media type in lower case and charset of a Content-Type header; null where it says none. */
export function contentType(header: string | null): { mediaType: string | null; charset: string | null } {
  const value = (header ?? '').slice(0, 300);
  const mediaType = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(value)?.[1]?.toLowerCase() ?? null;
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(value)?.[1] ?? null;
  return { mediaType, charset };
}
