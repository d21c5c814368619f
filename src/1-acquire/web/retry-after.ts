/** When a busy server asks to be asked again (RFC 9110, Retry-After): seconds, or a date. */
import type { IncomingHttpHeaders } from 'node:http';
import { headerOf } from './headers.ts';

/** Longer is taken for a mistake, and cut. */
const MOST_MS = 7 * 24 * 3600 * 1000;

export function retryAfter(headers: IncomingHttpHeaders, now: Date): Date | null {
  const value = headerOf(headers, 'retry-after')?.trim() ?? '';
  const wait = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return Number.isFinite(wait) && wait >= 0 ? new Date(now.getTime() + Math.min(wait, MOST_MS)) : null;
}
