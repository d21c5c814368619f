/**
 * One sense a text (Gale, Church and Yarowsky 1992): what bears the same name in a text is of the same type, unless the words
 * around say otherwise. "Gharbiya" is taken for a person in one sentence; "the village of Gharbiya" in another tells.
 */
import { LEXICON_FLAGS, type LexiconFlag } from '../lexicon.ts';
import type { Token } from '../parsed-text.ts';
import type { SureSpan } from './chain.ts';
import { type NameSigns, type Signs, signsOf } from './name-signs.ts';
import type { ReadWords } from './read-words.ts';

export interface NameTypeNumbers {
  person: number;
  organisation: number;
  place: number;
}

interface Sense {
  place: number;
  person: number;
  organisation: number;
  /** What the signs alone say for a place. */
  placeSigns: number;
  called: number;
  titled: number;
  given: number;
  personSigns: number;
}

interface Told {
  span: SureSpan;
  signs: Signs;
  /** What the dictionaries say of all of its words. */
  known: number;
  /** Whether it begins as a person's name does. */
  given: boolean;
  surname: string | null;
  key: string;
}

const GIVEN_NAME = 1.5;
/** What the engine takes a name for in one sentence, beside a sign. */
const GUESS = 0.5;
/** From here on signs count as telling. */
const TOLD = 1.5;
/** The same of a name that the gazetteer knows as a place's. */
const TOLD_OF_KNOWN = 1;
/** A sign in the name's own sentence that no other sentence outweighs. */
const SURE = 2.5;

const flag = (name: LexiconFlag) => 1 << LEXICON_FLAGS.indexOf(name);
const PLACES = flag('place') | flag('well-known-place') | flag('land');
const BODIES = flag('organisation') | flag('armed-group') | flag('outlet') | flag('organ');
const GIVEN = flag('given-name');
const PERSONS = flag('person');
const DOUBTFUL = flag('doubtful');

/** The names of a text with their types made to agree; spans stay as they are. */
export function oneSense(
  sentences: readonly ReadWords[],
  names: readonly (readonly SureSpan[])[],
  types: NameTypeNumbers,
  words: NameSigns,
): SureSpan[][] {
  const senses = new Map<string, Sense>();
  const surnames = new Map<string, number>();
  const told = names.map((own, s) => own.map((span) => look(sentences[s]!, span)));
  for (const own of told)
    for (const { key, signs, span, known, given, surname } of own) {
      const sense = senses.get(key) ?? blankSense();
      senses.set(key, sense);
      sense.placeSigns += signs.place;
      sense.called += signs.called;
      sense.titled += signs.titled;
      sense.personSigns += signs.person;
      if (span.type === types.place) sense.place += GUESS * span.confidence;
      if (span.type === types.person) sense.person += GUESS * span.confidence;
      if (span.type === types.organisation) sense.organisation += GUESS * span.confidence;
      if (given) sense.given = GIVEN_NAME;
      if ((known & PLACES) !== 0) sense.place += 0.5;
      if ((known & BODIES) !== 0) sense.organisation += 3;
      if (span.type === types.person && surname !== null)
        surnames.set(surname, (surnames.get(surname) ?? 0) + (given || signs.titled > 0 ? SURE : 1));
    }
  for (const [key, sense] of senses) {
    const borne = Math.min(3, surnames.get(key) ?? 0);
    sense.titled += borne;
    sense.personSigns += borne;
  }
  return told.map((own) =>
    own.map((name) => ({ ...name.span, type: typeOf(name, senses.get(name.key)!, types) })),
  );

  function look(sentence: ReadWords, span: SureSpan): Told {
    const { tokens, bits } = sentence;
    const { first, last } = span;
    const signs = signsOf(tokens, first, last, words);
    const known = bits.subarray(first, last + 1).reduce((all, one) => all & one);
    const given = last > first && (known & PLACES) === 0 && (bits[first]! & (GIVEN | PERSONS)) !== 0;
    const surname =
      last > first && /^\p{Lu}/u.test(tokens[first]!.form) ? tokens[last]!.form.toLowerCase() : null;
    return { span, signs, known, given, surname, key: keyOf(tokens, span) };
  }
}

const blankSense = (): Sense => ({
  place: 0,
  person: 0,
  organisation: 0,
  placeSigns: 0,
  called: 0,
  titled: 0,
  given: 0,
  personSigns: 0,
});

/** A name as it is written, whatever its case and article. */
function keyOf(tokens: readonly Token[], { first, last }: SureSpan): string {
  const forms = tokens.slice(first, last + 1).map(({ form }) => form.toLowerCase());
  return forms.filter((form) => !/^(?:the|['’]s?)$/.test(form)).join(' ');
}

function typeOf({ span, signs: own, known }: Told, sense: Sense, types: NameTypeNumbers): number {
  // "killed 12 ISIL": no dictionary of persons knows what one of bodies does.
  const body = (known & BODIES) !== 0 && (known & (PERSONS | DOUBTFUL | PLACES)) === 0;
  if (span.type === types.person && body && own.person < SURE) return types.organisation;
  const place = sense.place + sense.placeSigns;
  const person = sense.person + sense.personSigns + sense.given;
  const told = (known & PLACES) !== 0 ? TOLD_OF_KNOWN : TOLD;
  const placed = sense.placeSigns >= told && place > person && own.person < SURE;
  if (span.type === types.person && placed) return types.place;
  if (span.type === types.organisation && placed && sense.called >= SURE && place > sense.organisation)
    return types.place;
  if (span.type === types.place && own.place === 0 && sense.titled >= SURE && person > place)
    return types.person;
  return span.type;
}
