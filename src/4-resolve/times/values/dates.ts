/** Dates: with a year, without one, months, years, holidays. */
import {
  type Day,
  dayOf,
  easter,
  isDay,
  isoDay,
  isoMonth,
  isoWeek,
  isoYear,
  nthWeekday,
  partsOf,
  shiftMonth,
  weekdayOf,
} from '../calendar.ts';
import type { TimeWords } from '../time-words.ts';
import { fromPublished, type Groups, stated, type TimeContext, type Worked } from './context.ts';
import { readDate, readYear } from './numbers.ts';

/**
 * Days by which a date to come seems further off than one gone by, by the tense of the words around; and the other
 * way about where they speak of what is to come.
 */
const AHEAD: Record<'past' | 'none' | 'future', number> = { past: 200, none: 60, future: 0 };
/** "met on December 3" was in December gone by, however far. */
const AHEAD_OF_NEAR_PAST = 800;
const BEHIND: Record<'past' | 'none' | 'future', number> = { past: 0, none: 0, future: 120 };

export function monthOf(groups: Groups, words: TimeWords): number | null {
  if (groups.mm !== undefined) return Number(groups.mm);
  return words.month.get((groups.m ?? '').toLowerCase()) ?? null;
}

/** The year of a date or month that comes without one, and what it was taken from. */
function yearFor(
  month: number,
  day: number,
  context: TimeContext,
  weekday: number | null = null,
): { year: number; anchor: Worked['anchor'] } | null {
  if (context.year !== null && (context.published === null || context.history))
    return { year: context.year.year, anchor: context.year.index < 0 ? null : context.year.index };
  if (context.published === null) return null;
  const { year } = partsOf(context.published);
  const tense = context.tense ?? 'none';
  let best = { year, cost: Number.POSITIVE_INFINITY };
  for (const candidate of [year - 1, year, year + 1]) {
    const here = dayOf(candidate, month, day);
    // A weekday said with the date tells the year.
    if (weekday !== null && weekdayOf(here) !== weekday) continue;
    const ahead = here - context.published;
    const late = tense === 'past' && context.near ? AHEAD_OF_NEAR_PAST : AHEAD[tense];
    const cost = Math.abs(ahead) + (ahead > 0 ? late : ahead < 0 ? BEHIND[tense] : 0);
    if (cost < best.cost) best = { year: candidate, cost };
  }
  return { year: best.year, anchor: 'published' };
}

/** With the part of the day where one is named: "the night of October 3". */
function onDay(
  day: Day,
  anchor: Worked['anchor'],
  groups: Groups,
  words: TimeWords,
  implied = false,
): Worked {
  const part = words.daypart.get((groups.dp ?? '').toLowerCase());
  return part === undefined
    ? { type: 'DATE', value: isoDay(day), anchor, implied }
    : { type: 'TIME', value: `${isoDay(day)}T${part}`, anchor, implied };
}

/** A day, month and perhaps year: "October 3, 2017", "Friday, 3 October", "last August 3". */
export function date(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const month = monthOf(groups, words);
  const day = readDate(groups.d, words);
  if (month === null || day === null || !isDay(2000, month, day)) return null;
  const year = readYear(groups.y, undefined, words);
  if (year !== null)
    return isDay(year, month, day) ? onDay(dayOf(year, month, day), null, groups, words) : null;
  const step = groups.step?.toLowerCase();
  if (step !== undefined && step !== 'this')
    context = { ...context, tense: step === 'next' ? 'future' : 'past' };
  const found = yearFor(month, day, context, words.weekday.get((groups.wd ?? '').toLowerCase()) ?? null);
  if (found === null)
    return stated('DATE', `XXXX-${isoMonth(0, month).slice(5)}-${String(day).padStart(2, '0')}`);
  if (!isDay(found.year, month, day)) return null;
  return onDay(dayOf(found.year, month, day), found.anchor, groups, words, true);
}

/** "October 3-7", "3 to 7 October": a stretch of days. "3 and 7 October" is two days, of which the first is given. */
export function dayRange(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const first = date(groups, context, words);
  const last = date({ ...groups, d: groups.d2 }, context, words);
  if (first?.value == null || last?.value == null || last.value <= first.value) return null;
  return { ...first, until: last.value };
}

