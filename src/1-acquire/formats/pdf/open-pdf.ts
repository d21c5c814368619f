/** Opens a PDF with PDF.js, or says in a coded error why it cannot be. Pure: bytes in, no disk, no network, no fonts of the machine. */
import type { getDocumentProxy as opened } from 'unpdf';
import { ReportedlyError } from '../../../errors.ts';
import { bombReason } from './pdf-bombs.ts';
import { outliveStrayErrors } from './stray-errors.ts';

export type Pdf = Awaited<ReturnType<typeof opened>>;

/** The caller closes it with `destroy()`. @throws ReportedlyError `pdf-encrypted`, `pdf-broken` */
export async function openPdf(bytes: Uint8Array, input: string): Promise<Pdf> {
  const bomb = bombReason(bytes);
  if (bomb) throw new ReportedlyError('pdf-broken', { input, reason: bomb });
  // Loaded only by who reads a PDF: it is large.
  const { getDocumentProxy } = await import('unpdf');
  outliveStrayErrors();
  try {
    const pdf = await getDocumentProxy(
      // A copy: PDF.js takes the bytes over.
      Uint8Array.from(bytes),
      {
        verbosity: 0,
        isEvalSupported: false,
        useSystemFonts: false,
        disableFontFace: true,
        useWorkerFetch: false,
        enableXfa: false,
        stopAtErrors: false,
        maxImageSize: 1,
        // Else they depend on what else is installed.
        cMapUrl: undefined,
        standardFontDataUrl: undefined,
      } as never,
    );
    if (pdf.numPages < 1) throw new Error('it has no pages');
    return pdf;
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PasswordException') throw new ReportedlyError('pdf-encrypted', { input });
    throw new ReportedlyError('pdf-broken', { input, reason: reasonOf(message) });
  }
}

function reasonOf(message: string): string {
  const reason = message.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 200);
  return reason === '' ? 'its structure is damaged' : reason[0]!.toLowerCase() + reason.slice(1);
}
