/** Lines of a text with their offsets; all later marks are made of these. */
import type { Span } from '../../records/index.ts';

/** A line that holds something, without the white space around it. */
export interface Line {
  start: number;
  end: number;
  text: string;
  /** Whether a blank line, or the start of the text, stands before it. */
  opensParagraph: boolean;
  /** Whether a blank line, or the end of the text, stands after it. */
  closesParagraph: boolean;
  /** Whether it reads on from the line before, as in text that was wrapped at a width: it is no line of its own. */
  readsOn: boolean;
}

/** Lines end at \n, \r\n, \r, and at Unicode's line and paragraph separators. */
const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/** More lines than any report has; a bound on memory. */
export const MAX_LINES = 200_000;

/** @returns at most MAX_LINES lines: where there are more, the rest of the text is not looked through */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let blankBefore = true;
  const add = (from: number, to: number): void => {
    const raw = text.slice(from, to);
    const trimmed = raw.trimStart();
    const start = from + raw.length - trimmed.length;
    const kept = trimmed.trimEnd();
    if (kept === '') {
      blankBefore = true;
      const last = lines.at(-1);
      if (last) last.closesParagraph = true;
      return;
    }
    const before = blankBefore ? undefined : lines.at(-1);
    lines.push({
      start,
      end: start + kept.length,
      text: kept,
      opensParagraph: blankBefore,
      closesParagraph: false,
      readsOn: before !== undefined && readsOn(before.text, kept),
    });
    blankBefore = false;
  };
  let from = 0;
  for (const match of text.matchAll(LINE_END)) {
    if (lines.length >= MAX_LINES) break;
    add(from, match.index);
    from = match.index + match[0].length;
  }
  if (lines.length < MAX_LINES) add(from, text.length);
  const last = lines.at(-1);
  if (last) last.closesParagraph = true;
  return lines;
}

/** Wrapped lines are at least this wide; a shorter one was ended on purpose. */
const MIN_WRAPPED_LENGTH = 45;

function readsOn(before: string, text: string): boolean {
  if (before.length < MIN_WRAPPED_LENGTH || endsSentence(before)) return false;
  return /^\p{Ll}/u.test(text) || (isCapitals(before) && isCapitals(text));
}

function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** How far back from a line's end closing sentences are looked for. */
const CLOSING_LENGTH = 1_200;
const SENTENCE_END = /[.!?…]["'”’)\]]*\s+(?=["'“‘([©™]?[\p{Lu}\d©])/gu;

/** The last sentences of a line, last first; the line's first sentence is among them only where all is short enough. */
export function closingSentences(line: Line): Span[] {
  const from = Math.max(0, line.text.length - CLOSING_LENGTH);
  const tail = line.text.slice(from);
  const starts = from === 0 ? [0] : [];
  for (const match of tail.matchAll(SENTENCE_END)) starts.push(match.index + match[0].length);
  const spans: Span[] = [];
  let end = line.end;
  for (const start of starts.reverse()) {
    const at = line.start + from + start;
    spans.push([at, end - trailingSpace(line, end)]);
    end = at;
  }
  return spans;
}

function trailingSpace(line: Line, end: number): number {
  const before = line.text.slice(0, end - line.start);
  return before.length - before.trimEnd().length;
}

/** Whether a line ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?…]["'”’)\]]*$/.test(text);
}

export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0;
}

/** Two lines that say the same: letters and digits only, case folded. */
export function sameWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
