/** Blame, place and date told differently by different origins. */
import type { ResolvedRole } from '../../5-ledger/index.ts';
import type { EventType } from '../../records/index.ts';
import { partyKey, siteOfClaim } from '../happenings/happening.ts';
import { judged, periodOfClaim, toldPeriod } from '../happenings/when.ts';
import { kmBetween, placeRelation, type Site } from '../incidents/place-fit.ts';
import { dayText, gapDays, type Period, periodOf, timeRelation } from '../incidents/time-fit.ts';
import type { TypeFamilies } from '../incidents/type-fit.ts';
import { sideOf } from '../origins/sides.ts';
import { tellsOfAnother } from '../words/en/counting.ts';
import { fold } from '../words/words-of.ts';
import type { Contradiction, ContradictionSide } from './contradiction.ts';
import { isOfOthers, type Told } from './one-thing.ts';

const UNARMED = new Set(['civilians', 'children', 'women', 'people', 'patients', 'prisoners', 'families']);
const ONE_QUESTION = 0.5;
/** Places and days further apart than this are of other happenings, told on the way. */
const FARTHEST_KM = 100;
const MOST_DAYS = 7;
const FIGHTING = new Set(['state', 'state-force', 'armed-group']);

export function factContradictions(told: readonly Told[], families: TypeFamilies): Contradiction[] {
  const sure = told.filter(
    ({ one }) => one.claim.event && ['asserted', 'hedged'].includes(one.claim.certainty) && !one.withdrawn,
  );
  const main = mainType(sure);
  // Of kinds that happen once, at one place: people flee, and are arrested, in many.
  const once = main !== null && families.happensOnce(main);
  const same = once ? sure.filter(({ one }) => one.claim.event!.type === main) : [];
  // Who bombed and who shot are two questions: blame is compared within what goes with the main kind.
  const ofKind = sure.filter(({ one }) => {
    const { type } = one.claim.event!;
    return type !== null && main !== null && (families.fit(type, main) ?? 0) >= ONE_QUESTION;
  });
  return [blame(ofKind), place(same), date(same)].filter((one) => one !== null);
}

