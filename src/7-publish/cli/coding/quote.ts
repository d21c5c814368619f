/** Words that a person copies from a text, found again at their place. White space counts as white space of any kind. */
import { ReportedlyError } from '../../../errors.ts';
import type { Span } from '../../../records/index.ts';

const LONGEST = 20_000;

/** Every place where the words stand, in order. */
export function findWords(text: string, words: string): Span[] {
  const parts = words.trim().slice(0, LONGEST).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  return [...text.matchAll(new RegExp(pattern, 'g'))].map((match): Span => {
    return [match.index, match.index + match[0].length];
  });
}

/** The one place where the words stand, or the `nth` of several (from 1); else a coded error. */
export function quoteIn(text: string, words: string, nth?: number): Span {
  const found = findWords(text, words);
  const span = nth === undefined && found.length === 1 ? found[0] : found[(nth ?? 0) - 1];
  if (span) return span;
  if (found.length > 1 && nth === undefined)
    throw new ReportedlyError('quote-ambiguous', { quote: words, times: String(found.length) });
  const where = found.length === 0 ? 'in the text' : `${nth} times in the text, but ${found.length}`;
  throw new ReportedlyError('quote-not-found', { quote: words, where });
}

/** Where the words stand nearest to an offset; null where they do not. */
export function nearestWords(text: string | null, words: string, near: number): Span | null {
  if (text === null) return null;
  let best: Span | null = null;
  for (const span of findWords(text, words)) {
    if (!best || Math.abs(span[0] - near) < Math.abs(best[0] - near)) best = span;
  }
  return best;
}
