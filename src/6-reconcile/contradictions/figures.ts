/**
 * Figures that cannot both be right: the same status, of the same group, in the same unit, of the same happening, from
 * different origins, whose ranges do not meet. "12 civilians" and "15 people" may both be so, and a part is no whole.
 */
import type { EventType } from '../../records/index.ts';
import { dayNumber, timeRelation } from '../incidents/time-fit.ts';
import type { Toll, TollEntry } from '../tolls/tolls.ts';
import { latestFigures, namesOne } from '../tolls/tolls.ts';
import { countsAll } from '../words/en/counting.ts';
import { namesIn } from '../words/words-of.ts';
import type { Contradiction } from './contradiction.ts';
import { isOneThing, type Told } from './one-thing.ts';

/** Groups of people and those they are part of: of a whole, nobody can have counted fewer than of its part. */
const WHOLES: Readonly<Record<string, readonly string[]>> = {
  children: ['civilians', 'people'],
  women: ['civilians', 'people'],
  civilians: ['people'],
};

/** How far an approximate figure may reach. */
const ABOUT = 0.15;
/** How far a plain one may have been rounded. */
const ROUNDED = 0.1;

/** Days after which a larger figure is the count as it rose. */
const ROSE = 2;

/**
 * @param tell what is known of a claim, where more than its figures is
 * @param isOnce whether a kind of event is over when it has happened, so that its toll can be told at any time
 */
export function figureContradictions(
  tolls: readonly Toll[],
  tell: (claim: string) => Told | null = () => null,
  isOnce: (type: EventType) => boolean = () => true,
): Contradiction[] {
  return tolls.flatMap((toll) => {
    const { what, whom } = toll;
    // Of nobody knows whom: birds, or those whom an illness killed all over the world.
    if (whom === null) return [];
    const harm = what === 'killed' || what === 'wounded';
    const once = (entry: TollEntry): boolean => {
      const type = tell(entry.claim)?.one.claim.event?.type ?? null;
      return type === null || isOnce(type);
    };
    const comparable: Compare = (a, b) =>
      ofOneTime(a, b) &&
      !isOtherVictims(a, b) &&
      !isCountThatRose(a, b, once(a) && once(b)) &&
      ofOneThing(tell(a.claim), tell(b.claim), !harm) &&
      (harm || !isPartOfAll(a, b, tell));
    const figures = latestFigures(toll).sort(byOrigin);
    const apart = figures.filter((one) =>
      figures.some((other) => comparable(one, other) && disjoint(one, other)),
    );
    const said = `${what}${whom ? `, ${whom}` : ''}`;
    return [
      ...(apart.length < 2
        ? []
        : [contradiction(apart, `${said}: ${apart.map(figureText).join(' against ')}`)]),
      ...tolls.filter((whole) => isWholeOf(whole, toll)).flatMap((whole) => tooFew(toll, whole, comparable)),
    ];
  });
}

const byOrigin = (a: TollEntry, b: TollEntry): number => (a.origin < b.origin ? -1 : 1);

const isWholeOf = (whole: Toll, part: Toll): boolean =>
  whole.what === part.what &&
  whole.unit === part.unit &&
  (WHOLES[part.whom ?? ''] ?? []).includes(whole.whom ?? '');

/** Some give more of a part than others give of the whole. */
function tooFew(part: Toll, whole: Toll, comparable: Compare): Contradiction[] {
  const [parts, wholes] = [part, whole].map((toll) => latestFigures(toll).sort(byOrigin)) as [
    TollEntry[],
    TollEntry[],
  ];
  const beyond = (a: TollEntry, b: TollEntry) => comparable(a, b) && reach(a).low > reach(b).high;
  const more = parts.filter((one) => wholes.some((other) => beyond(one, other)));
  const less = wholes.filter((one) => more.some((other) => beyond(other, one)));
  if (more.length === 0) return [];
  const said = (toll: Toll, figures: readonly TollEntry[]) =>
    `${figures.map(figureText).join(', ')} ${toll.whom}`;
  return [
    contradiction([...more, ...less], `${part.what}: ${said(part, more)} against ${said(whole, less)}`),
  ];
}

