/** Words and sentences of a text by their offsets: what a person picks is always whole words. */
import type { Span } from '../api.ts';

const WORD = /[$€£#]?[\p{L}\p{M}\p{N}_]+(?:['’.,:/-][\p{L}\p{M}\p{N}_]+)*%?/gu;

export interface TextWords {
  /** Start and end of each word, in order. */
  words: readonly Span[];
  /** Index of each sentence's first word. */
  sentences: readonly number[];
}

/** For showing and for moving about only: what the engine takes for a sentence is its own matter. */
export function sentencesOf(text: string): Span[] {
  const out: Span[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    for (const { segment, index } of segmenter.segment(line)) {
      const start = from + index + (segment.length - segment.trimStart().length);
      const end = from + index + segment.trimEnd().length;
      if (end > start) out.push([start, end]);
    }
    from += line.length + 1;
  }
  return out;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

export function wordsOf(text: string): TextWords {
  const words = [...text.matchAll(WORD)].map((match): Span => [match.index, match.index + match[0].length]);
  const sentences: number[] = [];
  for (const [start] of sentencesOf(text)) {
    const first = firstAt(words, start);
    if (first < words.length && sentences.at(-1) !== first) sentences.push(first);
  }
  return { words, sentences };
}

/** Index of the first word that ends behind `at`. */
export function firstAt(words: readonly Span[], at: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]![1] > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The stretch widened to whole words; null where it holds none. */
export function snapped({ words }: TextWords, [start, end]: Span): Span | null {
  const first = firstAt(words, start);
  let last = firstAt(words, Math.max(start, end - 1));
  if (words[last] === undefined || words[last]![0] >= end) last--;
  if (last < first || words[first] === undefined || words[first]![0] >= end) return null;
  return [words[first]![0], words[last]![1]];
}

/** A range of words by the indices of its two ends; `focus` is the one that moves. */
export interface WordRange {
  anchor: number;
  focus: number;
}

export type Step = 'next' | 'previous' | 'next-sentence' | 'previous-sentence' | 'start' | 'end';

/** The range after a step; with `extend` the anchor stays. */
export function moved(text: TextWords, range: WordRange, step: Step, extend: boolean): WordRange {
  const focus = Math.min(Math.max(0, target(text, range.focus, step)), Math.max(0, text.words.length - 1));
  return { anchor: extend ? range.anchor : focus, focus };
}

function target({ words, sentences }: TextWords, at: number, step: Step): number {
  const own = sentenceOf(sentences, at);
  switch (step) {
    case 'next':
      return at + 1;
    case 'previous':
      return at - 1;
    case 'start':
      return sentences[own] ?? 0;
    case 'end':
      return (sentences[own + 1] ?? words.length) - 1;
    case 'next-sentence':
      return sentences[own + 1] ?? words.length - 1;
    case 'previous-sentence':
      return at > (sentences[own] ?? 0) ? (sentences[own] ?? 0) : (sentences[own - 1] ?? 0);
  }
}

function sentenceOf(sentences: readonly number[], word: number): number {
  let own = 0;
  while (own + 1 < sentences.length && sentences[own + 1]! <= word) own++;
  return own;
}

export function spanOf({ words }: TextWords, { anchor, focus }: WordRange): Span | null {
  const [first, last] = [words[Math.min(anchor, focus)], words[Math.max(anchor, focus)]];
  return first && last ? [first[0], last[1]] : null;
}

/** Sentences outside furniture that no claim has words of. */
export function bareSentences(
  text: string,
  furniture: readonly Span[],
  claims: readonly (readonly Span[])[],
): Span[] {
  const taken = [...furniture, ...claims.flat()].sort((a, b) => a[0] - b[0]);
  let i = 0;
  let reach = 0;
  return sentencesOf(text).filter(([start, end]) => {
    while (i < taken.length && taken[i]![0] < end) reach = Math.max(reach, taken[i++]![1]);
    return reach <= start && /\p{L}/u.test(text.slice(start, end));
  });
}
