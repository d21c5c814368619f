/** Weekdays and days counted from today: "Friday", "last Monday", "yesterday", "the next day". */
import { type Day, isoDay, isoWeek, weekdayOf } from '../calendar.ts';
import type { TimeWords } from '../time-words.ts';
import { fromPublished, type Groups, stated, type TimeContext, type Worked } from './context.ts';

/** `TMO`, `T12:00` or nothing, for the part of the day named with a day. */
export function partOfDay(groups: Groups, words: TimeWords): string {
  const text = (groups.dp ?? groups.dp2 ?? groups.mo ?? '').toLowerCase().replace(/^mid-?/, '');
  const code = words.daypart.get(text) ?? words.moment.get(text);
  return code === undefined ? '' : `T${code}`;
}

function withPart(day: Day, part: string): { type: Worked['type']; value: string } {
  return part === '' ? { type: 'DATE', value: isoDay(day) } : { type: 'TIME', value: isoDay(day) + part };
}

/** The latest such day on or before a day, or, to come, the first on or after it. */
function nearest(weekday: number, from: Day, ahead: boolean): Day {
  const back = (weekdayOf(from) - weekday + 7) % 7;
  return ahead ? from + ((7 - back) % 7) : from - back;
}

/** A weekday: past unless the words speak of what is to come; a day itself counts as its own latest. */
export function weekday(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const number = words.weekday.get((groups.wd ?? '').toLowerCase());
  if (number === undefined) return null;
  const part = partOfDay(groups, words);
  const step = groups.step?.toLowerCase();
  if (context.published === null) {
    if (context.day === null) return { ...stated('DATE', `XXXX-WXX-${number}${part}`), weekday: number };
    const day = nearest(number, context.day.day, true);
    return { ...withPart(day, part), anchor: context.day.index, weekday: number };
  }
  if (step === 'last' || step === 'next')
    return stepped(number, step === 'last' ? -1 : 1, context.published, part);
  const day = nearest(number, context.published, context.tense === 'future');
  return { ...withPart(day, part), anchor: 'published', weekday: number };
}

/** "last Monday" on a Monday is the one a week ago. */
function stepped(number: number, by: number, published: Day, part: string): Worked {
  const day = by < 0 ? nearest(number, published - 1, false) : nearest(number, published + 1, true);
  return { ...withPart(day, part), anchor: 'published', weekday: number };
}

export function stepWeekday(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const number = words.weekday.get((groups.wd ?? '').toLowerCase());
  const by = words.step.get((groups.step ?? '').toLowerCase());
  if (number === undefined || by === undefined) return null;
  if (context.published === null || by === 0) return weekday({ wd: groups.wd }, context, words);
  return stepped(number, by, context.published, '');
}

/** "Monday last week": counted in whole weeks from the publication's. */
export function weekdayOfWeek(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const number = words.weekday.get((groups.wd ?? '').toLowerCase());
  const by = words.step.get((groups.step ?? '').toLowerCase()) ?? 0;
  if (number === undefined) return null;
  if (context.published === null) return { ...stated('DATE', `XXXX-WXX-${number}`), weekday: number };
  const day = context.published - weekdayOf(context.published) + number + by * 7;
  return { ...fromPublished('DATE', isoDay(day)), weekday: number };
}

/** "the day before Friday". */
export function besideWeekday(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const base = weekday(groups, context, words);
  const by = words.way.get((groups.way ?? '').toLowerCase());
  if (base === null || by === undefined || context.published === null) return base;
  const number = words.weekday.get((groups.wd ?? '').toLowerCase())!;
  return fromPublished('DATE', isoDay(nearest(number, context.published, context.tense === 'future') + by));
}

/** "yesterday", "tomorrow night", "tonight". */
export function deictic(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const word = (groups.dn ?? '').toLowerCase();
  const by = words.deictic.get(word);
  if (by === undefined) return null;
  const part = word === 'tonight' ? 'TNI' : partOfDay(groups, words);
  if (context.published === null) return stated(part === '' ? 'DATE' : 'TIME', null);
  return { ...withPart(context.published + by, part), anchor: 'published' };
}

/** "the day before yesterday". */
export function besideDeictic(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const by = words.deictic.get((groups.dn ?? '').toLowerCase()) ?? 0;
  if (context.published === null) return stated('DATE', null);
  return fromPublished('DATE', isoDay(context.published + by + Math.sign(by)));
}

/** "this morning", "that night", "the next evening". */
export function stepDaypart(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const step = (groups.step ?? '').toLowerCase();
  const part = partOfDay(groups, words);
  if (step === 'this' || step === 'last') {
    if (context.published === null) return stated('TIME', null);
    return fromPublished('TIME', isoDay(context.published - (step === 'last' ? 1 : 0)) + part);
  }
  return narrative(/next|following/.test(step) ? 1 : /previous/.test(step) ? -1 : 0, context, part);
}

/** A day counted from the day last told of; unknown when none was. */
function narrative(by: number, context: TimeContext, part = ''): Worked {
  if (context.day === null) return stated(part === '' ? 'DATE' : 'TIME', part === '' ? 'XXXX-XX-XX' : null);
  return { ...withPart(context.day.day + by, part), anchor: context.day.index };
}

/** "the next day", "the same day", "the previous day". */
export function narrativeDay(groups: Groups, context: TimeContext): Worked | null {
  const step = (groups.step ?? '').toLowerCase();
  return narrative(/next|following/.test(step) ? 1 : step === 'same' ? 0 : -1, context);
}

/** "overnight": the night that led into the day of publication, or the day told of in the same sentence. */
export function overnight(_groups: Groups, context: TimeContext): Worked | null {
  if (context.day !== null && context.day.sentence === context.sentence)
    return { type: 'TIME', value: `${isoDay(context.day.day)}TNI`, anchor: context.day.index };
  if (context.published === null) return stated('TIME', null);
  return fromPublished('TIME', `${isoDay(context.published - 1)}TNI`);
}

/** "in the morning", "at night": of the day told of, else of no day in particular. */
export function bareDaypart(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const part = partOfDay(groups, words);
  if (context.day !== null && context.sentence - context.day.sentence <= 1)
    return { type: 'TIME', value: isoDay(context.day.day) + part, anchor: context.day.index };
  if (context.published === null) return stated('TIME', null);
  return fromPublished('TIME', isoDay(context.published) + part);
}

/** "every Friday", "on Fridays". */
export function everyWeekday(groups: Groups, _context: TimeContext, words: TimeWords): Worked | null {
  const name = (groups.wd ?? groups.wds?.replace(/s$/i, '') ?? '').toLowerCase();
  const number = words.weekday.get(name);
  return number === undefined ? null : stated('SET', `XXXX-WXX-${number}${partOfDay(groups, words)}`);
}

export function weekend(by: number, context: TimeContext): Worked {
  if (context.published === null) return stated('DATE', null);
  return fromPublished('DATE', `${isoWeek(context.published + by * 7)}-WE`);
}

/** "over the weekend": the one that ended last, or the one it is. */
export function theWeekend(_groups: Groups, context: TimeContext): Worked | null {
  if (context.published === null) return stated('DATE', null);
  const now = weekdayOf(context.published) >= 6 ? 0 : -1;
  return weekend(context.tense === 'future' ? 0 : now, context);
}
