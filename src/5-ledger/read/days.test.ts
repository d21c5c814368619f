import { expect, it } from 'vitest';
import { dayOf, isoDay, startOf } from './days.ts';

it('reads what the ledger keeps, and nothing else', () => {
  expect(dayOf('1970-01-02')).toBe(1);
  expect(dayOf('1969-12-31T23:59Z')).toBe(-1);
  expect(isoDay(dayOf('2017-10'))).toBe('2017-10-01');
  expect(isoDay(dayOf('0033'))).toBe('0033-01-01');
  for (const none of [null, '', 'October', '2017-1', '17-10-01']) expect(dayOf(none)).toBeNaN();
});

it('weeks begin on Monday, months and years on their first day', () => {
  const start = (iso: string, unit: 'week' | 'month' | 'year') => isoDay(startOf(dayOf(iso), unit));
  expect(['2017-10-08', '2017-10-09', '1969-12-31', '1950-01-01'].map((day) => start(day, 'week'))).toEqual([
    '2017-10-02',
    '2017-10-09',
    '1969-12-29',
    '1949-12-26',
  ]);
  expect(start('2016-02-29', 'month')).toBe('2016-02-01');
  expect(start('2016-12-31', 'year')).toBe('2016-01-01');
});
