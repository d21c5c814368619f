/** Erasing: what must go (a person asks, a law demands) goes for good, and the ledger says that something went. */
import Type from 'typebox';
import { Span } from '../../records/index.ts';

const who = Type.String({ minLength: 1, maxLength: 300 });
const why = Type.String({ minLength: 1, maxLength: 10_000 });

/**
 * `document`: all of it, its Readings, and what was decided on it. `words`: the words at a span of the Reading in force,
 * wherever they stand in that document. `person`: the names given, wherever they stand in the ledger; give every
 * spelling. Names match whole words in any case.
 */
export const EraseInput = Type.Union([
  Type.Object({ who, why, what: Type.Literal('document'), document: Type.String() }),
  Type.Object({ who, why, what: Type.Literal('words'), document: Type.String(), span: Span }),
  Type.Object({
    who,
    why,
    what: Type.Literal('person'),
    names: Type.Array(Type.String({ minLength: 2, maxLength: 300 }), { minItems: 1, maxItems: 100 }),
  }),
]);
export type EraseInput = Type.Static<typeof EraseInput>;

export interface EraseReport {
  /** Number of the tombstone's statement; null for a dry run, or where there was nothing to erase. */
  seq: number | null;
  /** Statements whose content went. */
  statements: number;
  /** Of these, those that stay with the words masked. */
  masked: number;
  /** Documents whose bytes went. */
  originals: number;
  /** Copies the ledger does not control and that may still hold the content. */
  elsewhere: string[];
}