const contradiction = (figures: readonly TollEntry[], why: string): Contradiction => ({
  kind: 'figures',
  sides: figures.map((entry) => ({
    origin: entry.origin,
    name: entry.name,
    claims: [entry.claim],
    says: `${entry.words ?? figureText(entry)}`,
  })),
  byAccused: false,
  why,
});

type Compare = (a: TollEntry, b: TollEntry) => boolean;

/** Arrests and losses are many in one war: they must be of one kind of event, of one place and one day too. */
function ofOneThing(a: Told | null, b: Told | null, strict: boolean): boolean {
  if (!a || !b) return true;
  if (strict && a.one.claim.event?.type !== b.one.claim.event?.type) return false;
  return isOneThing(a, b, strict ? 'place-and-day' : 'anything');
}

/** Arms and people are seized bit by bit: the larger of two counts is said to be of all. */
function isPartOfAll(a: TollEntry, b: TollEntry, tell: (claim: string) => Told | null): boolean {
  const larger = reach(a).low > reach(b).low ? a : b;
  return countsAll(tell(larger.claim)?.one.claim.text ?? larger.words ?? '');
}

/** Of different origins, and of one time: a count of two weeks is none of a day. */
function ofOneTime(a: TollEntry, b: TollEntry): boolean {
  if (a.origin === b.origin) return false;
  if (!a.period || !b.period) return true;
  return a.period.day === b.period.day && timeRelation(a.period, b.period) !== 'apart';
}

/** Both name whose they were, and name others: "50 guards of Arland" and "100 Borland fighters". */
function isOtherVictims(a: TollEntry, b: TollEntry): boolean {
  const [x, y] = [a, b].map(({ words }) => (words ? namesIn(`of ${words}`).split('\n') : []));
  const names = [x!, y!].map((list) => list.filter((name) => /^\p{L}/u.test(name)));
  return names.every((list) => list.length > 0) && !names[0]!.some((name) => names[1]!.includes(name));
}

/**
 * A count of those found so far, told days later as a larger one. Where a date is missing nobody knows which came later: then
 * only figures of one report, or of what is over when it has happened, contradict.
 */
function isCountThatRose(a: TollEntry, b: TollEntry, once: boolean): boolean {
  if (a.document === b.document) return false;
  const [x, y] = [dayNumber(a.published), dayNumber(b.published)];
  if (x === null || y === null) return !once;
  const [earlier, later] = x < y ? [a, b] : [b, a];
  return Math.abs(x - y) >= ROSE && reach(later).low > reach(earlier).high;
}

export function disjoint(a: TollEntry, b: TollEntry): boolean {
  const [x, y] = [reach(a), reach(b)];
  return x.low > y.high || y.low > x.high;
}

function reach(entry: TollEntry): { low: number; high: number } {
  const { low, high, approximate } = entry;
  const slack = approximate ? ABOUT : 0;
  return {
    low: low === null ? 0 : low * (1 - slack) - rounded(low),
    // Who names one victim says nothing of how many there were.
    high: high === null || namesOne(entry) ? Infinity : high * (1 + slack) + rounded(high),
  };
}

/** How far a number that ends in zeros may have been rounded: 600 may be 612, and 40 may be 43. */
function rounded(value: number): number {
  let unit = 1;
  while (value > 0 && value % (unit * 10) === 0) unit *= 10;
  return unit === 1 ? 0 : Math.min(unit / 2, value * ROUNDED);
}

export function figureText({
  low,
  high,
  approximate,
}: Pick<TollEntry, 'low' | 'high' | 'approximate'>): string {
  const about = approximate ? 'about ' : '';
  if (low !== null && high !== null) return low === high ? `${about}${low}` : `${about}${low} to ${high}`;
  return low !== null ? `${about}${low} or more` : `up to ${high}`;
}
