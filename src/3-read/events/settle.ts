/**
 * What a trigger's open question comes to, by the rows of dictionaries/en/event-questions.tsv. Sides are told by the
 * caller, who knows the parties.
 */
import type { EventType } from '../../records/index.ts';

export type Side = 'state' | 'armed-group' | 'civilian' | 'police' | 'protester' | 'unknown';

/** What is known of a clause when its type is asked for. */
export interface Facts {
  /** Classes of the weapons named in the clause. */
  means: ReadonlySet<string>;
  by: readonly Side[];
  against: readonly Side[];
  /** Classes of the things acted on. */
  things: ReadonlySet<string>;
  /** Whether some actor at all is named. */
  acted: boolean;
  /** Lemmas of the clause and of its sentence. */
  lemmas: ReadonlySet<string>;
  near: ReadonlySet<string>;
  /** Classes of the weapons named in the sentence. */
  around: ReadonlySet<string>;
  /** Whether a named place is acted on. */
  place: boolean;
  /** "attempted to seize": control is not settled. */
  attempted: boolean;
  /** Lemmas of the object of a verb that is the trigger ("demonstrate resolve"; `*` in a row for any); whether it is a person ("fired an officer"), and whether the verb is passive. */
  object: ReadonlySet<string>;
  person: boolean;
  passive: boolean;
  /** Whether people protest in this sentence or the ones beside it. */
  protest: boolean;
}

type Condition = (facts: Facts) => boolean;
interface Row {
  conditions: readonly Condition[];
  /** A type, `-` for none, or `?other` for another question. */
  answer: string;
}
export type Questions = ReadonlyMap<string, readonly Row[]>;

const LISTS: Record<string, (facts: Facts, value: string) => boolean> = {
  means: (f, value) => (value === '*' ? f.means.size > 0 : f.means.has(value)),
  by: (f, value) => f.by.includes(value as Side),
  against: (f, value) => f.against.includes(value as Side),
  thing: (f, value) => f.things.has(value),
  word: (f, value) => f.lemmas.has(value),
  near: (f, value) => f.near.has(value),
  around: (f, value) => f.around.has(value),
  object: (f, value) => (value === '*' ? f.object.size > 0 : f.object.has(value)),
};
const FLAGS: Record<string, Condition> = {
  place: (f) => f.place,
  acted: (f) => f.acted,
  attempted: (f) => f.attempted,
  person: (f) => f.person,
  passive: (f) => f.passive,
  protest: (f) => f.protest,
};

/** Rows of question, conditions and answer; throws on a condition it does not know, which the dictionary's test shows. */
export function parseQuestions(rows: readonly string[][]): Questions {
  const questions = new Map<string, Row[]>();
  for (const [question, conditions, answer] of rows) {
    const row: Row = {
      conditions: conditions!.split(' ').filter(Boolean).map(parseCondition),
      answer: answer!,
    };
    questions.set(question!, [...(questions.get(question!) ?? []), row]);
  }
  return questions;
}

function parseCondition(text: string): Condition {
  if (text.startsWith('!')) {
    const inner = parseCondition(text.slice(1));
    return (facts) => !inner(facts);
  }
  const [name, list] = text.split(':');
  const flag = FLAGS[name!];
  if (list === undefined && flag) return flag;
  const test = LISTS[name!];
  if (!test || !list) throw new Error(`event-questions.tsv: unknown condition ${text}`);
  const values = list.split('|');
  return (facts) => values.some((value) => test(facts, value));
}

/** The type of a happening, or null where the words do not make it one of the list. */
export function settleType(type: string, facts: Facts, questions: Questions, depth = 0): EventType | null {
  if (!type.startsWith('?')) {
    if (facts.means.has('chemical') && (type === 'air-drone-strike' || type === 'shelling-artillery-missile'))
      return 'chemical-weapon';
    if (type === 'shelling-artillery-missile' && facts.means.has('air') && !facts.means.has('artillery'))
      return 'air-drone-strike';
    return type as EventType;
  }
  if (depth > 3) return null;
  for (const { conditions, answer } of questions.get(type.slice(1)) ?? []) {
    if (!conditions.every((holds) => holds(facts))) continue;
    if (answer === '-') return null;
    const settled = settleType(answer, facts, questions, depth + 1);
    if (settled !== null) return settled;
  }
  return null;
}
