/** What an incident is, by most of its claims: kinds, place, days, and the fullest of its words. */
import { type Happening, siteOfClaim } from '../happenings/happening.ts';
import { periodOfClaim } from '../happenings/when.ts';
import type { ReportClaim } from '../report.ts';
import { placeRelation } from './place-fit.ts';
import { dayText, timeRelation } from './time-fit.ts';

export function factsOf(happenings: readonly Happening[], claims: readonly ReportClaim[]) {
  const sites = happenings.flatMap(({ site }) => (site ? [site] : []));
  const site =
    mostTold(
      sites.filter((s) => s.precise),
      ({ key }) => key,
    ) ?? mostTold(sites, ({ key }) => key);
  const timed = happenings.flatMap(({ period }) => (period ? [period] : []));
  const sure = timed.filter(({ doubtful }) => !doubtful);
  const periods = sure.length > 0 ? sure : timed;
  const period =
    mostTold(
      periods.filter(({ day }) => day),
      ({ from, to }) => `${from} ${to}`,
    ) ?? mostTold(periods, ({ from, to }) => `${from} ${to}`);
  const types = new Map<string, number>();
  for (const { claim } of claims)
    if (claim.event?.type) types.set(claim.event.type, (types.get(claim.event.type) ?? 0) + 1);
  // What somebody denies or expects would read as told where it heads a page.
  const told = claims.filter(({ claim }) => claim.certainty !== 'denied' && claim.certainty !== 'expected');
  const fullest = [...(told.length > 0 ? told : claims)].sort(
    (a, b) => fullness(b) - fullness(a) || (a.claim.id < b.claim.id ? -1 : 1),
  )[0];
  return {
    ...{ site, period },
    types: [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([type]) => type),
    place: site?.name ?? null,
    country: site?.country ?? null,
    lat: site?.lat ?? null,
    lon: site?.lon ?? null,
    from: period?.from != null ? dayText(period.from) : null,
    to: period?.to != null ? dayText(period.to) : null,
    summary: fullest?.claim.text ?? '',
  };
}

/** Told of a place or a day that is not the one most tell of. */
export function isElsewhere(
  one: ReportClaim,
  happening: Happening,
  site: Happening['site'],
  period: Happening['period'],
): boolean {
  const where = siteOfClaim(one) ?? happening.site;
  const when = periodOfClaim(one, happening);
  if (site?.precise && where?.precise && placeRelation(where, site) === 'apart') return true;
  return Boolean(period?.day && when?.day && timeRelation(when, period) === 'apart');
}

/** A claim with place, time, doer and figures says the most. */
function fullness({ claim: { event, certainty } }: ReportClaim): number {
  if (!event) return 0;
  const parts = [event.place, event.time, event.by[0], event.against[0], event.effects[0]];
  return parts.filter(Boolean).length + (certainty === 'asserted' ? 0.5 : 0);
}

function mostTold<T>(items: readonly T[], key: (item: T) => string): T | null {
  const counts = new Map<string, { item: T; count: number }>();
  for (const item of items) {
    const seen = counts.get(key(item)) ?? { item, count: 0 };
    counts.set(key(item), seen);
    seen.count++;
  }
  let best: { item: T; count: number; key: string } | null = null;
  for (const [name, { item, count }] of counts)
    if (!best || count > best.count || (count === best.count && name < best.key))
      best = { item, count, key: name };
  return best?.item ?? null;
}
