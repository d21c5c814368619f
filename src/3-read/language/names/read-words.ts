/** A sentence as the name chains look at it. */
import { LEXICON_FLAGS } from '../lexicon.ts';
import type { Token } from '../parsed-text.ts';
import { type HashedForm, hashedForm } from './hashing.ts';
import type { NounClasses } from './noun-classes.ts';

export interface ReadWords {
  tokens: readonly Token[];
  forms: readonly HashedForm[];
  /** What the dictionaries say of each word, a bit a flag. */
  bits: Int32Array;
  classes: readonly (readonly number[])[];
}

/** The flag that is kept free tells nothing. */
export const FLAG_COUNT = LEXICON_FLAGS.length - 1;

export function readWords(tokens: readonly Token[], flags: Float32Array, nouns: NounClasses): ReadWords {
  const width = LEXICON_FLAGS.length;
  const bits = new Int32Array(tokens.length);
  for (let t = 0; t < tokens.length; t++)
    for (let f = 0; f < FLAG_COUNT; f++) if (flags[t * width + f] !== 0) bits[t]! |= 1 << f;
  return {
    tokens,
    forms: tokens.map(({ form }) => hashedForm(form)),
    bits,
    classes: nouns.of(
      tokens.map(({ form }) => form),
      tokens.map(({ lemma }) => lemma),
    ),
  };
}
