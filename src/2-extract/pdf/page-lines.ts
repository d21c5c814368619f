/** Joins the pieces on a page into lines: runs of text on one baseline, parted where a gap is too wide for a space. */
import type { PdfPage, PdfPiece } from './read-pdf.ts';

export interface PdfLine {
  text: string;
  left: number;
  right: number;
  /** Baseline, upwards from the page's foot. */
  y: number;
  size: number;
}

/** Shares of the size of the type. */
const SAME_LINE = 0.35;
const SPACE = 0.16;
const WIDEST_SPACE = 1.6;
const RAISED = 0.6;

/** @returns lines in the order in which the PDF draws them */
export function linesOfPage({ pieces }: PdfPage): PdfLine[] {
  const lines: PdfLine[] = [];
  let line: PdfLine | null = null;
  let blank = false;
  for (const piece of pieces) {
    const text = piece.text.replace(/\s+/g, ' ');
    if (text.trim() === '') {
      blank = true;
      continue;
    }
    if (line && continues(line, piece)) {
      const gap = piece.x - line.right;
      const spaced = blank || line.text.endsWith(' ') || text.startsWith(' ') || gap > line.size * SPACE;
      line.text = `${line.text.trimEnd()}${spaced ? ' ' : ''}${text.trimStart()}`;
      line.right = Math.max(line.right, piece.x + piece.width);
    } else {
      line = { text, left: piece.x, right: piece.x + piece.width, y: piece.y, size: piece.size };
      lines.push(line);
    }
    blank = false;
  }
  return lines.map((each) => ({ ...each, text: each.text.trim() }));
}

function continues(line: PdfLine, piece: PdfPiece): boolean {
  const rise = Math.abs(piece.y - line.y);
  const sameLine =
    rise <= line.size * SAME_LINE || (piece.size < line.size * 0.8 && rise <= line.size * RAISED);
  const gap = piece.x - line.right;
  return sameLine && gap > -line.size * 0.6 && gap < line.size * WIDEST_SPACE;
}
