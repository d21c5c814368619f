import { describe, expect, it } from 'vitest';
import { toEdtf } from './edtf.ts';
import { stretchOf } from './timex.ts';

describe('what a value covers', () => {
  it.each([
    ['2017-10-06', '2017-10-06', '2017-10-06', 'day'],
    ['2017-10-06T17:00', '2017-10-06T17:00', '2017-10-06T17:00', 'day'],
    ['2017-10-06TMO', '2017-10-06', '2017-10-06', 'day'],
    ['2016-02', '2016-02-01', '2016-02-29', 'month'],
    ['2017', '2017-01-01', '2017-12-31', 'year'],
    ['2017-W40', '2017-10-02', '2017-10-08', 'week'],
    ['2017-W40-WE', '2017-10-07', '2017-10-08', 'week'],
    ['2017-Q3', '2017-07-01', '2017-09-30', 'month'],
    ['2017-H1', '2017-01-01', '2017-06-30', 'month'],
    ['2017-WI', '2017-12-01', '2018-02-28', 'month'],
    ['199', '1990-01-01', '1999-12-31', 'year'],
    ['19', '1900-01-01', '1999-12-31', 'year'],
  ])('%s', (value, from, to, precision) => expect(stretchOf(value)).toMatchObject({ from, to, precision }));

  it.each([null, 'P2W', 'PAST_REF', 'XXXX-WXX-5', 'XXXX-10-03', '2017-13', '2017-02-30'])(
    '%s is nowhere',
    (value) => {
      expect(stretchOf(value)).toMatchObject({ from: null, to: null, precision: 'unknown' });
    },
  );
});

describe('EDTF', () => {
  const time = (value: string | null, relation: 'at' | 'since' | 'until' | 'after' | 'before' = 'at') => {
    const { from, to, precision } = stretchOf(value);
    const open = relation === 'since' || relation === 'after';
    return {
      value,
      relation,
      precision,
      from: relation === 'until' || relation === 'before' ? null : from,
      to: open ? null : to,
    };
  };
  it.each([
    [time('2017-10-06'), '2017-10-06'],
    [time('2017-10'), '2017-10'],
    [time('2017-SU'), '2017-22'],
    [time('2017-W40'), '2017-10-02/2017-10-08'],
    [time('199'), '199X'],
    [time('2017-10-06', 'since'), '2017-10-06/..'],
    [time('2017-10-06', 'until'), '../2017-10-06'],
    [time('PAST_REF'), null],
  ])('%o', (one, edtf) => expect(toEdtf(one)).toBe(edtf));
});
