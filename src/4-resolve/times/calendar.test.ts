import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  easter,
  isDay,
  isoDay,
  isoWeek,
  mondayOf,
  nthWeekday,
  readDay,
  shiftMonth,
  weekdayOf,
  weekOf,
} from './calendar.ts';

describe('calendar', () => {
  it('knows weekdays and weeks', () => {
    expect(weekdayOf(dayOf(2017, 10, 14))).toBe(6);
    expect(weekdayOf(dayOf(1969, 12, 31))).toBe(3);
    expect(isoWeek(dayOf(2017, 1, 1))).toBe('2016-W52');
    expect(isoWeek(dayOf(2015, 12, 31))).toBe('2015-W53');
    expect(isoDay(nthWeekday(1999, 11, 4, 4))).toBe('1999-11-25');
    expect(isoDay(nthWeekday(2017, 5, 1, -1))).toBe('2017-05-29');
    expect(isoDay(easter(2000))).toBe('2000-04-23');
    expect(shiftMonth(2017, 1, -1)).toEqual({ year: 2016, month: 12 });
    expect(isDay(2016, 2, 29)).toBe(true);
    expect(isDay(2017, 2, 29)).toBe(false);
    expect(readDay('2017-02-30')).toBeNull();
  });

  it('comes back from days and weeks', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (day) => {
        expect(readDay(isoDay(day))).toBe(day);
        const { year, week } = weekOf(day);
        expect(mondayOf(year, week) + weekdayOf(day) - 1).toBe(day);
      }),
    );
  });
});
