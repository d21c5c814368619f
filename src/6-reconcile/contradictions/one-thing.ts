/**
 * Whether two claims of an incident tell of one thing, so that what they say of it may be set against each other. An
 * incident holds what is told on the way too: only claims of one place or day, or what two reports are about, compare.
 */
import type { Happening } from '../happenings/happening.ts';
import { siteOfClaim } from '../happenings/happening.ts';
import { toldApart } from '../incidents/likeness.ts';
import { placeRelation } from '../incidents/place-fit.ts';
import { periodOf, timeRelation } from '../incidents/time-fit.ts';
import type { Origin } from '../origins/origins.ts';
import type { ReportClaim } from '../report.ts';

export interface Told {
  one: ReportClaim;
  origin: Origin;
  /** What it tells of, in its report. */
  happening: Happening;
}

/** @param strict a place or day of their own must say so */
export function isOneThing(a: Told, b: Told, strict = false): boolean {
  // What one report tells apart it does not contradict.
  if (a.happening.document === b.happening.document && a.happening !== b.happening) return false;
  if (toldApart(a.happening, b.happening)) return false;
  const [x, y] = [whereWhen(a), whereWhen(b)];
  const place = x.site && y.site ? placeRelation(x.site, y.site) : 'unknown';
  const time = x.period && y.period ? timeRelation(x.period, y.period) : 'unknown';
  if (place === 'apart' || time === 'apart') return false;
  if (place === 'same' || place === 'near' || time === 'same-day' || time === 'next-day') return true;
  return !strict && a.happening.rank === 0 && b.happening.rank === 0;
}

function whereWhen({ one, happening }: Told) {
  return {
    site: siteOfClaim(one) ?? happening.site,
    period: periodOf(one.claim.event?.time ?? null) ?? happening.period,
  };
}
