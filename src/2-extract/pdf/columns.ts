/**
 * Puts the lines of a page in the order in which people read them: column by column where a clear gutter parts them,
 * what stands across the gutter (a headline, a table) between what is above and below it.
 */
import type { PdfLine } from './page-lines.ts';

/** Lines that stand under one another; paragraphs are told within one. */
export type PdfBlock = PdfLine[];

const MIN_LINES = 5;
/** Share of the page's text width that each side must have: a column of dates or numbers beside a text is a table. */
const MIN_SHARE = 0.25;
/** Share of lines that may cross a gutter. */
const MOST_CROSSING = 0.25;
const MAX_DEPTH = 3;

export function blocksOfLines(lines: readonly PdfLine[], depth = 0): PdfBlock[] {
  const gutter = depth < MAX_DEPTH ? gutterOf(lines) : null;
  if (gutter === null) return lines.length === 0 ? [] : [inRows(lines)];
  const blocks: PdfBlock[] = [];
  let left: PdfLine[] = [];
  let right: PdfLine[] = [];
  let across: PdfLine[] = [];
  const flushColumns = () => {
    blocks.push(...blocksOfLines(left, depth + 1), ...blocksOfLines(right, depth + 1));
    left = [];
    right = [];
  };
  const flushAcross = () => {
    if (across.length > 0) blocks.push(inRows(across));
    across = [];
  };
  for (const line of [...lines].sort((a, b) => b.y - a.y || a.left - b.left)) {
    if (line.left < gutter && line.right > gutter) {
      flushColumns();
      across.push(line);
    } else {
      flushAcross();
      (line.right <= gutter ? left : right).push(line);
    }
  }
  flushColumns();
  flushAcross();
  return blocks;
}

/** The x at which a gutter stands, or null. */
function gutterOf(lines: readonly PdfLine[]): number | null {
  if (lines.length < 2 * MIN_LINES) return null;
  const from = Math.min(...lines.map((line) => line.left));
  const to = Math.max(...lines.map((line) => line.right));
  const width = to - from;
  let best: { at: number; crossing: number; middle: number } | null = null;
  // Gutters begin where a line begins; there are few different such places.
  const starts = [...new Set(lines.map((line) => Math.round(line.left)))].slice(0, 200);
  for (const start of starts) {
    const at = start - 2;
    if (at < from + width * MIN_SHARE || at > to - width * MIN_SHARE) continue;
    const left = lines.filter((line) => line.right <= at);
    const right = lines.filter((line) => line.left >= at);
    const crossing = lines.length - left.length - right.length;
    if (left.length < MIN_LINES || right.length < MIN_LINES || crossing > lines.length * MOST_CROSSING)
      continue;
    if (widthOf(left) < width * MIN_SHARE || widthOf(right) < width * MIN_SHARE) continue;
    const middle = Math.abs(at - (from + to) / 2);
    if (!best || crossing < best.crossing || (crossing === best.crossing && middle < best.middle))
      best = { at, crossing, middle };
  }
  return best?.at ?? null;
}

/** The median width of lines. */
function widthOf(lines: readonly PdfLine[]): number {
  const widths = lines.map((line) => line.right - line.left).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

/** Lines on one baseline as one, cell after cell. */
function inRows(lines: readonly PdfLine[]): PdfLine[] {
  const rows: PdfLine[] = [];
  for (const line of [...lines].sort((a, b) => b.y - a.y || a.left - b.left)) {
    const row = rows.at(-1);
    if (row && Math.abs(row.y - line.y) <= Math.min(row.size, line.size) * 0.35) {
      const [first, second] = row.left <= line.left ? [row, line] : [line, row];
      rows[rows.length - 1] = {
        text: `${first.text} ${second.text}`,
        left: first.left,
        right: Math.max(row.right, line.right),
        y: row.y,
        size: Math.max(row.size, line.size),
      };
    } else rows.push({ ...line });
  }
  return rows;
}
