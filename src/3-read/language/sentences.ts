/**
 * Words to sentences. A blank line always parts; a line break parts unless the text is wrapped at a fixed width;
 * elsewhere a logistic model over the words around a possible end decides (trained by train/sentences.ts).
 */
import { hashText, shapeOf } from './network/word-features.ts';
import type { TokenWords, WordSpan } from './tokens.ts';

/** Weights by hashed feature; a boundary is set where their sum is above 0. */
export interface SentenceModel {
  weights: Float32Array;
}

/** Weights from their file: hundredths as 16-bit integers, little endian. */
export function readSentenceWeights(bytes: Uint8Array): SentenceModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    weights: Float32Array.from({ length: bytes.length / 2 }, (_, i) => view.getInt16(i * 2, true) / 100),
  };
}

export const SENTENCE_BUCKETS = 1 << 14;

/** The network reads at most so many words at once; longer stretches are cut at the best mark before. */
export const SENTENCE_MAX = 160;

const ENDS = new Set([
  '.',
  '!',
  '?',
  '…',
  '...',
  ':',
  ';',
  '--',
  '—',
  '-',
  '–',
  '"',
  '”',
  "'",
  '’',
  "''",
  ')',
  ']',
  '»',
]);
const TERMINAL = /^(?:[.!?…]+|.*[.!?…])$/u;
const CLOSERS = new Set(['"', '”', "'", '’', "''", ')', ']', '»']);

/** Whether a sentence could end after word i (of those in one paragraph). */
export function isCandidate(text: string, words: readonly WordSpan[], i: number): boolean {
  const word = words[i]!;
  const form = text.slice(word.start, word.end);
  if (ENDS.has(form) || form.endsWith('.') || /[!?…]$/.test(form)) return true;
  return lineBreaks(text, word.end, words[i + 1]!.start) > 0;
}

/** Line breaks between two offsets, at most 2 counted. */
export function lineBreaks(text: string, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to && n < 2; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 0x2028 || c === 0x2029 || (c === 13 && text.charCodeAt(i + 1) !== 10)) n++;
  }
  return n;
}

/** Hashed features of the gap after word i. */
export function boundaryFeatures(
  text: string,
  words: readonly WordSpan[],
  i: number,
  tokenWords: TokenWords,
): Int32Array {
  const form = (k: number) => {
    const w = words[k];
    return w ? text.slice(w.start, Math.min(w.end, w.start + 24)) : '';
  };
  // The mark that would end the sentence, behind closing quotes and brackets.
  let m = i;
  while (m > 0 && m > i - 3 && CLOSERS.has(form(m))) m--;
  const end = form(m);
  const before = form(m - 1);
  const next = form(i + 1);
  const after = form(i + 2);
  const closers = i - m;
  const broken = lineBreaks(text, words[i]!.end, words[i + 1]!.start);
  const glued = words[i]!.end === words[i + 1]!.start ? 1 : 0;
  const nextShape = shapeOf(next);
  const kind = tokenWords.abbreviations.get(end) ?? (end.length > 1 && end.endsWith('.') ? 'dotted' : '');
  const terminal = TERMINAL.test(end) ? 1 : 0;
  const endKey = /^[^\p{L}\p{N}]+$/u.test(end) ? end : kind || 'word';
  const base = [
    `e:${endKey}|${closers > 0}`,
    `eb:${endKey}|${broken}`,
    `en:${endKey}|${nextShape.slice(0, 3)}|${closers > 0}`,
    `ek:${kind}|${nextShape.slice(0, 2)}`,
    `ew:${end.length > 1 ? end.toLowerCase() : ''}|${nextShape.slice(0, 2)}`,
    `n:${next.toLowerCase()}`,
    `tn:${terminal}|${next.toLowerCase()}`,
    `ns:${nextShape}|${terminal}`,
    `as:${shapeOf(after)}|${nextShape.slice(0, 2)}|${terminal}`,
    `b:${before.toLowerCase()}|${endKey}`,
    `bs:${shapeOf(before)}|${endKey}|${nextShape.slice(0, 2)}`,
    `bl:${Math.min(before.length, 4)}|${endKey}|${nextShape.slice(0, 2)}`,
    `br:${broken}|${terminal}|${nextShape.slice(0, 2)}`,
    `g:${glued}|${endKey}|${nextShape.slice(0, 2)}`,
    `q:${closers}|${CLOSERS.has(next)}|${endKey}`,
    'bias',
  ];
  return Int32Array.from(base, (f) => hashText(f) % SENTENCE_BUCKETS);
}

