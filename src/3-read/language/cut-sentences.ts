/** A text to its sentences, each the words of it, with the number of its paragraph. */
import type { Span } from '../../records/index.ts';
import { layoutBreaks, lineBreaks, type SentenceModel, sentenceEnds } from './sentences.ts';
import { findWords, type TokenWords, type WordSpan } from './tokens.ts';

export interface CutSentence {
  paragraph: number;
  words: WordSpan[];
}

/** Stretches in `skip` (sorted, apart) are left out, and sentences end there. */
export function cutSentences(
  text: string,
  skip: readonly Span[],
  tokenWords: TokenWords,
  model: SentenceModel,
): CutSentence[] {
  const breaks = layoutBreaks(text);
  const cut: CutSentence[] = [];
  let paragraph = 0;
  let at = 0;
  for (const [from, to] of [...skip, [text.length, text.length] as const]) {
    const words = findWords(text, at, Math.max(at, from), tokenWords);
    const parts = (i: number) => breaks(words[i]!.end, words[i + 1]!.start);
    let first = 0;
    for (const last of sentenceEnds(text, words, parts, model, tokenWords)) {
      cut.push({ paragraph, words: words.slice(first, last + 1) });
      const next = words[last + 1];
      if (next && (parts(last) || lineBreaks(text, words[last]!.end, next.start) > 1)) paragraph++;
      first = last + 1;
    }
    if (words.length > 0) paragraph++;
    at = Math.max(at, to);
  }
  return cut;
}
