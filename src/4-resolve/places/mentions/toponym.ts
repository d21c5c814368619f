/** A name of a place as it stands in the text, before it is known which place it is. */
import type { NameType } from '../../../records/index.ts';

export interface Toponym {
  /** Characters of the bare name: "Idlib" of "the northern province of Idlib". */
  start: number;
  end: number;
  /** The name with the words that say what it is: "Idlib province", "the city of Homs". */
  outerStart: number;
  outerEnd: number;
  text: string;
  /** The words between `outerStart` and `outerEnd`. */
  outer: string;
  /** Words of the bare name, first and last. */
  first: number;
  last: number;
  sentence: number;
  /** Folded name. */
  key: string;
  /** Two to five capitals in a sentence that is not all capitals: no town is meant. */
  abbreviation: boolean;
  /** Feature code called for by words around it ("province", "the village of"), or null. */
  hint: string | null;
  /** What the engine took the name for; null when only the gazetteer knew it. */
  nameType: NameType | null;
  /** Why it stands for those who rule there ("Washington said"), or null: see acts-as-party. */
  party: string | null;
  /** A demonym ("Syrian"): speaks for a country, is no place. */
  demonym: boolean;
}
