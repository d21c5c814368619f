/**
 * Whether two claims of an incident tell of one thing, so that what they say of it may be set against each other. An
 * incident holds what is told on the way too: only claims of one place or day, or what two reports are about, compare.
 */
import type { Happening } from '../happenings/happening.ts';
import { partyKey, siteOfClaim } from '../happenings/happening.ts';
import { periodOfClaim } from '../happenings/when.ts';
import { publishedGap, toldApart } from '../incidents/likeness.ts';
import { placeRelation } from '../incidents/place-fit.ts';
import { timeRelation } from '../incidents/time-fit.ts';
import type { Origin } from '../origins/origins.ts';
import type { ReportClaim } from '../report.ts';

export interface Told {
  one: ReportClaim;
  origin: Origin;
  /** What it tells of, in its report. */
  happening: Happening;
}

/** What of their own must say so: anything, place or day, or both. */
export type Tie = 'anything' | 'place-or-day' | 'place-and-day';

/** Without days, what is told of one place in a war may be another day's: so many days of publication apart it is. */
const TOLD_AT_ONCE = 5;

export function isOneThing(a: Told, b: Told, tie: Tie = 'anything'): boolean {
  // What one report tells apart it does not contradict.
  if (a.happening.document === b.happening.document && a.happening !== b.happening) return false;
  if (toldApart(a.happening, b.happening) || isOfOthers(a, b)) return false;
  const [x, y] = [whereWhen(a), whereWhen(b)];
  const place = x.site && y.site ? placeRelation(x.site, y.site) : 'unknown';
  const time = x.period && y.period ? timeRelation(x.period, y.period) : 'unknown';
  if (place === 'apart' || time === 'apart') return false;
  const atPlace = place === 'same' || place === 'near';
  const onDay = time === 'same-day' || time === 'next-day';
  if (tie === 'place-and-day') return atPlace && onDay;
  const gap = publishedGap(a.happening, b.happening);
  if (onDay || (atPlace && (time !== 'unknown' || gap === null || gap <= TOLD_AT_ONCE))) return true;
  return tie === 'anything' && a.happening.rank === 0 && b.happening.rank === 0;
}

/** Both name persons who were struck, and not the same ones. */
export function isOfOthers(a: Told, b: Told): boolean {
  const [x, y] = [a, b].map(({ one }) =>
    (one.claim.event?.against ?? []).flatMap(({ party }) =>
      party?.kind === 'person' ? [partyKey(party.name)] : [],
    ),
  ) as [string[], string[]];
  return x.length > 0 && y.length > 0 && !x.some((name) => y.includes(name));
}

function whereWhen({ one, happening }: Told) {
  return {
    site: siteOfClaim(one) ?? happening.site,
    period: periodOfClaim(one, happening),
  };
}
