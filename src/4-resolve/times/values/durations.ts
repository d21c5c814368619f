/** Lengths of time and repeated times: "two weeks", "for years", "every day", "twice a week". */
import type { TimeWords } from '../time-words.ts';
import { type Groups, stated, type TimeContext, type Worked } from './context.ts';
import { readCount } from './numbers.ts';
import { durationOf } from './periods.ts';

function unitOf(groups: Groups, words: TimeWords): string | undefined {
  return words.unit.get((groups.u ?? '').toLowerCase());
}

export function duration(groups: Groups, _context: TimeContext, words: TimeWords): Worked | null {
  const unit = unitOf(groups, words);
  if (unit === undefined) return null;
  let count = readCount(groups.n, words);
  if (count !== null && (groups.half !== undefined || groups.half2 !== undefined)) count += 0.5;
  return stated('DURATION', durationOf(count, unit));
}

export function vagueDuration(groups: Groups, _context: TimeContext, words: TimeWords): Worked | null {
  const unit = unitOf(groups, words);
  return unit === undefined ? null : stated('DURATION', durationOf(null, unit));
}

/** "two to three weeks": as long as the shorter at least. */
export function rangeDuration(groups: Groups, _context: TimeContext, words: TimeWords): Worked | null {
  const unit = unitOf(groups, words);
  return unit === undefined ? null : stated('DURATION', durationOf(readCount(groups.n, words), unit));
}

/** "day-long", "decades-long". */
export function unitLong(groups: Groups, _context: TimeContext, words: TimeWords): Worked | null {
  const unit = unitOf(groups, words);
  if (unit === undefined) return null;
  return stated('DURATION', durationOf(/s$/i.test(groups.u ?? '') ? null : 1, unit));
}

export function oneUnit(groups: Groups, _context: TimeContext, words: TimeWords): Worked | null {
  const unit = unitOf(groups, words);
  return unit === undefined ? null : stated('DURATION', durationOf(1, unit));
}

export function every(groups: Groups, _context: TimeContext, words: TimeWords): Worked | null {
  const unit = unitOf(groups, words);
  if (unit === undefined) return null;
  return stated('SET', durationOf(readCount(groups.n, words) ?? 1, unit));
}

export function everySeason(groups: Groups, _context: TimeContext, words: TimeWords): Worked | null {
  const code = words.season.get((groups.s ?? '').toLowerCase());
  return code === undefined ? null : stated('SET', `XXXX-${code}`);
}

export function everyMonth(groups: Groups, _context: TimeContext, words: TimeWords): Worked | null {
  const month = words.month.get((groups.m ?? '').toLowerCase());
  return month === undefined ? null : stated('SET', `XXXX-${String(month).padStart(2, '0')}`);
}

export function frequency(groups: Groups, _context: TimeContext, words: TimeWords): Worked | null {
  const value = words.frequency.get((groups.f ?? '').toLowerCase());
  return value === undefined ? null : stated('SET', value);
}

export function reference(groups: Groups, _context: TimeContext, words: TimeWords): Worked | null {
  const value = words.reference.get((groups.ref ?? '').toLowerCase());
  return value === undefined ? null : stated('DATE', value);
}

export function vagueWay(groups: Groups): Worked | null {
  return stated('DATE', (groups.way ?? '').toLowerCase() === 'later' ? 'FUTURE_REF' : 'PAST_REF');
}
