/** What an expression of time is measured from: the publication date, and the times told before it. */
import type { Day } from '../calendar.ts';

/** A time already worked out that a later one may lean on. */
export interface Told {
  /** Index of the time in the list. */
  index: number;
  value: string;
  /** Sentence it stands in. */
  sentence: number;
}

export interface TimeContext {
  published: Day | null;
  /** The last time told that names one day. */
  day: (Told & { day: Day }) | null;
  /** The last time told that names a quarter, a month or a year. */
  period: Told | null;
  /** Year of the last time that gave one in words, and its index; -1 for the year the text gives most often. */
  year: { year: number; index: number } | null;
  /** Whether the text tells of another year than that of its publication. */
  history: boolean;
  sentence: number;
  /** What stands directly after the expression. */
  follows: string;
  /** Whether the words around speak of what is to come, or of what has been; null when they do not tell. */
  tense: 'future' | 'past' | null;
  /** The verb that gives the tense stands right before: "met on October 3". */
  near: boolean;
}

export type Groups = Record<string, string | undefined>;

export interface Worked {
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  value: string | null;
  /** What it was worked out from; null when the words alone say it, or nothing does. */
  anchor: 'published' | 'modified' | number | null;
  /** The other end, where one expression gives both: "October 3 to 7". */
  until?: string;
  /** Worked out from a year that no single time gave. */
  implied?: boolean;
  /** Kept where the day itself is unknown. */
  weekday?: number;
}

export const stated = (type: Worked['type'], value: string | null): Worked => ({ type, value, anchor: null });

export const fromPublished = (type: Worked['type'], value: string | null): Worked => ({
  type,
  value,
  anchor: 'published',
});
