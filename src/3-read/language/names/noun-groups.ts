/** The noun that each word belongs to: determiners, adjectives, compounds and possessors hang on it. */
import type { ReadWords } from './read-words.ts';

const BEFORE = new Set(['det', 'amod', 'compound', 'nummod', 'flat', 'nmod:poss', 'advmod', 'goeswith']);
/** Steps up at most. */
const DEEP = 6;

/** For each word its noun, and for each noun the first word of its group. */
export function nounGroups({ tokens }: ReadWords): { nouns: Int32Array; firsts: Int32Array } {
  const nouns = Int32Array.from(tokens, (_, t) => {
    let at = t;
    for (let step = 0; step < DEEP; step++) {
      const { head, deprel, form } = tokens[at]!;
      if (head < 0) break;
      const up =
        head > at
          ? BEFORE.has(deprel) || (deprel === 'punct' && form === '-')
          : deprel === 'flat' || (deprel === 'case' && /^['’]s?$/.test(form));
      if (!up) break;
      at = head;
    }
    return at;
  });
  const firsts = new Int32Array(tokens.length).fill(-1);
  for (let t = tokens.length - 1; t >= 0; t--) firsts[nouns[t]!] = t;
  return { nouns, firsts };
}
