import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timesIn } from '../../../test/support/times.ts';

/** A Saturday. */
const PUBLISHED = '2017-10-14';
const only = (text: string, published: string | null = PUBLISHED) => {
  const { times } = timesIn(text, published);
  expect(times).toHaveLength(1);
  return times[0]!;
};

describe('weekdays', () => {
  it.each([
    ['On Friday they entered the town.', '2017-10-13'],
    ['They entered the town on Saturday.', '2017-10-14'],
    ['The court will meet on Tuesday.', '2017-10-17'],
    ['They are to leave by Monday.', '2017-10-16'],
    ['The vote had been planned for Wednesday.', '2017-10-11'],
    ["The army denied Wednesday's report, which it will study.", '2017-10-11'],
    ['Last Saturday they left.', '2017-10-07'],
    ['Next Saturday they leave.', '2017-10-21'],
  ])('%s', (text, day) => expect(only(text).value).toBe(day));

  it('widens by the preposition and keeps the weekday', () => {
    expect(only('On Friday they entered the town.')).toMatchObject({
      id: 't1',
      text: 'On Friday',
      weekday: 5,
      anchor: 'published',
      relation: 'at',
      from: '2017-10-13',
      to: '2017-10-13',
      precision: 'day',
      basis: 'implied',
      rule: 'weekday',
    });
  });

  it('are unknown without a publication date, never a default', () => {
    const { times, notes } = timesIn('On Friday they entered the town.', null);
    expect(times[0]).toMatchObject({
      value: 'XXXX-WXX-5',
      weekday: 5,
      anchor: null,
      from: null,
      to: null,
      precision: 'unknown',
      basis: 'stated',
    });
    expect(notes).toEqual([
      { step: 'times', reason: 'no date is known that "On Friday" could be counted from', span: [0, 9] },
    ]);
  });

  it('are counted from the last change of a text that tells no more, and say so', () => {
    const modified = { value: '2017-10-15', basis: 'stated' as const, span: null };
    const { times } = timesIn('On Friday they entered the town.', null, { modified });
    expect(times[0]).toMatchObject({ value: '2017-10-13', anchor: 'modified', basis: 'implied' });
  });

  it('follow a date told before where there is no publication date', () => {
    const { times } = timesIn('On 4 October 2017 they came near. On Friday they entered.', null);
    expect(times[1]).toMatchObject({ value: '2017-10-06', anchor: 't1', basis: 'implied' });
  });
});

describe('dates', () => {
  it.each([
    ['They met on October 3.', '2017-10-03'],
    ['They met on 3 October 2016.', '2016-10-03'],
    ['They met on December 3.', '2016-12-03'],
    ['They will meet on December 3.', '2017-12-03'],
    ['They met on Tuesday, October 3.', '2017-10-03'],
    ['They met in December.', '2016-12'],
    ['They met in 2015.', '2015'],
    ['They met yesterday evening.', '2017-10-13TEV'],
    ['They met overnight.', '2017-10-13TNI'],
  ])('%s', (text, value) => expect(only(text).value).toBe(value));

  it('leaves the year unknown where only one of long ago is told', () => {
    const text = 'The ties have held since independence in 1962. Floods have killed 80 people since March.';
    expect(timesIn(text, null).times.at(-1)).toMatchObject({ value: 'XXXX-03', from: null });
  });

  it('reads a year told once into the dates after it, in an account of the past', () => {
    const text = 'The siege began on 6 June 2017. It ended on 17 October.';
    const { times } = timesIn(text, null);
    expect(times[1]).toMatchObject({
      value: '2017-10-17',
      anchor: 't1',
      basis: 'implied',
      rule: 'day-month',
    });
  });

  it('leaves the year open when nothing tells it', () => {
    expect(only('They met on October 3.', null)).toMatchObject({ value: 'XXXX-10-03', from: null, to: null });
  });
});

