import { describe, expect, it } from 'vitest';
import { rules } from '../../../test/support/extract-rules.ts';
import { parseDate } from './parse-date.ts';

const parse = (text: string) => parseDate(text, rules.dateWords);

describe('dates that are written out', () => {
  const cases: [text: string, value: string][] = [
    ['2018-03-07', '2018-03-07'],
    ['20180307', '2018-03-07'],
    ['2018/03/07', '2018-03-07'],
    ['2018-03-07T14:30:00Z', '2018-03-07T14:30:00Z'],
    ['2018-03-07T14:30:00+00:00', '2018-03-07T14:30:00Z'],
    ['2018-03-07T14:30:05.123+02:00', '2018-03-07T14:30:05+02:00'],
    ['2018-03-07 14:30 +0200', '2018-03-07T14:30:00+02:00'],
    ['20180307T143000Z', '2018-03-07T14:30:00Z'],
    ['2018-03-07T14:30:00', '2018-03-07'],
    ['Wed, 07 Mar 2018 14:30:00 GMT', '2018-03-07T14:30:00Z'],
    ['Wed, 7 Mar 2018 14:30:00 -0500', '2018-03-07T14:30:00-05:00'],
    ['Wed Mar 07 2018 14:30:00 GMT+0100 (CET)', '2018-03-07T14:30:00+01:00'],
    ['7 March 2018', '2018-03-07'],
    ['7th of March, 2018', '2018-03-07'],
    ['March 7, 2018', '2018-03-07'],
    ['Mar. 7, 2018', '2018-03-07'],
    ['MARCH 7 2018', '2018-03-07'],
    ['Sept. 9, 2017', '2017-09-09'],
    ['Wednesday 7 March 2018 | 5:03pm', '2018-03-07'],
    ['March 7, 2018 at 2:26 PM EST', '2018-03-07T14:26:00-05:00'],
    ['12:05 a.m. GMT, March 7, 2018', '2018-03-07T00:05:00Z'],
    ['12:05 p.m. GMT, March 7, 2018', '2018-03-07T12:05:00Z'],
    ['March 7, 2018 2 PM UTC', '2018-03-07T14:00:00Z'],
    ['March 7, 2018 2:26 PM ET', '2018-03-07'],
    ['25/12/2017', '2017-12-25'],
    ['12/25/2017', '2017-12-25'],
    ['05/05/2017', '2017-05-05'],
    ['07.10.2017', '2017-10-07'],
    ['07.10.2017, 08:57', '2017-10-07'],
    ['29 February 2016', '2016-02-29'],
    ['13:26 14/09/2017', '2017-09-14'],
    ['8:05am UK, Monday 5 March 2018', '2018-03-05'],
    ['Sat Oct 7 2017, 01:19 hrs', '2017-10-07'],
    ['7:15 a. m. Dec. 7, 2017', '2017-12-07'],
    ['7 October 2017-21:29', '2017-10-07'],
    ['Oct 7 2017, 5:55p', '2017-10-07'],
    ['7 October 2017, 10:00 (GMT+05:00)', '2017-10-07T10:00:00+05:00'],
    ['October 7, 2017 6:07:15 PM GMT+01:0', '2017-10-07'],
    ['1052 GMT (1852 HKT), October 7, 2017', '2017-10-07T10:52:00Z'],
  ];
  for (const [text, value] of cases) it(text, () => expect(parse(text)).toEqual({ value }));
});

describe('dates that stay unknown', () => {
  const cases: [text: string, why: string | null][] = [
    ['07/10/2017', 'ambiguous'],
    ['7-10-2017', 'ambiguous'],
    ['10:00 AM 07/10/2017', 'ambiguous'],
    ['07/10/2017 to 25/12/2017', null],
    ['March 7', 'no-year'],
    ['Wednesday, March 7', 'no-year'],
    ['Thursday, March 7, 2018', 'weekday-does-not-fit'],
    ['29 February 2017', null],
    ['31 June 2018', null],
    ['2018-13-01', null],
    ['0001-01-01T00:00:00Z', null],
    ['7 March 3018', null],
    ['March 2018', null],
    ['2018', null],
    ['Wednesday', null],
    ['yesterday', null],
    ['March 7, 2018 was calm', null],
    ['on the march since 7 2018', null],
    ['7 March 8 April 2018', null],
    ['07/10/17', null],
    ['', null],
    [`March 7, 2018${' '.repeat(100)}`, null],
  ];
  for (const [text, why] of cases) {
    it(text.slice(0, 40) || '(nothing)', () =>
      expect(parse(text)).toEqual(why === null ? null : { unclear: why }),
    );
  }
});
