/** Days, ISO weeks, months and years that a happening falls in; none where it reaches over more than one. */
import { dayNumber, dayText } from '../../../6-reconcile/incidents/time-fit.ts';

export interface NamedPeriod {
  name: string;
  from: string;
  to: string;
}

export function periodOf(
  { from, to }: { from: string; to: string },
  unit: 'day' | 'week' | 'month' | 'year',
): NamedPeriod | null {
  const [a, b] = [named(from, unit), named(to, unit)];
  // A night belongs to the day it began.
  if (unit === 'day') return dayNumber(to)! - dayNumber(from)! <= 1 ? a : null;
  return a.name === b.name ? a : null;
}

function named(day: string, unit: 'day' | 'week' | 'month' | 'year'): NamedPeriod {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (unit === 'day') return { name: day, from: day, to: day };
  if (unit === 'year')
    return { name: day.slice(0, 4), from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
  if (unit === 'month') {
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return { name: day.slice(0, 7), from: `${day.slice(0, 7)}-01`, to: `${day.slice(0, 7)}-${last}` };
  }
  return isoWeek(day);
}

/** "2017-W40": Monday to Sunday, the year of its Thursday. */
function isoWeek(day: string): NamedPeriod {
  const n = dayNumber(day)!;
  // Day 0, 1 January 1970, was a Thursday.
  const monday = n - ((((n + 3) % 7) + 7) % 7);
  const thursday = dayText(monday + 3);
  const first = dayNumber(`${thursday.slice(0, 4)}-01-01`)!;
  const week = 1 + Math.floor((monday + 3 - first) / 7);
  return {
    name: `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`,
    from: dayText(monday),
    to: dayText(monday + 6),
  };
}
