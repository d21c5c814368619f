/** Days of the timeline as numbers, and the units they fall into; the server's own rules. */
import type { Timeline } from '../api.ts';

export { dayOf, isoDay, startOf } from '../../../src/5-ledger/read/days.ts';

import { DAYS_IN, dayOf, isoDay, startOf } from '../../../src/5-ledger/read/days.ts';

export type Unit = Timeline['unit'];

/** First day of the unit after the one that begins on `start`. */
export const nextStart = (start: number, unit: Unit): number =>
  unit === 'day' ? start + 1 : startOf(start + Math.round(DAYS_IN[unit]) + (unit === 'week' ? 0 : 5), unit);

/** All bins from the first to the last, by their first days. */
export function startsOf({ first, last, unit }: Timeline): number[] {
  if (first === null || last === null) return [];
  const starts: number[] = [];
  for (let day = dayOf(first); day <= dayOf(last); day = nextStart(day, unit)) starts.push(day);
  return starts;
}

/** Last day that a date, month or year means. */
export function lastDayOf(iso: string): number {
  const unit = iso.length <= 4 ? 'year' : iso.length <= 7 ? 'month' : 'day';
  return nextStart(dayOf(iso), unit) - 1;
}

export const isoRange = (from: number, to: number): [string, string] => [isoDay(from), isoDay(to)];
