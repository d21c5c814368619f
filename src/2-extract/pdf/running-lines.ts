/** Running heads, feet and page numbers: lines at the top or foot of pages that come back on others, or only number them. */
import type { PdfLine } from './page-lines.ts';

/** So many rows from the top and from the foot of a page may be running lines. */
const ROWS = 4;
const PAGE_NUMBER = /^\W*(?:page|p\.?|seite|página)?\s*#{1,4}\s*(?:(?:of|\/|de|von)\s*#{1,4})?\W*$/i;
/** Share of the pages on which a line must stand; a chapter's head stands on some only. */
const SHARE = 0.3;

/** Share of the page's height, at its top and at its foot, in which they stand. */
const ZONE = 0.13;

interface Page {
  height: number;
  lines: readonly PdfLine[];
}

/** @returns the lines that are running, by page */
export function runningLines(whole: readonly Page[]): Set<PdfLine>[] {
  const pages = whole.map(({ height, lines }) =>
    lines.filter((line) => line.y > height * (1 - ZONE) || line.y < height * ZONE),
  );
  const running = pages.map(() => new Set<PdfLine>());
  if (pages.length < 2) return running.map((set, i) => numberedOnly(pages[i]!, set, whole[i]!.height));
  for (const fromTop of [true, false]) {
    for (let row = 0; row < ROWS; row++) {
      const rows = pages.map((lines, i) => outermostRow(lines, running[i]!, fromTop, whole[i]!.height));
      const counts = new Map<string, number>();
      for (const lines of rows) {
        for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const least = Math.max(2, Math.ceil(pages.length * SHARE));
      rows.forEach((lines, i) => {
        for (const line of lines) {
          const key = keyOf(line);
          if ((counts.get(key) ?? 0) >= least || PAGE_NUMBER.test(key)) running[i]!.add(line);
        }
      });
    }
  }
  return running;
}

function numberedOnly(lines: readonly PdfLine[], set: Set<PdfLine>, height: number): Set<PdfLine> {
  for (const line of outermostRow(lines, set, false, height))
    if (PAGE_NUMBER.test(keyOf(line))) set.add(line);
  return set;
}

/** The first row of a page, seen from its top or foot, that is not known for running yet. */
function outermostRow(
  lines: readonly PdfLine[],
  known: ReadonlySet<PdfLine>,
  fromTop: boolean,
  height: number,
): PdfLine[] {
  const left = lines.filter((line) => !known.has(line) && line.y > height / 2 === fromTop);
  // Not spread into Math.max: a page may have very many lines.
  let y = fromTop ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  for (const line of left) y = fromTop ? Math.max(y, line.y) : Math.min(y, line.y);
  return left.filter((line) => Math.abs(line.y - y) <= line.size * 0.35);
}

function keyOf(line: PdfLine): string {
  return line.text.replace(/\d/g, '#').replace(/\s+/g, ' ').toLowerCase().trim();
}
