/** Where the figures of a toll stand in its drawing. */
import type { Incident } from '../api.ts';

export type Entry = Incident['tolls'][number]['entries'][number];

/** A letter for each origin, in the order in which they first told a figure. */
export function letters(entries: readonly Entry[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { origin } of entries) if (!keys.has(origin)) keys.set(origin, letter(keys.size));
  return keys;
}

const letter = (n: number): string =>
  n < 26 ? String.fromCharCode(65 + n) : `${letter(n / 26 - 1)}${letter(n % 26)}`;

export interface Bar {
  entry: Entry;
  x: number;
  /** Ends of the range; null where the figure leaves that end open. */
  low: number | null;
  high: number | null;
}

export interface Scale {
  bars: Bar[];
  days: { x: number; iso: string }[];
  numbers: { y: number; n: number }[];
}

export const BOX = { width: 640, height: 190, left: 52, right: 24, top: 16, bottom: 34 };

/** Dated figures, placed by time of publication and number; null where no two differ, and the table says it all. */
export function scaleOf(entries: readonly Entry[]): Scale | null {
  const dated = entries.flatMap((entry) => {
    const at = Date.parse(entry.published ?? '');
    return Number.isNaN(at) || (entry.low === null && entry.high === null) ? [] : [{ entry, at }];
  });
  if (new Set(dated.map(({ entry: { low, high } }) => `${low} ${high}`)).size < 2) return null;
  const times = dated.map(({ at }) => at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const most = Math.max(...dated.map(({ entry }) => entry.high ?? entry.low ?? 0), 1);
  const top = roundUp(most);
  const { width, height, left, right, top: above, bottom } = BOX;
  const inner = width - left - right - 40;
  const x = (at: number) =>
    Math.round(left + 20 + (first === last ? inner / 2 : (inner * (at - first)) / (last - first)));
  const y = (n: number) => Math.round(height - bottom - ((height - above - bottom) * n) / top);
  const crowd = new Map<number, number>();
  const bars = dated.map(({ entry, at }) => {
    const beside = crowd.get(x(at)) ?? 0;
    crowd.set(x(at), beside + 1);
    const aside = Math.ceil(beside / 2) * 18 * (beside % 2 === 0 ? 1 : -1);
    return {
      entry,
      x: x(at) + aside,
      low: entry.low === null ? null : y(entry.low),
      high: entry.high === null ? null : y(entry.high),
    };
  });
  const isos = new Map(dated.map(({ entry, at }) => [x(at), entry.published!.slice(0, 10)]));
  return { bars, days: apart(isos), numbers: [0, top / 2, top].map((n) => ({ n, y: y(n) })) };
}

/** Names of days that do not run into one another. */
function apart(days: ReadonlyMap<number, string>): Scale['days'] {
  const kept: Scale['days'] = [];
  for (const [x, iso] of [...days].sort(([a], [b]) => a - b))
    if (kept.length === 0 || x - kept.at(-1)!.x > 90) kept.push({ x, iso });
  return kept;
}

/** The next of 2, 4, 10, 20, 40, 100 … that holds it: half of it is whole. */
function roundUp(n: number): number {
  for (let unit = 1; ; unit *= 10) for (const step of [2, 4, 10]) if (step * unit >= n) return step * unit;
}
