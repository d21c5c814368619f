/** Periods counted from another: "last week", "two months ago", "the third quarter", "that year". */
import { dayOf, isoDay, isoMonth, isoWeek, isoYear, partsOf, shiftMonth } from '../calendar.ts';
import type { TimeWords } from '../time-words.ts';
import { fromPublished, type Groups, stated, type TimeContext, type Worked } from './context.ts';
import { readCount, readYear } from './numbers.ts';
import { weekend } from './weekdays.ts';

type Anchor = { day: number; anchor: Worked['anchor'] };

/** A value so many units away from a day, as exact as the unit is. */
function away(unit: string, by: number, { day, anchor }: Anchor): Worked | null {
  const { year, month } = partsOf(day);
  const date = (value: string): Worked => ({ type: 'DATE', value, anchor });
  switch (unit) {
    case 'D':
    case 'N':
      return date(isoDay(day + Math.trunc(by)));
    case 'W':
    case 'F':
      return date(isoWeek(day + Math.round(by * (unit === 'F' ? 14 : 7))));
    case 'M':
    case 'Q': {
      const to = shiftMonth(year, month, Math.round(by * (unit === 'Q' ? 3 : 1)));
      return date(unit === 'Q' ? quarterOf(to.year, to.month) : isoMonth(to.year, to.month));
    }
    case 'Y':
      if (by % 1 !== 0) {
        const to = shiftMonth(year, month, Math.round(by * 12));
        return date(isoMonth(to.year, to.month));
      }
      return date(isoYear(year + by));
    case 'T':
      return date(Math.abs(by) === 1 ? String(Math.floor((year + by * 10) / 10)) : isoYear(year + by * 10));
    case 'C':
      return date(String(Math.floor((year + by * 100) / 100)));
    default:
      // Hours and minutes stay on the day; which hour is not known.
      return { type: 'TIME', value: null, anchor };
  }
}

const quarterOf = (year: number, month: number): string =>
  `${isoYear(year)}-Q${Math.floor((month - 1) / 3) + 1}`;

/** "last week", "this year", "next month". */
export function stepUnit(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const unit = words.unit.get((groups.u ?? '').toLowerCase());
  const word = (groups.step ?? '').toLowerCase();
  const by = words.step.get(word);
  if (unit === undefined || by === undefined) return null;
  // "the following week", "the previous month" lean on what was told before.
  const leans = /^(?:following|previous|preceding|prior)$/.test(word);
  if (unit === 'E') return weekend(by, context);
  if (leans && context.day !== null)
    return away(unit, by, { day: context.day.day, anchor: context.day.index });
  if (leans && context.period !== null)
    return shiftPeriod(context.period.value, unit, by, context.period.index);
  if (context.published === null) return stated('DATE', null);
  if (unit === 'Q' && by < 0) return fromPublished('DATE', lastQuarter(context.published));
  return away(unit, by, { day: context.published, anchor: 'published' });
}

function lastQuarter(day: number): string {
  const { year, month } = partsOf(day);
  const before = shiftMonth(year, month, -3);
  return quarterOf(before.year, before.month);
}

/** A told period moved by a unit: the month after "May 2016", the year before "1998". */
function shiftPeriod(value: string, unit: string, by: number, index: number): Worked | null {
  const year = Number(value.slice(0, 4));
  if (unit === 'Y') return { type: 'DATE', value: isoYear(year + by) + value.slice(4), anchor: index };
  const month = /^\d{4}-(\d\d)$/.exec(value)?.[1];
  if (month === undefined) return { type: 'DATE', value: null, anchor: null };
  return away(unit, by, { day: dayOf(year, Number(month), 1), anchor: index });
}

