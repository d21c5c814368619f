/**
 * Figures that cannot both be right: the same status, of the same group, in the same unit, of the same happening, from
 * different origins, whose ranges do not meet. "12 civilians" and "15 people" may both be so, and a part is no whole.
 */
import type { Toll, TollEntry } from '../tolls/tolls.ts';
import { latestFigures } from '../tolls/tolls.ts';
import type { Contradiction } from './contradiction.ts';

/** How far an approximate figure may reach. */
const ABOUT = 0.15;

export function figureContradictions(tolls: readonly Toll[]): Contradiction[] {
  return tolls.flatMap((toll) => {
    if (toll.what !== 'killed' && toll.what !== 'wounded' && toll.whom === null) return [];
    const figures = latestFigures(toll).sort((a, b) => (a.origin < b.origin ? -1 : 1));
    const apart = figures.filter((one) => figures.some((other) => disjoint(one, other)));
    if (apart.length < 2) return [];
    return [
      {
        kind: 'figures' as const,
        sides: apart.map((entry) => ({
          origin: entry.origin,
          name: entry.name,
          claims: [entry.claim],
          says: `${entry.words ?? figureText(entry)}`,
        })),
        byAccused: false,
        why: `${toll.what}${toll.whom ? `, ${toll.whom}` : ''}: ${apart.map(figureText).join(' against ')}`,
      },
    ];
  });
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
