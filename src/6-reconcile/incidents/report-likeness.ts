/**
 * How far two reports are about one thing: by their words, above all the names and numbers among them, and by what their
 * claims say of places and figures. So a report of which little was read still finds the others, and look-alikes of
 * other places stay apart.
 */
import type { Figure, Happening } from '../happenings/happening.ts';
import { cosine } from '../words/word-weights.ts';
import { placeRelation } from './place-fit.ts';

/** How much names and numbers count against all words. */
const NAMES = 0.7;
const SAME_PLACE = 0.03;
const OTHER_PLACE = -0.05;
const SAME_FIGURE = 0.02;
const MOST_FIGURES = 3;

/** From here on, on average, reports are about one thing. */
export const ONE_STORY = 0.3;

type Words = Pick<Happening, 'reportWords' | 'reportNames'>;

/** By their words alone, 0 to 1. */
export function reportLikeness(a: Words, b: Words): number {
  return (1 - NAMES) * cosine(a.reportWords, b.reportWords) + NAMES * cosine(a.reportNames, b.reportNames);
}

/** By their words and their claims. @param a the happenings of one report, at least one @param b of the other */
export function storyLikeness(a: readonly Happening[], b: readonly Happening[]): number {
  const words = reportLikeness(a[0]!, b[0]!);
  const places = a.flatMap((x) =>
    b.flatMap((y) => (x.site && y.site ? [placeRelation(x.site, y.site)] : [])),
  );
  const apart = places.includes('apart') && places.every((one) => one === 'apart' || one === 'unknown');
  const figures = sharedFigures(
    a.flatMap((one) => one.figures),
    b.flatMap((one) => one.figures),
  );
  return (
    words +
    (places.includes('same') ? SAME_PLACE : 0) +
    (apart ? OTHER_PLACE : 0) +
    Math.min(figures.length, MOST_FIGURES) * SAME_FIGURE
  );
}

/** Counts told alike; one and two are told of too many things. */
export function sharedFigures(a: readonly Figure[], b: readonly Figure[]): string[] {
  const shared = new Set<string>();
  for (const x of a)
    for (const y of b)
      if (x.what === y.what && x.low !== null && x.low === y.low && x.high === y.high && x.low > 2)
        shared.add(`${x.low} ${x.what}`);
  return [...shared];
}
