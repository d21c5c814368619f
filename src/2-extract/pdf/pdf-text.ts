/** A PDF as text: title and paragraphs, running lines at the end as furniture, with what the PDF says of itself. */
import type { Note } from '../../records/index.ts';
import { NO_METADATA, type PageMetadata } from '../metadata/page-metadata.ts';
import { sameWords, wordCount } from '../text/lines.ts';
import type { Mark } from '../text/marks.ts';
import { blocksOfLines } from './columns.ts';
import { linesOfPage } from './page-lines.ts';
import { type PdfParagraph, paragraphsOf } from './paragraphs.ts';
import type { PdfContent } from './read-pdf.ts';
import { runningLines } from './running-lines.ts';

export interface PdfText {
  text: string;
  metadata: PageMetadata;
  marks: Mark[];
  notes: Note[];
}

export function pdfText(content: PdfContent): PdfText {
  const pages = content.pages.map(linesOfPage);
  const running = runningLines(pages.map((lines, i) => ({ lines, height: content.pages[i]!.height })));
  const paragraphs = paragraphsOf(
    pages.map((lines, i) => blocksOfLines(lines.filter((line) => !running[i]!.has(line)))),
  );
  const title = titleOf(paragraphs, content);
  const body = paragraphs.map((paragraph) => paragraph.text).join('\n\n');
  const heads = [...new Set(running.flatMap((lines) => [...lines].map((line) => line.text)))];
  const { text, marks } = withFurniture(body, heads);
  return {
    text,
    metadata: { ...NO_METADATA, title },
    marks,
    notes: [...notesOf(content, pages), ...content.remarks.map(note)],
  };
}

/** Running lines stand after the report, once each: between its pages they would cut sentences in two. */
function withFurniture(body: string, heads: readonly string[]): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = body;
  for (const head of heads) {
    if (text !== '') text += marks.length === 0 ? '\n\n' : '\n';
    marks.push({ span: [text.length, text.length + head.length], rule: 'running-line', facts: [] });
    text += head;
  }
  return { text, marks };
}

const MAX_TITLE_WORDS = 40;

/** What stands largest on the first page's upper part; the PDF's own entry only where the page has it or has none. */
function titleOf(paragraphs: readonly PdfParagraph[], { pages, info }: PdfContent): string | null {
  const first = paragraphs.filter(({ page }) => page === 0);
  const entry = info.title !== null && isTitle(info.title) ? info.title : null;
  const shown = first.find(({ text }) => entry !== null && sameWords(text) === sameWords(entry));
  if (shown) return shown.text;
  const middle = (pages[0]?.height ?? 0) * 0.45;
  const usual = usualSize(paragraphs);
  const largest = first
    .filter(({ text, y }) => y > middle && wordCount(text) <= MAX_TITLE_WORDS && wordCount(text) > 1)
    .reduce<PdfParagraph | null>((best, each) => (best && best.size >= each.size ? best : each), null);
  if (largest && largest.size > usual * 1.15) return largest.text;
  return entry;
}

/** The size that most of the text has. */
function usualSize(paragraphs: readonly PdfParagraph[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of paragraphs) {
    const rounded = Math.round(size * 2) / 2;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
  }
  return [...lengths].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? 0;
}

/** Programs write file names and their own names there. */
function isTitle(title: string): boolean {
  if (wordCount(title) < 2 || title.length > 300) return false;
  return !/^(?:microsoft|powerpoint|untitled|document\d*|slide)\b|\.(?:docx?|pdf|indd|rtf|odt|qxd|p65)\b/i.test(
    title,
  );
}

function notesOf({ pages, info }: PdfContent, lines: readonly unknown[][]): Note[] {
  const made = [info.created && `on ${info.created}`, info.producer && `by ${info.producer}`].filter(Boolean);
  const changed = info.modified && info.modified !== info.created ? `, changed on ${info.modified}` : '';
  const notes = made.length > 0 ? [note(`the file was made ${made.join(' ')}${changed}`)] : [];
  const empty = pages.flatMap((_, i) => (lines[i]!.length === 0 ? [i + 1] : []));
  if (empty.length === 0) return notes;
  const which =
    empty.length === pages.length ? 'none of its pages has' : `no text on page ${rangesOf(empty)}: it has`;
  return [...notes, note(`${which} a layer of text: they are pictures, as scanners make them (pdf-scanned)`)];
}

/** `2, 4-6`. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const n of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else ranges.push([n, n]);
  }
  return ranges.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(', ');
}

function note(reason: string): Note {
  return { step: 'pdf', reason, span: null };
}
