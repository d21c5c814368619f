/** What stretch of days a TIMEX3 value covers, and how exact it is. */
import type { Time } from '../../records/index.ts';
import { dayOf, isoDay, mondayOf, monthLength, readDay, shiftMonth, weekdayOf } from './calendar.ts';

export interface Stretch {
  from: string | null;
  to: string | null;
  precision: Time['precision'];
  weekday: number | null;
}

export const NOWHERE: Stretch = { from: null, to: null, precision: 'unknown', weekday: null };

/** Months in which the seasons of the northern half begin. */
const SEASON_START: Record<string, number> = { SP: 3, SU: 6, FA: 9, WI: 12 };

function months(year: number, month: number, count: number, precision: Time['precision']): Stretch {
  const end = shiftMonth(year, month, count - 1);
  return {
    from: isoDay(dayOf(year, month, 1)),
    to: isoDay(dayOf(end.year, end.month, monthLength(end.year, end.month))),
    precision,
    weekday: null,
  };
}

function years(first: number, count: number): Stretch {
  return {
    from: isoDay(dayOf(first, 1, 1)),
    to: isoDay(dayOf(first + count - 1, 12, 31)),
    precision: 'year',
    weekday: null,
  };
}

/**
 * The stretch of a value: `2017-10-06`, `2017-10`, `2017`, `2017-W40`, `2017-W40-WE`, `2017-Q3`, `2017-H1`,
 * `2017-SU`, `199` (decade), `19` (century), each day also with a time (`T17:00`, `TMO`). Anything else, a
 * duration, a set, `PAST_REF`, is nowhere.
 */
export function stretchOf(value: string | null): Stretch {
  if (value === null) return NOWHERE;
  const day = readDay(value);
  if (day !== null) {
    const date = isoDay(day);
    const clock = /T(\d\d)(?::(\d\d))?/.exec(value);
    const at = clock === null ? date : `${date}T${clock[1]}:${clock[2] ?? '00'}`;
    return { from: at, to: at, precision: 'day', weekday: weekdayOf(day) };
  }
  const match = /^(\d{4})(?:-(?:(\d\d)|W(\d\d)(-WE)?|Q([1-4])|H([12])|(SP|SU|FA|WI)))?$/.exec(value);
  if (match === null) {
    if (/^\d{3}$/.test(value)) return years(Number(value) * 10, 10);
    return /^\d\d$/.test(value) ? years(Number(value) * 100, 100) : NOWHERE;
  }
  const year = Number(match[1]);
  if (match[2] !== undefined)
    return Number(match[2]) > 12 ? NOWHERE : months(year, Number(match[2]), 1, 'month');
  if (match[3] !== undefined) {
    const monday = mondayOf(year, Number(match[3]));
    const from = match[4] === undefined ? monday : monday + 5;
    return { from: isoDay(from), to: isoDay(monday + 6), precision: 'week', weekday: null };
  }
  if (match[5] !== undefined) return months(year, Number(match[5]) * 3 - 2, 3, 'month');
  if (match[6] !== undefined) return months(year, Number(match[6]) * 6 - 5, 6, 'month');
  if (match[7] !== undefined) {
    // The winter of a year is the one it begins with, as TIMEX3 has it: here from December on.
    return months(year, SEASON_START[match[7]]!, 3, 'month');
  }
  return years(year, 1);
}