/** Where and when are compared of claims of one kind of event, that which most tell. */
function mainType(told: readonly Told[]): EventType | null {
  const counts = new Map<EventType, number>();
  for (const { one } of told) {
    const type = one.claim.event!.type;
    if (type) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** Who did it, by side; only harm to the unarmed is compared, since two sides of a battle both act. */
function blame(told: readonly Told[]): Contradiction | null {
  const groups = new Map<string, { name: string; told: Told[] }>();
  for (const item of told) {
    const { by, against, effects } = item.one.claim.event!;
    const harmed = [
      ...effects.map(({ whom }) => whom),
      ...against.map(({ party }) => party && partyKey(party.name)),
    ];
    if (!harmed.some((whom) => whom !== null && UNARMED.has(whom))) continue;
    for (const { party } of by as ResolvedRole[]) {
      if (!party || !FIGHTING.has(party.kind)) continue;
      const group = groups.get(sideOf(party)) ?? { name: party.of ?? party.name, told: [] };
      groups.set(sideOf(party), group);
      group.told.push(item);
    }
  }
  const sides = [...groups.values()];
  const origins = sides.map((side) => new Set(side.told.map(({ origin }) => origin.key)));
  // An origin that names both (allies) contradicts nobody.
  const apart = sides.filter((_, i) =>
    origins.some((other, j) => j !== i && [...origins[i]!].every((key) => !other.has(key))),
  );
  if (apart.length < 2) return null;
  return {
    kind: 'blame',
    sides: apart.flatMap(({ name, told: items }) => sidesOf(items, () => name)),
    byAccused: false,
    why: `said to have been ${apart
      .map(({ name }) => name)
      .sort()
      .join(', or ')}`,
  };
}

function place(told: readonly Told[]): Contradiction | null {
  const placed = told.flatMap((item) => {
    const site = siteOfClaim(item.one);
    return site?.precise ? [{ item, site }] : [];
  });
  const apart = disagreeing(placed, (a, b) => isOtherPlace(a.site, b.site) && atOneTime(a.item, b.item));
  if (apart.length === 0) return null;
  const name = ({ name: text }: Site) => text;
  const [first, ...rest] = apart;
  const far = Math.round(Math.max(...rest.map(({ site }) => kmBetween(first!.site, site) ?? 0)));
  return {
    kind: 'place',
    sides: apart.flatMap(({ item, site }) => sidesOf([item], () => name(site))),
    byAccused: false,
    why: `places up to ${far} km apart`,
  };
}

/** Told of one day; without days what two reports are about, and not what they tell on the way. */
function atOneTime(a: Told, b: Told): boolean {
  if (toldBeside(a, b) || isOfOthers(a, b) || timedUnknown(a) || timedUnknown(b)) return false;
  const [x, y] = [a, b].map(({ one, happening }) => periodOfClaim(one, happening));
  // Where a court sits is told in the same breath as its day.
  if (x?.doubtful || y?.doubtful) return false;
  const relation = x && y ? timeRelation(x, y) : 'unknown';
  return relation === 'unknown' ? bothSubject(a, b) : relation === 'same-day' || relation === 'next-day';
}

/** The same of places. */
function atOnePlace(a: Told, b: Told): boolean {
  if (toldBeside(a, b) || isOfOthers(a, b)) return false;
  const [x, y] = [a, b].map((told) => siteOfClaim(told.one) ?? told.happening.site);
  const relation = x && y ? placeRelation(x, y) : 'unknown';
  return relation === 'unknown' ? bothSubject(a, b) : relation === 'same' || relation === 'near';
}

/** "Six months before": a time of its own, that no date can be made of. */
const timedUnknown = ({ one: { claim } }: Told): boolean =>
  (claim.event?.time != null || tellsOfAnother(claim.text)) && periodOf(claim.event?.time ?? null) === null;

/** What one report tells apart. */
const toldBeside = ({ happening: a }: Told, { happening: b }: Told): boolean =>
  a.document === b.document && a !== b;

const bothSubject = ({ happening: a }: Told, { happening: b }: Told): boolean => a.rank + b.rank === 0;

/** Elsewhere, and near enough to be meant as the same; a name that the gazetteer knows twice is no contradiction. */
function isOtherPlace(a: Site, b: Site): boolean {
  const km = kmBetween(a, b);
  if (km === null || km > FARTHEST_KM || fold(a.name) === fold(b.name)) return false;
  return placeRelation(a, b) === 'apart';
}

function date(told: readonly Told[]): Contradiction | null {
  const dated = told.flatMap((item) => {
    const period = judged(toldPeriod(item.one, item.happening.publishedDay), item.happening);
    return period?.day && !period.doubtful ? [{ item, period }] : [];
  });
  const apart = disagreeing(
    dated,
    ({ item, period: a }, { item: other, period: b }) =>
      timeRelation(a, b) === 'apart' && gapDays(a, b) <= MOST_DAYS && atOnePlace(item, other),
  );
  if (apart.length === 0) return null;
  const day = ({ from }: Period) => dayText(from!);
  return {
    kind: 'date',
    sides: apart.flatMap(({ item, period }) => sidesOf([item], () => day(period))),
    byAccused: false,
    why: `dated ${[...new Set(apart.map(({ period }) => day(period)))].sort().join(' and ')}`,
  };
}

/** Those that disagree with something an origin other than their own says, one of each origin. */
function disagreeing<T extends { item: Told }>(all: readonly T[], apart: (a: T, b: T) => boolean): T[] {
  const seen = new Set<string>();
  return all.filter((a) => {
    const key = a.item.origin.key;
    const agrees = all.some(
      (b) => b.item.origin.key === key && all.every((c) => c.item.origin.key === key || !apart(b, c)),
    );
    if (agrees || seen.has(key) || !all.some((b) => b.item.origin.key !== key && apart(a, b))) return false;
    seen.add(key);
    return true;
  });
}

function sidesOf(told: readonly Told[], says: (told: Told) => string): ContradictionSide[] {
  const sides = new Map<string, ContradictionSide>();
  for (const item of told) {
    const { origin, one } = item;
    const side = sides.get(origin.key) ?? {
      origin: origin.key,
      name: origin.name,
      claims: [],
      says: says(item),
    };
    sides.set(origin.key, side);
    side.claims.push(one.claim.id);
  }
  return [...sides.values()];
}