/** Index of the last word of each sentence. `parts[i]` is true where the layout of the text parts after word i. */
export function sentenceEnds(
  text: string,
  words: readonly WordSpan[],
  parts: (i: number) => boolean,
  model: SentenceModel,
  tokenWords: TokenWords,
): number[] {
  const ends: number[] = [];
  let first = 0;
  for (let i = 0; i < words.length; i++) {
    const last = i === words.length - 1;
    if (
      !last &&
      !parts(i) &&
      !(
        isCandidate(text, words, i) &&
        !isInitials(text, words[i]!, words[i + 1]!, tokenWords) &&
        (endsQuoted(text, words, i) || scoreOf(text, words, i, model, tokenWords) > 0)
      )
    ) {
      if (i - first + 1 < SENTENCE_MAX) continue;
      const cut = cutBefore(text, words, first, i);
      ends.push(cut);
      first = cut + 1;
      continue;
    }
    ends.push(i);
    first = i + 1;
  }
  return ends;
}

const INITIALS = /^(?:\p{Lu}\.){2,}$/u;
const STARTS =
  /^(?:The|A|An|He|She|It|They|We|I|You|In|On|At|But|And|So|If|As|This|That|These|Those|There|Then|For|From|To|Of|His|Her|Their|Its|Our|Police|Officials|After|Before|When|While)$/;

/** Words that have a capital nowhere but at the start of a sentence. */
const BEGINS =
  /^(?:The|A|An|He|She|It|They|We|But|And|If|As|This|That|These|Those|There|Then|His|Her|Their|Its)$/;

/** "B.B. King": initials that are no known abbreviation, before a name. */
function isInitials(text: string, word: WordSpan, next: WordSpan, { abbreviations }: TokenWords): boolean {
  const form = text.slice(word.start, Math.min(word.end, word.start + 12));
  if (!INITIALS.test(form) || abbreviations.has(form)) return false;
  const name = text.slice(next.start, Math.min(next.end, next.start + 24));
  return /^\p{Lu}\p{Ll}/u.test(name) && !STARTS.test(name);
}

/** `"they fired on us" The army denied it`: a closing mark without a stop, and a word that begins sentences with a capital. */
function endsQuoted(text: string, words: readonly WordSpan[], i: number): boolean {
  const [before, mark, next] = [words[i - 1], words[i]!, words[i + 1]!];
  if (!/^(?:["”]|'')$/.test(text.slice(mark.start, Math.min(mark.end, mark.start + 3)))) return false;
  if (before?.end !== mark.start || next.start === mark.end || !/\p{Ll}/u.test(text[before.end - 1]!))
    return false;
  return BEGINS.test(text.slice(next.start, Math.min(next.end, next.start + 8)));
}

function scoreOf(
  text: string,
  words: readonly WordSpan[],
  i: number,
  model: SentenceModel,
  tokenWords: TokenWords,
): number {
  let score = 0;
  for (const f of boundaryFeatures(text, words, i, tokenWords)) score += model.weights[f]!;
  return score;
}

/** Where to cut an overlong stretch: after the last semicolon, colon or comma of its second half, else at its end. */
function cutBefore(text: string, words: readonly WordSpan[], first: number, last: number): number {
  for (const mark of [';', ':', ',']) {
    for (let i = last; i > first + SENTENCE_MAX / 2; i--) {
      const w = words[i]!;
      if (w.end - w.start === 1 && text[w.start] === mark) return i;
    }
  }
  return last;
}

/**
 * Whether single line breaks part sentences: not where lines are wrapped at a fixed width, as in mail and old wires.
 * Returns a test for the gap between two words.
 */
export function layoutBreaks(text: string): (from: number, to: number) => boolean {
  const wrapped = isWrapped(text);
  return (from, to) => {
    const n = lineBreaks(text, from, to);
    if (n === 0) return false;
    return n > 1 || !wrapped;
  };
}

/** Wrapped text: at least 5 lines run on into the next, and most line ends stand near the longest line's. */
function isWrapped(text: string): boolean {
  let lines = 0;
  let near = 0;
  let runOn = 0;
  let longest = 0;
  const lengths: number[] = [];
  let start = 0;
  while (start <= text.length && lines < 2000) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const length = end - start;
    if (length > 0 && end < text.length && text[end + 1] !== '\n' && text[end + 1] !== '\r') {
      lines++;
      lengths.push(length);
      if (length > longest) longest = length;
      const last = text[end - 1] === '\r' ? text[end - 2]! : text[end - 1]!;
      if (!/[.!?:"”)\]]/.test(last)) runOn++;
    }
    start = end + 1;
  }
  if (lines < 5 || longest > 130 || longest < 40) return false;
  for (const length of lengths) if (length > longest * 0.7) near++;
  return near / lines > 0.6 && runOn / lines > 0.5;
}
