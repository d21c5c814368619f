/**
 * Figures that cannot both be right: the same status, of the same group, in the same unit, of the same happening, from
 * different origins, whose ranges do not meet. "12 civilians" and "15 people" may both be so, and a part is no whole.
 */
import { timeRelation } from '../incidents/time-fit.ts';
import type { Toll, TollEntry } from '../tolls/tolls.ts';
import { latestFigures } from '../tolls/tolls.ts';
import type { Contradiction } from './contradiction.ts';

/** Groups of people and those they are part of: of a whole, nobody can have counted fewer than of its part. */
const WHOLES: Readonly<Record<string, readonly string[]>> = {
  children: ['civilians', 'people'],
  women: ['civilians', 'people'],
  civilians: ['people'],
};

/** How far an approximate figure may reach. */
const ABOUT = 0.15;

export function figureContradictions(tolls: readonly Toll[]): Contradiction[] {
  return tolls.flatMap((toll) => {
    const { what, whom } = toll;
    if (what !== 'killed' && what !== 'wounded' && whom === null) return [];
    const figures = latestFigures(toll).sort(byOrigin);
    const apart = figures.filter((one) =>
      figures.some((other) => comparable(one, other) && disjoint(one, other)),
    );
    const said = `${what}${whom ? `, ${whom}` : ''}`;
    return [
      ...(apart.length < 2
        ? []
        : [contradiction(apart, `${said}: ${apart.map(figureText).join(' against ')}`)]),
      ...tolls.filter((whole) => isWholeOf(whole, toll)).flatMap((whole) => tooFew(toll, whole)),
    ];
  });
}

const byOrigin = (a: TollEntry, b: TollEntry): number => (a.origin < b.origin ? -1 : 1);

const isWholeOf = (whole: Toll, part: Toll): boolean =>
  whole.what === part.what &&
  whole.unit === part.unit &&
  (WHOLES[part.whom ?? ''] ?? []).includes(whole.whom ?? '');

/** Some give more of a part than others give of the whole. */
function tooFew(part: Toll, whole: Toll): Contradiction[] {
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

/** Of different origins, and of one time: a count of two weeks is none of a day. */
function comparable(a: TollEntry, b: TollEntry): boolean {
  if (a.origin === b.origin) return false;
  if (!a.period || !b.period) return true;
  return a.period.day === b.period.day && timeRelation(a.period, b.period) !== 'apart';
}

export function disjoint(a: TollEntry, b: TollEntry): boolean {
  const [x, y] = [reach(a), reach(b)];
  return x.low > y.high || y.low > x.high;
}

function reach({ low, high, approximate }: TollEntry): { low: number; high: number } {
  const slack = approximate ? ABOUT : 0;
  return {
    low: low === null ? 0 : low * (1 - slack),
    high: high === null ? Infinity : high * (1 + slack),
  };
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
