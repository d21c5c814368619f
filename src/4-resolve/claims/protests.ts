/** Where in a text people protest: what police do there, and what is thrown there, is of another type than in war. */
import { type EventWords, phraseEndingAt } from '../../3-read/events/words.ts';
import type { Tree } from '../../3-read/syntax/tree.ts';

/** Tells whether a sentence, or one beside it, has a word of protest. */
export function protestsIn(trees: readonly Tree[], words: EventWords): (sentence: number) => boolean {
  const told = trees.map((tree) =>
    tree.tokens.some(
      (token) =>
        ((token.upos === 'NOUN' || token.upos === 'PROPN') &&
          phraseEndingAt(tree.tokens, token.index, words.nouns)?.value.type === '?protest') ||
        (token.upos === 'VERB' && words.verbs.get(token.lemma)?.type === '?protest'),
    ),
  );
  return (sentence) => told[sentence] === true || told[sentence - 1] === true || told[sentence + 1] === true;
}