/** "two weeks ago", "three days later", "a year earlier". */
export function nUnitsWay(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const unit = words.unit.get((groups.u ?? '').toLowerCase());
  const way = (groups.way ?? '').toLowerCase();
  const by = words.way.get(way);
  if (unit === undefined || by === undefined) return null;
  const count = groups.n === undefined ? 1 : readCount(groups.n, words);
  // "two days before the vote": a length of time before something that is no time.
  const opensClause = (way === 'before' || way === 'after') && /^ \p{L}/u.test(context.follows);
  if (opensClause) return stated('DURATION', durationOf(count, unit));
  if (count === null) return stated('DATE', by < 0 ? 'PAST_REF' : 'FUTURE_REF');
  const fromNow = way === 'ago' || way === 'from now' || way === 'hence';
  const told = context.period;
  // "up from a year earlier" after "the third quarter": the third quarter of the year before.
  if (
    unit === 'Y' &&
    count === 1 &&
    told !== null &&
    context.sentence - told.sentence <= 1 &&
    /-Q/.test(told.value)
  )
    return yearBefore(context);
  if (!fromNow) {
    if (context.day !== null)
      return away(unit, by * count, { day: context.day.day, anchor: context.day.index });
    if (told !== null) return shiftPeriod(told.value, unit, by * count, told.index);
  }
  if (context.published === null) return stated('DATE', null);
  return away(unit, by * count, { day: context.published, anchor: 'published' });
}

/** `P2W`, `PT5H`, `P10Y`: a count of units as a TIMEX3 duration; a vague count is X. */
export function durationOf(count: number | null, unit: string): string {
  const amount = (factor: number) => (count === null ? 'X' : String(Math.round(count * factor * 10) / 10));
  const halves = (small: string, per: number, large: string): string | null =>
    count !== null && count % 1 !== 0
      ? `${count < 1 ? '' : `${Math.trunc(count)}${large}`}${Math.round((count % 1) * per)}${small}`
      : null;
  switch (unit) {
    case 'TS':
      return `PT${amount(1)}S`;
    case 'TM':
      return `PT${halves('S', 60, 'M') ?? `${amount(1)}M`}`;
    case 'TH':
      return `PT${halves('M', 60, 'H') ?? `${amount(1)}H`}`;
    case 'N':
    case 'D':
      return `P${amount(1)}D`;
    case 'W':
      return `P${amount(1)}W`;
    case 'F':
      return `P${amount(2)}W`;
    case 'E':
      return count === null ? 'PXWE' : `P${amount(2)}D`;
    case 'M':
      return `P${amount(1)}M`;
    case 'Q':
      return count === null ? 'PXQ' : `P${amount(3)}M`;
    case 'Y':
      return `P${halves('M', 12, 'Y') ?? `${amount(1)}Y`}`;
    case 'T':
      return count === null ? 'PXY' : `P${amount(10)}Y`;
    default:
      return count === null ? 'PXC' : `P${amount(100)}Y`;
  }
}

const ORDINAL: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  final: 4,
  last: 2,
  latter: 2,
};

/** "the third quarter", "Q3 2016": without a year the latest that had begun at publication. */
export function quarter(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const word = (groups.ord ?? groups.q ?? '').toLowerCase();
  const number = ORDINAL[word] ?? Number.parseInt(word, 10);
  if (!(number >= 1 && number <= 4)) return null;
  const given = readYear(groups.y, undefined, words);
  if (given !== null) return stated('DATE', `${isoYear(given)}-Q${number}`);
  if (context.published === null) return stated('DATE', `XXXX-Q${number}`);
  const now = partsOf(context.published);
  const step = groups.step === undefined ? null : (words.step.get(groups.step.toLowerCase()) ?? 0);
  let { year } = now;
  if (step !== null) year += step;
  else {
    // The nearest such quarter; one that has not begun only where the words speak of what is to come.
    const months = number * 3 - 1 - now.month;
    if (months > (context.tense === 'future' ? 7 : 1)) year--;
    else if (months < -8 && context.tense === 'future') year++;
  }
  return fromPublished('DATE', `${isoYear(year)}-Q${number}`);
}

