/** What is known of a clause when its type is asked for, and what its weapons alone settle. */
import type { EventType } from '../../../records/index.ts';

export type Side = 'state' | 'armed-group' | 'civilian' | 'police' | 'protester' | 'unknown';

export interface Facts {
  /** Classes of the weapons named in the clause. */
  means: ReadonlySet<string>;
  by: readonly Side[];
  against: readonly Side[];
  /** Classes of the things acted on. */
  things: ReadonlySet<string>;
  /** Whether some actor at all is named. */
  acted: boolean;
  /** Lemmas of the clause, for the few questions that a word settles. */
  lemmas: ReadonlySet<string>;
  /** Whether a named place is acted on. */
  place: boolean;
  /** "attempted to seize": control is not settled. */
  attempted: boolean;
}

export const has = (sides: readonly Side[], ...any: Side[]) => sides.some((side) => any.includes(side));
export const word = (f: Facts, ...lemmas: string[]) => lemmas.some((lemma) => f.lemmas.has(lemma));

/** The type that the weapons settle, if they do. */
export function byMeans({ means }: Facts): EventType | null {
  if (means.has('chemical')) return 'chemical-weapon';
  if (means.has('suicide')) return 'suicide-bomb';
  if (means.has('air')) return 'air-drone-strike';
  if (means.has('ied')) return 'remote-explosive-landmine-ied';
  if (means.has('grenade')) return 'grenade';
  if (means.has('artillery')) return 'shelling-artillery-missile';
  return null;
}

/** Answers a question of the trigger dictionary; null where the words do not make it a happening of the list. */
export type Question = (f: Facts) => EventType | null;
