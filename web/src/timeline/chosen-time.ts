/** The range of days that the address chooses, for the time that the timeline shows. */
import { type Search, withValues } from '../search.ts';
import { dayOf, isoDay, lastDayOf } from './days.ts';

export const overOf = (search: Search): 'happened' | 'published' =>
  search.over?.[0] === 'published' ? 'published' : 'happened';

const KEYS = {
  happened: ['timeFrom', 'timeTo'],
  published: ['publishedFrom', 'publishedTo'],
} as const;

export interface ChosenTime {
  from: number | null;
  to: number | null;
}

export function chosenTime(search: Search): ChosenTime {
  const [from, to] = KEYS[overOf(search)].map((key) => search[key]?.[0]);
  return { from: from ? dayOf(from) : null, to: to ? lastDayOf(to) : null };
}

export function withTime(search: Search, { from, to }: ChosenTime): Search {
  const [first, last] = KEYS[overOf(search)];
  let next = withValues(search, first, from === null ? [] : [isoDay(from)]);
  next = withValues(next, last, to === null ? [] : [isoDay(to)]);
  return overOf(search) === 'happened' ? withValues(next, 'dated', []) : next;
}
