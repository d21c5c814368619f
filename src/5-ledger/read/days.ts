/** Days as numbers since 1970, and the units that they fall into. No locale, no zone: UTC. */
import type { TimeUnit } from './overview-types.ts';

const DAY_MS = 86_400_000;

/** The first day that an ISO date, date-time, month or year means; NaN for what is none of these. */
export function dayOf(iso: string | null): number {
  const match = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?=T|~|$)/.exec(iso ?? '');
  if (!match) return Number.NaN;
  const date = new Date(0);
  date.setUTCFullYear(Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1));
  return Math.floor(date.getTime() / DAY_MS);
}

export const isoDay = (day: number): string => {
  const iso = new Date(day * DAY_MS).toISOString();
  return iso.slice(0, iso.indexOf('T'));
};

/** First day of the unit that a day is in; weeks begin on Monday. */
export function startOf(day: number, unit: TimeUnit): number {
  if (unit === 'day') return day;
  // 1 January 1970 was a Thursday.
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * DAY_MS);
  const month = unit === 'year' ? 0 : date.getUTCMonth();
  const start = new Date(0);
  start.setUTCFullYear(date.getUTCFullYear(), month, 1);
  return Math.round(start.getTime() / DAY_MS);
}

/** About how many days a unit has. */
export const DAYS_IN: Record<TimeUnit, number> = { day: 1, week: 7, month: 30.4, year: 365.25 };
