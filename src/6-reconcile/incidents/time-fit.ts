/** How two times of happenings go together. Days are numbers; an open or unknown end is null. */
import type { ResolvedTime } from '../../5-ledger/index.ts';

export interface Period {
  /** Days since 1970-01-01, inclusive. */
  from: number | null;
  to: number | null;
  /** Told to the day. */
  day: boolean;
  /** It may be the day of something else: it may tell for a match, never against one. */
  doubtful?: boolean;
}

export type TimeRelation = 'same-day' | 'next-day' | 'overlapping' | 'unknown' | 'apart';

export function periodOf(time: ResolvedTime | null): Period | null {
  if (!time || (time.from === null && time.to === null)) return null;
  const from = dayNumber(time.from);
  const to = dayNumber(time.to);
  const day =
    from !== null && to !== null && to - from <= 1 && time.precision === 'day' && time.relation === 'at';
  return { from, to, day };
}

export function timeRelation(a: Period, b: Period): TimeRelation {
  const relation = relationOf(a, b);
  if (!a.doubtful && !b.doubtful) return relation;
  return relation === 'apart' || relation === 'next-day' ? 'unknown' : relation;
}

function relationOf(a: Period, b: Period): TimeRelation {
  if (a.day && b.day) {
    const gap = Math.max(a.from! - b.to!, b.from! - a.to!);
    return gap <= 0 ? 'same-day' : gap === 1 ? 'next-day' : 'apart';
  }
  const start = Math.max(a.from ?? -Infinity, b.from ?? -Infinity);
  const end = Math.min(a.to ?? Infinity, b.to ?? Infinity);
  return start <= end + 1 ? 'overlapping' : 'apart';
}

/** Days apart, 0 when they overlap. */
export function gapDays(a: Period, b: Period): number {
  return Math.max(0, (a.from ?? -Infinity) - (b.to ?? Infinity), (b.from ?? -Infinity) - (a.to ?? Infinity));
}

/** Days since 1970-01-01 of an ISO date or date-time. */
export function dayNumber(date: string | null): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '');
  if (!match) return null;
  const value = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000;
  return Number.isFinite(value) ? value : null;
}

export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
