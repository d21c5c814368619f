/** What each rule's action does: the table from names in times-rules.tsv to functions. */
import type { TimeWords } from '../time-words.ts';
import { clock, oclock } from './clock.ts';
import type { Groups, TimeContext, Worked } from './context.ts';
import * as dates from './dates.ts';
import * as durations from './durations.ts';
import * as periods from './periods.ts';
import * as weekdays from './weekdays.ts';

export type Action = (groups: Groups, context: TimeContext, words: TimeWords) => Worked | null;

export const ACTIONS: Record<string, Action> = {
  date: dates.date,
  'day-range': dates.dayRange,
  month: dates.month,
  'month-step-year': dates.monthStepYear,
  'step-month': dates.stepMonth,
  year: dates.year,
  decade: dates.decade,
  century: dates.century,
  holiday: dates.holiday,
  'week-of': dates.weekOfDate,
  'year-end': dates.yearEnd,
  weekday: weekdays.weekday,
  'step-weekday': weekdays.stepWeekday,
  'weekday-step-week': weekdays.weekdayOfWeek,
  'every-weekday': weekdays.everyWeekday,
  deictic: weekdays.deictic,
  'day-beside-deictic': weekdays.besideDeictic,
  'day-beside-weekday': weekdays.besideWeekday,
  'step-daypart': weekdays.stepDaypart,
  'bare-daypart': weekdays.bareDaypart,
  'narrative-day': weekdays.narrativeDay,
  overnight: weekdays.overnight,
  'the-weekend': weekdays.theWeekend,
  'step-unit': periods.stepUnit,
  season: periods.season,
  'step-season': periods.season,
  'n-units-way': periods.nUnitsWay,
  'vague-way': durations.vagueWay,
  'year-earlier': periods.yearEarlier,
  'year-earlier-quarter': periods.yearEarlierQuarter,
  'that-unit': periods.thatUnit,
  'the-unit': periods.theUnit,
  quarter: periods.quarter,
  'latest-quarter': periods.latestQuarter,
  half: periods.half,
  duration: durations.duration,
  'vague-duration': durations.vagueDuration,
  'range-duration': durations.rangeDuration,
  'plural-duration': durations.vagueDuration,
  'unit-long': durations.unitLong,
  'one-unit': durations.oneUnit,
  every: durations.every,
  'every-season': durations.everySeason,
  'every-month': durations.everyMonth,
  frequency: durations.frequency,
  'once-a': durations.every,
  reference: durations.reference,
  clock,
  oclock,
};
