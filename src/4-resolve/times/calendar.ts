/** Plain calendar arithmetic in days since 1970-01-01 (Gregorian); no clock, no locale. */

export type Day = number;

const MS = 86_400_000;

export function dayOf(year: number, month: number, day: number): Day {
  return Math.round(Date.UTC(year, month - 1, day) / MS);
}

export function partsOf(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

export function isoDay(day: Day): string {
  const { year, month, day: date } = partsOf(day);
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
}

export function isoMonth(year: number, month: number): string {
  return `${pad(year, 4)}-${pad(month)}`;
}

export function isoYear(year: number): string {
  return pad(year, 4);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Days of a month. */
export function monthLength(year: number, month: number): number {
  return partsOf(dayOf(year, month + 1, 1) - 1).day;
}

/** Whether year, month and day name a real day. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/** A month so many months away. */
export function shiftMonth(year: number, month: number, by: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + by;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** ISO week: the one that holds the year's first Thursday is the first. */
export function weekOf(day: Day): { year: number; week: number } {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = partsOf(thursday);
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
}

export function isoWeek(day: Day): string {
  const { year, week } = weekOf(day);
  return `${pad(year, 4)}-W${pad(week)}`;
}

/** Monday of an ISO week. */
export function mondayOf(year: number, week: number): Day {
  const fourth = dayOf(year, 1, 4);
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

/** Reads `YYYY-MM-DD`, also at the start of a date-time; null when it is none. */
export function readDay(text: string): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return isDay(year, month, day) ? dayOf(year, month, day) : null;
}

/** The nth (or, negative, nth last) weekday of a month. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  if (nth > 0) {
    const first = dayOf(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  }
  const last = dayOf(year, month, monthLength(year, month));
  return last - ((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7;
}

/** Easter Sunday (Gregorian), by the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, ch. 8). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayOf(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}
