/** The pieces of text that stand on the pages of a PDF, with their places: what the pure steps after it work on. */
import { openPdf, type Pdf } from '../../1-acquire/formats/pdf/open-pdf.ts';
import { ReportedlyError } from '../../errors.ts';

/** One run of text as a PDF draws it. Coordinates in points, y upwards from the page's foot. */
export interface PdfPiece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

export interface PdfPage {
  width: number;
  height: number;
  pieces: PdfPiece[];
}

export interface PdfContent {
  kind: 'pdf';
  pages: PdfPage[];
  /** Entries of the PDF's own description, as written. */
  info: { title: string | null; producer: string | null; created: string | null; modified: string | null };
  /** Pages and pieces that were left out, and why. */
  remarks: string[];
}

export const PDF_LIMITS = { pages: 500, pieces: 300_000, characters: 2_000_000 };

/** Never throws: of what cannot be opened or read, a remark is what stays. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const content: PdfContent = {
    kind: 'pdf',
    pages: [],
    info: { title: null, producer: null, created: null, modified: null },
    remarks: [],
  };
  let pdf: Pdf | null = null;
  try {
    pdf = await openPdf(bytes, 'the PDF');
    content.info = await infoOf(pdf);
    await readPages(pdf, content);
  } catch (error) {
    const coded = error instanceof ReportedlyError;
    content.remarks.push(
      coded ? `${error.message} (${error.code})` : 'its pages could not be read (pdf-broken)',
    );
  }
  // What goes wrong while closing is of no interest: all is read.
  await pdf?.destroy().catch(() => {});
  return content;
}

async function infoOf(pdf: Pdf): Promise<PdfContent['info']> {
  const data = await pdf.getMetadata().catch(() => null);
  const info = (data?.info ?? {}) as Record<string, unknown>;
  const text = (value: unknown) =>
    typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 400) : null;
  return {
    title: text(info.Title),
    producer: text(info.Producer) ?? text(info.Creator),
    created: dateOf(text(info.CreationDate)),
    modified: dateOf(text(info.ModDate)),
  };
}

/** `D:20171007120000+02'00'` to its day; anything else is no date. */
function dateOf(text: string | null): string | null {
  const match = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(text ?? '');
  return match ? `${match[1]}-${match[2]}-${match[3]}` : null;
}

async function readPages(pdf: Pdf, content: PdfContent): Promise<void> {
  const room = { pieces: PDF_LIMITS.pieces, characters: PDF_LIMITS.characters };
  const pages = Math.min(pdf.numPages, PDF_LIMITS.pages);
  for (let number = 1; number <= pages; number++) {
    try {
      content.pages.push(await readPage(pdf, number, room));
    } catch {
      content.pages.push({ width: 0, height: 0, pieces: [] });
      content.remarks.push(`page ${number} could not be read`);
    }
    if (room.pieces <= 0 || room.characters <= 0) {
      content.remarks.push(`there is more text than is read: it ends on page ${number} of ${pdf.numPages}`);
      return;
    }
  }
  if (pages < pdf.numPages)
    content.remarks.push(`only the first ${pages} of ${pdf.numPages} pages were read`);
}

async function readPage(
  pdf: Pdf,
  number: number,
  room: { pieces: number; characters: number },
): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const pieces: PdfPiece[] = [];
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      for (const item of (next.value as { items: unknown[] }).items) {
        const piece = pieceOf(item, left, bottom);
        if (!piece || piece.text === '') continue;
        if (--room.pieces < 0 || (room.characters -= piece.text.length) < 0) return finished();
        pieces.push(piece);
      }
    }
  } finally {
    await reader.cancel(new Error('done')).catch(() => {});
    page.cleanup();
  }
  return finished();

  function finished(): PdfPage {
    return { width: right - left, height: top - bottom, pieces };
  }
}

/** Null for what is no text, and for text that stands upright along a margin. */
function pieceOf(item: unknown, left: number, bottom: number): PdfPiece | null {
  const { str, transform, width } = item as { str?: string; transform?: number[]; width?: number };
  if (typeof str !== 'string' || !transform) return null;
  const [a = 0, b = 0, , d = 0, e = 0, f = 0] = transform;
  if (Math.abs(b) > Math.abs(a)) return null;
  const size = Math.abs(d) || Math.abs(a);
  const numbers = [e, f, size, width ?? 0];
  if (!numbers.every(Number.isFinite) || size <= 0 || size > 2000) return null;
  return { text: str, x: e - left, y: f - bottom, width: Math.max(0, width ?? 0), size };
}