export function month(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const number = monthOf(groups, words);
  if (number === null) return null;
  const year = readYear(groups.y, groups.ys, words);
  if (year !== null) return stated('DATE', isoMonth(year, number));
  const found = yearFor(number, 15, context);
  if (found === null) return stated('DATE', `XXXX-${isoMonth(0, number).slice(5)}`);
  return { type: 'DATE', value: isoMonth(found.year, number), anchor: found.anchor, implied: true };
}

/** "last August", "next May": the nearest one before or after the publication. */
export function stepMonth(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const number = monthOf(groups, words);
  const by = words.step.get((groups.step ?? '').toLowerCase());
  if (number === null || by === undefined) return null;
  if (context.published === null) return stated('DATE', `XXXX-${isoMonth(0, number).slice(5)}`);
  const now = partsOf(context.published);
  let { year } = now;
  if (by < 0 && number >= now.month) year--;
  if (by > 0 && number <= now.month) year++;
  return fromPublished('DATE', isoMonth(year, number));
}

/** "March last year". */
export function monthStepYear(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const number = monthOf(groups, words);
  const by = words.step.get((groups.step ?? '').toLowerCase()) ?? 0;
  if (number === null) return null;
  if (context.published === null) return stated('DATE', `XXXX-${isoMonth(0, number).slice(5)}`);
  return fromPublished('DATE', isoMonth(partsOf(context.published).year + by, number));
}

export function year(groups: Groups, _context: TimeContext, words: TimeWords): Worked | null {
  const value = readYear(groups.y, groups.ys, words);
  return value === null ? null : stated('DATE', isoYear(value));
}

export function decade(groups: Groups): Worked | null {
  const digits = groups.dec ?? '';
  return stated('DATE', digits.length === 4 ? digits.slice(0, 3) : `19${digits[0]}`);
}

export function century(groups: Groups): Worked | null {
  const number = Number(groups.c);
  return number > 0 && number < 30 ? stated('DATE', String(number - 1).padStart(2, '0')) : null;
}

/** Movable feasts by name, fixed ones by month and day. */
function holidayIn(code: string, inYear: number): Day {
  if (code === 'thanksgiving') return nthWeekday(inYear, 11, 4, 4);
  if (code === 'labor-day') return nthWeekday(inYear, 9, 1, 1);
  if (code === 'memorial-day') return nthWeekday(inYear, 5, 1, -1);
  if (code === 'easter') return easter(inYear);
  if (code === 'good-friday') return easter(inYear) - 2;
  return dayOf(inYear, Number(code.slice(0, 2)), Number(code.slice(3)));
}

export function holiday(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const code = words.holiday.get((groups.h ?? '').toLowerCase());
  if (code === undefined) return null;
  const given = readYear(groups.y, undefined, words);
  if (given !== null) return stated('DATE', isoDay(holidayIn(code, given)));
  if (context.published === null) return stated('DATE', null);
  const now = partsOf(context.published).year;
  const days = [now - 1, now, now + 1].map((one) => holidayIn(code, one));
  const step = groups.step?.toLowerCase();
  const past = days.findLast((day) => day < context.published!)!;
  const next = days.find((day) => day >= context.published!)!;
  if (step === 'last') return fromPublished('DATE', isoDay(past));
  if (step === 'next' || context.tense === 'future') return fromPublished('DATE', isoDay(next));
  const near = next - context.published < context.published - past ? next : past;
  return fromPublished('DATE', isoDay(context.tense === 'past' ? past : near));
}

/** "the week of October 3". */
export function weekOfDate(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const found = date(groups, context, words);
  if (found?.value == null || found.value.startsWith('X')) return found;
  const [y, m, d] = found.value.split('-').map(Number) as [number, number, number];
  return { ...found, value: isoWeek(dayOf(y, m, d)) };
}

export function yearEnd(_groups: Groups, context: TimeContext): Worked | null {
  if (context.published === null) return stated('DATE', null);
  const now = partsOf(context.published);
  const end = shiftMonth(now.year, 12, 0);
  return fromPublished('DATE', isoMonth(end.year, end.month));
}
