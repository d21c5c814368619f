/** What kind of thing or person a noun means, as the dictionaries of war words have it. */
import { hashText } from '../network/word-features.ts';

/** Rows of the dictionaries that class nouns: the words, then their class where there is one. */
export interface NounRows {
  means: readonly string[][];
  things: readonly string[][];
  persons: readonly string[][];
  actors: readonly string[][];
  places: readonly string[][];
  sources: readonly string[][];
}

/** Words in one entry at most. */
const LONGEST = 4;

export class NounClasses {
  private readonly classes = new Map<string, number[]>();

  constructor(rows: NounRows) {
    for (const [words, kind] of rows.means) this.put(words!, `M${kind}`);
    for (const [words, kind] of rows.things) this.put(words!, `T${kind}`);
    for (const [words, kind] of rows.persons) this.put(words!, `P${kind}`);
    for (const [words] of rows.actors) this.put(words!, 'A');
    for (const [kind, words] of rows.places) this.put(words!, `L${kind}`);
    for (const [words, kind] of rows.sources) this.put(words!, `S${kind}`);
  }

  /** Classes of each word, as hashes: those of the longest entry that ends in it, by its lemma or as it stands. */
  of(forms: readonly string[], lemmas: readonly string[]): readonly (readonly number[])[] {
    const lower = forms.map((form) => form.toLowerCase());
    return lower.map((form, t) => {
      const lemma = lemmas[t]!.toLowerCase();
      for (let k = Math.min(LONGEST - 1, t); k >= 0; k--) {
        const before = k === 0 ? '' : `${lower.slice(t - k, t).join(' ')} `;
        const found = this.classes.get(before + lemma) ?? this.classes.get(before + form);
        if (found) return found;
      }
      return NONE;
    });
  }

  private put(words: string, kind: string): void {
    const hash = hashText(kind);
    const known = this.classes.get(words) ?? [];
    if (!known.includes(hash)) this.classes.set(words, [...known, hash]);
  }
}

const NONE: readonly number[] = [];
