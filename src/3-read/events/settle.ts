/**
 * What a trigger's open question comes to, by ACLED's distinctions: the means first, then who acts on whom. Sides are
 * told by the caller, who knows the parties.
 */
import type { EventType } from '../../records/index.ts';
import type { Facts, Question } from './settle/facts.ts';
import { GROUND } from './settle/ground.ts';
import { POLITICS } from './settle/politics.ts';
import { VIOLENCE } from './settle/violence.ts';
import type { TriggerType } from './words.ts';

export type { Facts, Side } from './settle/facts.ts';

/** A rule a question of dictionaries/en/event-triggers.tsv. */
const QUESTIONS: Readonly<Record<string, Question>> = { ...VIOLENCE, ...GROUND, ...POLITICS };

/** Questions that can be asked, for the test that every row of the dictionary has an answer. */
export const QUESTION_NAMES = Object.keys(QUESTIONS);

export function settleType(type: TriggerType, facts: Facts): EventType | null {
  if (!type.startsWith('?')) {
    if (type === 'shelling-artillery-missile' && facts.means.has('air') && !facts.means.has('artillery'))
      return 'air-drone-strike';
    return type as EventType;
  }
  return QUESTIONS[type.slice(1)]?.(facts) ?? null;
}
