/**
 * When claims and happenings are told to have been, where that can be believed. What has happened did not happen after it was
 * told; and where a court has come to deal with a deed, days just before publication are the court's as a rule ("was charged on
 * Friday with the killing"): such a day may tell for a match, never against one.
 */
import type { ResolvedTime } from '../../5-ledger/index.ts';
import { type Period, periodOf } from '../incidents/time-fit.ts';

const COURT_DAYS = 7;

/** What of a happening its times are judged by. */
export interface Telling {
  /** Day its report was published. */
  publishedDay: number | null;
  /** A court deals with it. */
  inCourt: boolean;
}

type Timed = { claim: { certainty: string; event: { time: ResolvedTime | null } | null } };

/** The time that a claim tells; null where it tells none, or one that came after the report of it. */
export function toldPeriod({ claim }: Timed, publishedDay: number | null): Period | null {
  const told = periodOf(claim.event?.time ?? null);
  const ahead = publishedDay !== null && told?.from != null && told.from > publishedDay + 1;
  return ahead && claim.certainty !== 'expected' ? null : told;
}

/** A day that may be the court's is marked as such. */
export function judged(period: Period | null, { publishedDay, inCourt }: Telling): Period | null {
  const courts = inCourt && publishedDay !== null && period?.day && period.from! > publishedDay - COURT_DAYS;
  return courts ? { ...period, doubtful: true } : period;
}

/** When a claim of a happening says that it was; else when the happening was. */
export function periodOfClaim(one: Timed, happening: Telling & { period: Period | null }): Period | null {
  return judged(toldPeriod(one, happening.publishedDay), happening) ?? happening.period;
}

/** Of the times that claims of a happening tell: to the day where one is, a court's only where there is no other. */
export function mainPeriod(periods: readonly Period[], telling: Telling): Period | null {
  const all = periods.flatMap((period) => judged(period, telling) ?? []);
  const first = (some: readonly Period[]) => some.find(({ day }) => day) ?? some[0] ?? null;
  return first(all.filter(({ doubtful }) => !doubtful)) ?? first(all);
}
