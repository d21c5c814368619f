import { expect, it } from 'vitest';
import type { ResolvedTime } from '../../5-ledger/index.ts';
import { dayNumber, type Period, timeRelation } from '../incidents/time-fit.ts';
import { judged, mainPeriod, toldPeriod } from './when.ts';

const day = (date: string): Period => ({ from: dayNumber(date), to: dayNumber(date), day: true });
const month: Period = { from: dayNumber('2011-10-01'), to: dayNumber('2011-10-31'), day: false };
const court = { publishedDay: dayNumber('2013-04-12'), inCourt: true };
const said = (date: string, certainty = 'asserted') => {
  const time = { from: date, to: date, precision: 'day', relation: 'at' } as ResolvedTime;
  return { claim: { certainty, event: { time } } };
};

it('takes no day after the report for what has happened', () => {
  expect(toldPeriod(said('2013-04-20'), court.publishedDay)).toBeNull();
  expect(toldPeriod(said('2013-04-20', 'expected'), court.publishedDay)).not.toBeNull();
  // A day across the date line.
  expect(toldPeriod(said('2013-04-13'), court.publishedDay)).not.toBeNull();
  expect(toldPeriod(said('2013-04-20'), null)).not.toBeNull();
});

it("takes the days just before a court's report for the court's, where there are others", () => {
  expect(mainPeriod([day('2013-04-11'), month], court)).toEqual(month);
  expect(mainPeriod([day('2013-04-11')], court)?.doubtful).toBe(true);
  expect(mainPeriod([day('2013-04-11'), month], { ...court, inCourt: false })).toEqual(day('2013-04-11'));
  expect(judged(day('2013-03-01'), court)?.doubtful).toBeUndefined();
});

it('holds a doubtful day against nothing', () => {
  const doubtful = judged(day('2013-04-11'), court)!;
  expect(timeRelation(doubtful, day('2011-10-21'))).toBe('unknown');
  expect(timeRelation(doubtful, day('2013-04-11'))).toBe('same-day');
  expect(timeRelation(day('2013-04-11'), day('2011-10-21'))).toBe('apart');
});