describe('narrative order', () => {
  it('counts from the day told before', () => {
    const { times } = timesIn(
      'On 6 October the city fell. The next day they left. Two days later it burned. That day it rained.',
      PUBLISHED,
    );
    expect(times.map(({ value }) => value)).toEqual(['2017-10-06', '2017-10-07', '2017-10-09', '2017-10-09']);
    expect(times.map(({ anchor }) => anchor)).toEqual(['published', 't1', 't2', 't3']);
  });

  it('does not count from a day nobody told', () => {
    expect(only('The next day they left.')).toMatchObject({ value: 'XXXX-XX-XX', from: null, to: null });
  });
});

describe('relations and ranges', () => {
  it.each([
    ['since Tuesday', 'since', '2017-10-10', null],
    ['until Tuesday', 'until', null, '2017-10-10'],
    ['before 3 October', 'before', null, '2017-10-03'],
    ['after 3 October', 'after', '2017-10-03', null],
    ['from 3 to 7 October', 'during', '2017-10-03', '2017-10-07'],
    ['from Monday to Thursday', 'during', '2017-10-09', '2017-10-12'],
    ['between 2014 and 2016', 'during', '2014-01-01', '2016-12-31'],
    ['October 3-7', 'during', '2017-10-03', '2017-10-07'],
    ['during last week', 'during', '2017-10-02', '2017-10-08'],
  ])('%s', (phrase, relation, from, to) => {
    expect(only(`The road was shut ${phrase}.`)).toMatchObject({ text: phrase, relation, from, to });
  });
});

describe('times of day', () => {
  it('go with their date, in their zone', () => {
    expect(only('A bomb went off at 5 p.m. on Friday.')).toMatchObject({
      value: '2017-10-13T17:00',
      from: '2017-10-13T17:00',
      weekday: 5,
    });
    expect(only('A bomb went off at 04:30 GMT on 3 October.')).toMatchObject({
      value: '2017-10-03T04:30',
      from: '2017-10-03T04:30Z',
    });
    expect(only('A bomb went off at about 10:35 a.m. (0735 GMT) Friday.').value).toBe('2017-10-13T10:35');
  });
});

describe('what is no time', () => {
  it.each([
    'They may march on the capital.',
    'Theresa May spoke.',
    'It killed 2017 people.',
    'A second strike followed.',
    'He read The Sun.',
    'The Boeing 1900 landed.',
    'He was 37 years old.',
  ])('%s', (text) => expect(timesIn(text, PUBLISHED).times).toEqual([]));

  it('leaves page furniture unread', () => {
    expect(
      timesIn('He left on Friday. Posted Monday', PUBLISHED, { furniture: [[19, 32]] }).times.map(
        ({ text }) => text,
      ),
    ).toEqual(['on Friday']);
  });
});

describe('any text', () => {
  it('gives grounded times and never throws', () => {
    const word = fc.constantFrom(
      'on',
      'Friday',
      ',',
      'October',
      '3',
      '2017',
      'to',
      'from',
      'the',
      'next',
      'day',
      'two',
      'weeks',
      'ago',
      'later',
      '5',
      'p.m.',
      'May',
      '-',
      '.',
      'third',
      'quarter',
      'since',
      '1',
      'last',
      'year',
      '🙂',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 50 }),
        fc.constantFrom(PUBLISHED, null, '2016-02-29', 'nonsense'),
        (words, published) => {
          const { times } = timesIn(words.join(' '), published);
          expect(times.map(({ id }) => id)).toEqual(times.map((_, i) => `t${i + 1}`));
          for (const { from, to, anchor } of times) {
            if (from !== null && to !== null)
              expect(from <= to || from.slice(0, 10) === to.slice(0, 10)).toBe(true);
            if (anchor !== null && anchor !== 'published')
              expect(times.some(({ id }) => id === anchor)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
    const text = 'on Friday, October 3, 2017 at 5 p.m. and two days later ';
    expect(timesIn(text.repeat(2000), PUBLISHED).times.length).toBeGreaterThan(2000);
  });
});
