/** The words of war, read from dictionaries/en: triggers, means, persons, things, actors. */
import type { EffectKind, EventType } from '../../records/index.ts';
import type { Token } from '../language/parsed-text.ts';
import { parseQuestions, type Questions } from './settle.ts';

/** A type, or a question (`?take`) that means, parties or the object settle. */
export type TriggerType = EventType | `?${string}`;

export interface Trigger {
  type: TriggerType;
  frame: 'tr' | 'in' | 'un' | 'mu';
}

export interface EventWords {
  verbs: ReadonlyMap<string, Trigger>;
  nouns: ReadonlyMap<string, Trigger>;
  questions: Questions;
  means: ReadonlyMap<string, string>;
  persons: ReadonlyMap<string, string>;
  things: ReadonlyMap<string, ReadonlySet<string>>;
  actors: ReadonlyMap<string, string>;
  loaded: ReadonlySet<string>;
  courtesies: readonly string[];
  /** Lemmas of what kills without violence: diseases, accidents, disasters. */
  otherHarms: ReadonlySet<string>;
  /** Words of opinion: see dictionaries/en/judging-words.tsv. */
  judging: Readonly<Record<'judges' | 'means' | 'manner', ReadonlySet<string>>>;
  /** What verbs do with a happening that a noun names: see dictionaries/en/happening-verbs.tsv. */
  verbRoles: Readonly<Record<'brings' | 'feels' | 'harms' | 'helps', ReadonlySet<string>>>;
  effects: {
    V: ReadonlyMap<string, EffectKind[]>;
    N: ReadonlyMap<string, EffectKind[]>;
    A: ReadonlyMap<string, EffectKind[]>;
  };
}

export interface EventRows {
  triggers: string[][];
  questions: string[][];
  means: string[][];
  persons: string[][];
  things: string[][];
  actors: string[][];
  loaded: string[][];
  courtesies: string[][];
  otherHarms: string[][];
  judging: string[][];
  verbRoles: string[][];
  effects: string[][];
}

/** "off-road vehicle" and "off road vehicle" are one key. */
const keyOf = (words: string) => words.replaceAll('-', ' ').toLowerCase();

export function parseEventWords(rows: EventRows): EventWords {
  const verbs = new Map<string, Trigger>();
  const nouns = new Map<string, Trigger>();
  for (const [lemma, pos, type, frame] of rows.triggers) {
    const trigger: Trigger = {
      type: type as TriggerType,
      frame: frame === '-' ? 'tr' : (frame as Trigger['frame']),
    };
    (pos === 'V' ? verbs : nouns).set(keyOf(lemma!), trigger);
  }
  const things = new Map<string, Set<string>>();
  for (const [words, kind] of rows.things) {
    const key = keyOf(words!);
    things.set(key, new Set([...(things.get(key) ?? []), kind!]));
  }
  return {
    verbs,
    nouns,
    questions: parseQuestions(rows.questions),
    means: new Map(rows.means.map(([words, kind]) => [keyOf(words!), kind!])),
    persons: new Map(rows.persons.map(([words, kind]) => [keyOf(words!), kind!])),
    things,
    actors: new Map(rows.actors.map(([lemma]) => [keyOf(lemma!), 'actor'])),
    loaded: new Set(rows.loaded.map(([words]) => keyOf(words!))),
    courtesies: rows.courtesies.map(([words]) => words!),
    otherHarms: new Set(rows.otherHarms.map(([word]) => word!)),
    judging: {
      judges: roleOf(rows.judging, 'judges'),
      means: roleOf(rows.judging, 'means'),
      manner: roleOf(rows.judging, 'manner'),
    },
    verbRoles: {
      brings: roleOf(rows.verbRoles, 'brings'),
      feels: roleOf(rows.verbRoles, 'feels'),
      harms: roleOf(rows.verbRoles, 'harms'),
      helps: roleOf(rows.verbRoles, 'helps'),
    },
    effects: {
      V: effectsOf(rows.effects, 'V'),
      N: effectsOf(rows.effects, 'N'),
      A: effectsOf(rows.effects, 'A'),
    },
  };
}

const roleOf = (rows: string[][], role: string) =>
  new Set(rows.filter(([, of]) => of === role).map(([word]) => word!));

function effectsOf(rows: string[][], pos: string): Map<string, EffectKind[]> {
  const out = new Map<string, EffectKind[]>();
  for (const [word, p, effect] of rows) {
    if (p === pos) out.set(word!, [...(out.get(word!) ?? []), effect as EffectKind]);
  }
  return out;
}

export interface PhraseHit<T> {
  value: T;
  first: number;
  last: number;
}

/** Longest phrase of a lexicon that ends at token i, hyphens left out; the last word by lemma, those before by form or lemma. */
export function phraseEndingAt<T>(
  tokens: readonly Token[],
  i: number,
  lexicon: { get(key: string): T | undefined },
): PhraseHit<T> | null {
  const last = tokens[i]!;
  let best: PhraseHit<T> | null = null;
  // A plural that was taken for a name keeps its ending as lemma.
  const singular =
    last.lemma.length > 4 ? [keyOf(last.lemma.replace(/s$/, '')), keyOf(last.form.replace(/s$/, ''))] : [];
  let tails = [...new Set([keyOf(last.lemma), keyOf(last.form), ...singular])];
  let first = i;
  for (let n = 0; n < 4; n++) {
    for (const tail of tails) {
      const value = lexicon.get(tail);
      if (value !== undefined) {
        best = { value, first, last: i };
        break;
      }
    }
    first--;
    if (tokens[first]?.form === '-') first--;
    const before = tokens[first];
    if (!before || before.upos === 'PUNCT' || before.upos === 'DET' || before.upos === 'ADP') break;
    tails = [
      ...new Set(
        tails.flatMap((tail) => [`${keyOf(before.lemma)} ${tail}`, `${keyOf(before.form)} ${tail}`]),
      ),
    ];
  }
  return best;
}
