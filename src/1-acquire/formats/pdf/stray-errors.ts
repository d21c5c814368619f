/**
 * PDF.js lets some errors of damaged files go astray: a promise that nobody waits for is rejected, which would end the
 * process. What it could read is read all the same, and what it could not ends in a coded error where it is waited for.
 */

/** Names of the errors of PDF.js; they are no errors of JavaScript's own. */
const OF_PDF_JS = new Set(
  'FormatError InvalidPDFException PasswordException UnknownErrorException ResponseException AbortException XRefEntryException XRefParseException MissingDataException ParserEOFException JpegError Jbig2Error JpxError RenderingCancelledException'.split(
    ' ',
  ),
);

let listening = false;

/** From the first PDF on: stray errors of PDF.js are let go, all others end the process as ever. */
export function outliveStrayErrors(): void {
  if (listening) return;
  listening = true;
  process.on('unhandledRejection', (reason) => {
    if (isOfPdfJs(reason)) return;
    // With no other listener an unhandled rejection ends the process; it still does.
    if (process.listenerCount('unhandledRejection') === 1) throw reason;
  });
}

export const isOfPdfJs = (reason: unknown): boolean =>
  typeof reason === 'object' && reason !== null && OF_PDF_JS.has((reason as { name?: string }).name ?? '');
