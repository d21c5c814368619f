/** Joins lines to paragraphs, over columns and pages, and mends words that were parted at line ends. */
import { endsSentence } from '../text/lines.ts';
import type { PdfBlock } from './columns.ts';
import type { PdfLine } from './page-lines.ts';

export interface PdfParagraph {
  text: string;
  size: number;
  /** Number of the page it begins on, from 0. */
  page: number;
  /** Baseline of its first line. */
  y: number;
}

const BULLET = /^(?:[•▪●◦‣■□–*·]|[-−](?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-z][.)](?=\s))/u;
/** A line is short where so much of the column's width is left at its end. */
const SHORT = 0.12;
const WIDE_STEP = 1.35;
const INDENT = 0.8;

/** @param pages the blocks of each page in reading order */
export function paragraphsOf(pages: readonly (readonly PdfBlock[])[]): PdfParagraph[] {
  const words = wordsOf(pages);
  const paragraphs: PdfParagraph[] = [];
  let last: { line: PdfLine; short: boolean } | null = null;
  pages.forEach((blocks, page) => {
    for (const block of blocks) {
      const shape = shapeOf(block);
      block.forEach((line, i) => {
        const before = i > 0 ? block[i - 1]! : null;
        const joins = before
          ? !breaksBetween(before, line, shape)
          : last !== null && runsOver(last.line, last.short, line);
        const open = paragraphs.at(-1);
        if (joins && open) open.text = joined(open.text, line.text, words);
        else paragraphs.push({ text: line.text, size: line.size, page, y: line.y });
        last = { line, short: isShort(line, shape) };
      });
    }
  });
  return paragraphs;
}

interface Shape {
  left: number;
  right: number;
  /** The usual distance from line to line. */
  step: number;
}

function shapeOf(block: PdfBlock): Shape {
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  const steps: number[] = [];
  block.forEach((line, i) => {
    left = Math.min(left, line.left);
    right = Math.max(right, line.right);
    const step = i > 0 ? block[i - 1]!.y - line.y : 0;
    if (step > 0 && step < line.size * 3) steps.push(step);
  });
  steps.sort((a, b) => a - b);
  // The lower quartile: where every paragraph is one or two lines, half of the steps are wide ones.
  return { left, right, step: steps[Math.floor(steps.length / 4)] ?? 0 };
}

function isShort(line: PdfLine, { left, right }: Shape): boolean {
  return line.right < right - (right - left) * SHORT;
}

function breaksBetween(before: PdfLine, line: PdfLine, shape: Shape): boolean {
  if (otherSize(before, line) || BULLET.test(line.text)) return true;
  if (before.y - line.y > shape.step * WIDE_STEP) return true;
  const indented = line.left - before.left > line.size * INDENT;
  if (indented && before.left - shape.left < line.size * 0.4 && !BULLET.test(before.text)) return true;
  // A word that was parted goes on, however short its line.
  if (!isShort(before, shape) || /\p{L}[-‐\u00ad]$/u.test(before.text)) return false;
  return endsSentence(before.text) || /:$/.test(before.text) || !/^[\p{Ll}\d]/u.test(line.text);
}

/** Whether a paragraph goes on in the next column or on the next page. */
function runsOver(before: PdfLine, short: boolean, line: PdfLine): boolean {
  if (otherSize(before, line) || BULLET.test(line.text) || endsSentence(before.text)) return false;
  if (/\p{L}[-‐]$/u.test(before.text) || /^\p{Ll}/u.test(line.text)) return true;
  return !short && /[\p{L}\d,;]$/u.test(before.text);
}

function otherSize(a: PdfLine, b: PdfLine): boolean {
  return Math.abs(a.size - b.size) > Math.max(a.size, b.size) * 0.12;
}

/** Every word of the text that is not cut, for telling what a hyphen at a line's end is. */
function wordsOf(pages: readonly (readonly PdfBlock[])[]): Set<string> {
  const words = new Set<string>();
  for (const line of pages.flat(2)) {
    for (const [word] of line.text.toLowerCase().matchAll(/\p{L}+(?:[-‐]\p{L}+)*(?![-‐])/gu)) words.add(word);
  }
  return words;
}

/** First parts of words that keep their hyphen. */
const KEPT =
  /^(?:anti|cross|counter|ex|far|first|half|high|joint|long|low|man|mid|multi|non|north|once|one|post|pre|pro|re|self|semi|short|single|south|sub|then|three|two|vice|well|east|west|al|el|\d+)$/i;

function joined(text: string, next: string, words: ReadonlySet<string>): string {
  if (/\u00ad$/.test(text)) return text.slice(0, -1) + next;
  const cut = /(\p{L}+(?:[-‐]\p{L}+)*|\d+)[-‐]$/u.exec(text);
  if (!cut) return `${text} ${next}`;
  const rest = /^\p{L}+/u.exec(next)?.[0];
  // `2017-` and `2018`, `Al-` and `Mayadeen`: the hyphen is the word's own.
  if (rest === undefined || !/^\p{Ll}/u.test(rest) || /^\d/.test(cut[1]!)) return text + next;
  const first = cut[1]!.toLowerCase();
  const second = rest.toLowerCase();
  if (words.has(`${first}${second}`)) return text.slice(0, -1) + next;
  if (words.has(`${first}-${second}`) || KEPT.test(first)) return text + next;
  return text.slice(0, -1) + next;
}
