/** Claims seen all at once: where they are put, and when. */
import type { Certainty, PlacePrecision } from '../../records/index.ts';
import type { ClaimFilter } from './claim-types.ts';

/** One place that claims are put at, with how many of them; told more and less exactly it is two. */
export interface PlaceCount {
  name: string | null;
  country: string | null;
  admin1: string | null;
  lat: number;
  lon: number;
  precision: PlacePrecision | null;
  claims: number;
  /** How many of each certainty, in the order of `CERTAINTIES`. */
  certainty: number[];
}

export interface PlaceCounts {
  /** Most claims first, at most 10 000. */
  places: PlaceCount[];
  /** Places beyond those listed, and claims at them. */
  more: { places: number; claims: number };
  placed: number;
  /** Claims that cannot be put on a map, by why: `none` named, `ambiguous`, `not-in-gazetteer`, `not-a-place`. */
  unplaced: { status: string; claims: number }[];
}

export const TIMELINE_OVER = ['happened', 'published'] as const;
export const TIMELINE_BARS = ['certainty', 'type'] as const;
export const TIME_UNITS = ['day', 'week', 'month', 'year'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

export interface TimelineQuery extends ClaimFilter {
  /** By the day that a claim is about, or the day its report was published. */
  over?: (typeof TIMELINE_OVER)[number] | undefined;
  /** What the bars are made of. */
  bars?: (typeof TIMELINE_BARS)[number] | undefined;
  /** First and last day shown (YYYY-MM-DD); default: what holds nearly all. */
  first?: string | undefined;
  last?: string | undefined;
}

export interface Timeline {
  unit: TimeUnit;
  /** First day of the first bin and of the last one; null where no claim is dated. */
  first: string | null;
  last: string | null;
  /** What each count of a bin is of; null is a claim of no event, `other` what is too rare to be shown alone. */
  series: (Certainty | string | null)[];
  /** Bins with claims, by their first day. A claim stands at the first day that it may be about. */
  bins: { start: string; counts: number[] }[];
  /** Claims before the first bin, after the last, and without a day. */
  before: number;
  after: number;
  undated: number;
}
