/** Days of the Gregorian calendar, and of the Solar Hijri calendar that Iran and Afghanistan date by. */

export interface Day {
  year: number;
  month: number;
  day: number;
}

const YEARS = { first: 1900, last: 2100 };

export function isDay({ year, month, day }: Day): boolean {
  if (year < YEARS.first || year > YEARS.last || month < 1 || month > 12) return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO weekday, Monday = 1. */
export function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** Years whose dates we read: 1921 to 2120. */
const JALALI_YEARS = { first: 1300, last: 1498 };

export function isJalaliYear(year: number): boolean {
  return year >= JALALI_YEARS.first && year <= JALALI_YEARS.last;
}

/** The same day in the Gregorian calendar, or null where there is none. The 33-year rule holds for the years we read. */
export function fromJalali({ year, month, day }: Day): Day | null {
  if (!isJalaliYear(year) || month < 1 || month > 12 || day < 1) return null;
  const length = month <= 6 ? 31 : month <= 11 || isJalaliLeap(year) ? 30 : 29;
  if (day > length) return null;
  const before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const days = startOf(year) + before + day - 1;
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days from 1970-01-01 to the first day of a year. */
function startOf(year: number): number {
  const leaps = (upTo: number) => Math.floor(upTo / 33) * 8 + Math.floor(((upTo % 33) + 3) / 4);
  // 1595 is where the cycle of 33 years begins anew.
  // 1 Farvardin 1396 was 21 March 2017.
  const known = { year: 1396, days: Date.UTC(2017, 2, 21) / 86_400_000 };
  const from = (one: number) => 365 * one + leaps(one + 1595);
  return known.days + from(year) - from(known.year);
}

function isJalaliLeap(year: number): boolean {
  return startOf(year + 1) - startOf(year) === 366;
}
