/** The text around a claim, wrapped for a terminal, the words of each field painted and the claim's own underlined. */
import colours from 'picocolors';
import type { Span } from '../../records/index.ts';
import { clean } from './claims-table.ts';

export interface Painted {
  span: Span;
  paint: (text: string) => string;
}

/** Fields' words further away than this are not shown with the claim. */
const REACH = 600;

export function excerpt(
  text: string,
  own: readonly Span[],
  painted: readonly Painted[],
  width: number,
): string {
  const all = [...own, ...painted.map(({ span }) => span)];
  const near = all.filter(([start]) => Math.abs(start - own[0]![0]) < REACH);
  const from = lineStart(text, Math.min(...near.map(([start]) => start)));
  const to = lineEnd(text, Math.max(...near.map(([, end]) => end)));
  const words: { shown: string; size: number }[] = [];
  for (const match of text.slice(from, to).matchAll(/\S+/g)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const covers = ([s, e]: Span) => s < end && e > start;
    const field = painted.find(({ span }) => covers(span));
    const word = clean(match[0]);
    const coloured = field ? field.paint(word) : word;
    words.push({ shown: own.some(covers) ? colours.underline(coloured) : coloured, size: word.length + 1 });
  }
  return wrap(words, width);
}

const lineStart = (text: string, at: number) =>
  Math.max(0, Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('. ', Math.max(0, at - 1)) + 1));

function lineEnd(text: string, at: number): number {
  const stop = text.indexOf('. ', at);
  const line = text.indexOf('\n', at);
  return Math.min(stop < 0 ? text.length : stop + 1, line < 0 ? text.length : line);
}

function wrap(words: readonly { shown: string; size: number }[], width: number): string {
  const lines: string[] = [];
  let line = '  ';
  let length = 2;
  for (const { shown, size } of words) {
    if (length + size > width && length > 2) {
      lines.push(line);
      line = '  ';
      length = 2;
    }
    line += `${shown} `;
    length += size;
  }
  return [...lines, line].join('\n');
}
