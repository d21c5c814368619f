/** When it happened, as most claims tell: days, inclusive. */
import { dayNumber, dayText } from '../../../6-reconcile/incidents/time-fit.ts';
import type { IncidentView, ViewClaim } from '../view.ts';
import { type Evidence, evidenceAt } from './cell.ts';
import { mostTold } from './most-told.ts';

export interface When {
  from: string;
  to: string;
  /** Days from the first to the last, at least 1. */
  days: number;
  middle: string;
  evidence: Evidence[];
}

export function whenOf({ told }: Pick<IncidentView, 'told'>): When | null {
  const periods = told.flatMap((claim) => {
    const time = claim.one.claim.event?.time;
    const [from, to] = [dayNumber(time?.from ?? null), dayNumber(time?.to ?? null)];
    if (!time || from === null || to === null || to < from) return [];
    return [{ claim, key: `${from} ${to}`, value: { from, to, claim } }];
  });
  const days = periods.filter(({ value: { from, to } }) => to - from <= 1);
  const best = mostTold<{ from: number; to: number; claim: ViewClaim }, (typeof periods)[number]>(
    days.length > 0 ? days : periods,
  );
  const first = best[0]?.value;
  if (!first) return null;
  const { from, to } = first;
  return {
    from: dayText(from),
    to: dayText(to),
    days: to - from + 1,
    middle: dayText(Math.floor((from + to) / 2)),
    evidence: best.map(({ claim }) => evidenceAt(claim, claim.one.claim.event?.time?.span)),
  };
}
