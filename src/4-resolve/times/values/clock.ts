/** Times of day: "5 p.m.", "14:30 GMT", "five o'clock in the morning". */
import { isoDay } from '../calendar.ts';
import type { TimeWords } from '../time-words.ts';
import { fromPublished, type Groups, stated, type TimeContext, type Worked } from './context.ts';
import { readCount } from './numbers.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** On the day told of in this sentence or the one before, else that of the publication. */
function onDay(clock: string, context: TimeContext): Worked {
  if (context.day !== null && context.sentence - context.day.sentence <= 1)
    return { type: 'TIME', value: `${isoDay(context.day.day)}T${clock}`, anchor: context.day.index };
  if (context.published === null) return stated('TIME', `XXXX-XX-XXT${clock}`);
  return fromPublished('TIME', `${isoDay(context.published)}T${clock}`);
}

export function clock(groups: Groups, context: TimeContext): Worked | null {
  let hour = Number(groups.h);
  const minute = Number(groups.min ?? 0);
  const half = (groups.ap ?? '').toLowerCase();
  const part = (groups.dp ?? '').toLowerCase();
  const afternoon = half.startsWith('p') || part === 'afternoon' || part === 'evening' || part === 'night';
  if (half !== '' && hour > 12) return null;
  if (afternoon && hour < 12) hour += 12;
  if (half.startsWith('a') && hour === 12) hour = 0;
  return hour > 24 || minute > 59 ? null : onDay(`${pad(hour)}:${pad(minute)}`, context);
}

export function oclock(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const hour = readCount(groups.hw, words);
  if (hour === null || hour < 1 || hour > 24 || hour % 1 !== 0) return null;
  return clock({ h: String(hour), dp: groups.dp ?? groups.dp2 }, context);
}