/** "the latest quarter": the one that had ended at publication. */
export function latestQuarter(groups: Groups, context: TimeContext): Worked | null {
  if (context.published === null) return stated('DATE', null);
  const word = (groups.ord ?? '').toLowerCase();
  const last =
    context.period !== null && /-Q/.test(context.period.value)
      ? context.period.value
      : lastQuarter(context.published);
  if (word.startsWith('year'))
    return fromPublished('DATE', `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`);
  const { year, month } = partsOf(context.published);
  return fromPublished('DATE', word === 'current' ? quarterOf(year, month) : lastQuarter(context.published));
}

/** "year-earlier": the period told of before, a year back. */
export function yearEarlier(_groups: Groups, context: TimeContext): Worked | null {
  return yearBefore(context);
}

/** The same part of the year before that of the publication; the year before the one told of when it is not known. */
function yearBefore(context: TimeContext): Worked {
  const told = context.period;
  if (context.published === null)
    return (told === null ? null : shiftPeriod(told.value, 'Y', -1, told.index)) ?? stated('DATE', null);
  const before = isoYear(partsOf(context.published).year - 1);
  return fromPublished(
    'DATE',
    before + (told !== null && /-[QH]/.test(told.value) ? told.value.slice(4) : ''),
  );
}

export function yearEarlierQuarter(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const now = quarter({ ord: groups.ord }, context, words);
  if (now?.value == null || now.value.startsWith('X')) return now;
  return { ...now, value: `${Number(now.value.slice(0, 4)) - 1}${now.value.slice(4)}` };
}

export function half(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const number = ORDINAL[(groups.ord ?? '').toLowerCase()];
  if (number === undefined) return null;
  const given = readYear(groups.y, undefined, words);
  if (given !== null) return stated('DATE', `${isoYear(given)}-H${number}`);
  if (context.published === null) return stated('DATE', `XXXX-H${number}`);
  const by = words.step.get((groups.step ?? '').toLowerCase()) ?? 0;
  return fromPublished('DATE', `${isoYear(partsOf(context.published).year + by)}-H${number}`);
}

/** "last summer", "this winter", "that spring". */
export function season(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const code = words.season.get((groups.s ?? '').toLowerCase());
  if (code === undefined) return null;
  const given = readYear(groups.y, /\D/.test(groups.y ?? '') ? groups.y : undefined, words);
  if (given !== null) return stated('DATE', `${isoYear(given)}-${code}`);
  if (context.published === null) return stated('DATE', `XXXX-${code}`);
  const now = partsOf(context.published);
  const starts = { SP: 3, SU: 6, FA: 9, WI: 12 }[code] ?? 1;
  const by = words.step.get((groups.step ?? '').toLowerCase());
  let { year } = now;
  if (by !== undefined && by < 0 && starts + 2 >= now.month) year--;
  else if (by !== undefined && by > 0 && starts <= now.month) year++;
  else if (by === undefined && context.tense !== 'future' && starts > now.month + 1) year--;
  return fromPublished('DATE', `${isoYear(year)}-${code}`);
}

/** "that day", "that same week", "that year": the period told of that holds the last time told. */
export function thatUnit(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const unit = words.unit.get((groups.u ?? '').toLowerCase());
  if (unit === undefined) return null;
  if (context.day !== null) return away(unit, 0, { day: context.day.day, anchor: context.day.index });
  if (context.period !== null && unit === 'Y')
    return { type: 'DATE', value: context.period.value.slice(0, 4), anchor: context.period.index };
  return stated('DATE', null);
}

/** "the year", "the quarter": the one told of, else that of the publication. */
export function theUnit(groups: Groups, context: TimeContext, words: TimeWords): Worked | null {
  const unit = words.unit.get((groups.u ?? '').toLowerCase());
  if (unit === undefined) return null;
  if (unit === 'Y' && /^ (?:ended|ending|to) /.test(context.follows)) return stated('DURATION', 'P1Y');
  if (unit === 'Q' && context.period !== null && /-Q/.test(context.period.value))
    return { type: 'DATE', value: context.period.value, anchor: context.period.index };
  if (context.published === null) return stated('DATE', null);
  if (unit === 'Q') return fromPublished('DATE', lastQuarter(context.published));
  return away(unit, 0, { day: context.published, anchor: 'published' });
}
