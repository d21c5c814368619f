/** Puts █ over words, one for each UTF-16 unit, so that every offset stays as it was. Pure. */
import type { Reading, Span } from '../../records/index.ts';

export type Mask = (text: string) => string;

const BLACK = '█';

/** Matches the names as whole words, in any case, with any white space between their parts. */
export function maskNames(names: readonly string[]): Mask {
  const patterns = names
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
    .map(namePattern);
  if (patterns.length === 0) return (text) => text;
  const pattern = new RegExp(patterns.join('|'), 'giu');
  return (text) => text.replace(pattern, blacken);
}

function namePattern(name: string): string {
  const words = name.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const before = /^[\p{L}\p{N}]/u.test(name) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = /[\p{L}\p{N}]$/u.test(name) ? '(?![\\p{L}\\p{N}])' : '';
  return `${before}${words.join('\\s+')}${after}`;
}

/** White space stays, so that lines and words keep their places. */
export function blacken(words: string): string {
  return words.replace(/[^\s]/g, BLACK);
}

/** Every string in a JSON value masked; keys are ours and stay. */
export function maskAll<T>(value: T, mask: Mask): T {
  if (typeof value === 'string') return mask(value) as T;
  if (Array.isArray(value)) return value.map((item) => maskAll(item, mask)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskAll(item, mask)])) as T;
}

/** A Reading with the words masked in its text and wherever it repeats them; `also` are spans to mask in any case. */
export function maskReading(reading: Reading, mask: Mask, also: readonly Span[] = []): Reading {
  const masked = maskAll(reading, mask);
  for (const [start, end] of also) {
    const { text } = masked.article;
    masked.article.text = text.slice(0, start) + blacken(text.slice(start, end)) + text.slice(end);
  }
  return quoteAgain(masked);
}

/** What is quoted is cut from the masked text: a quotation may begin in the middle of a name. */
function quoteAgain(reading: Reading): Reading {
  const { text } = reading.article;
  const at = (spans: readonly Span[]) => spans.map(([start, end]) => text.slice(start, end)).join(' ');
  const quote = (one: { text: string }, spans: readonly Span[]) => {
    if (spans.length > 0) one.text = at(spans);
  };
  const quoteHop = ({ source, cue }: Reading['claims'][number]['chain'][number]) => {
    quote(source, source.spans);
    if (cue) quote(cue, cue.spans);
  };
  for (const one of [...reading.article.credits, ...reading.names, ...reading.places, ...reading.times]) {
    quote(one, [one.span]);
  }
  for (const { source, cue } of reading.attributions)
    quoteHop({ attribution: null, source, cue, mode: 'direct' });
  for (const claim of reading.claims) {
    quote(claim, claim.spans);
    claim.chain.forEach(quoteHop);
  }
  return reading;
}
