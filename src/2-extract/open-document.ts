/**
 * The part of reading a document that libraries only do asynchronously: taking the pieces out of formats that are no text
 * themselves. What comes out is plain data; everything after it is `extract`, which is pure.
 */
import type { Document } from '../records/index.ts';
import { type MailContent, readMail } from './mail/read-mail.ts';
import { type PdfContent, readPdf } from './pdf/read-pdf.ts';

export type Content = PdfContent | MailContent;

/** A document with what was taken out of it; without, `extract` reads formats of text only. */
export interface OpenedDocument extends Document {
  content?: Content;
}

const OPENERS: Readonly<Record<string, (document: Document) => Promise<Content>>> = {
  'application/pdf': ({ bytes }) => readPdf(bytes),
  'message/rfc822': ({ bytes }) => readMail(bytes),
};

/** Whether a format must be opened before it can be extracted. */
export function needsOpening({ mediaType }: Document): boolean {
  return mediaType in OPENERS;
}

/** Never throws. */
export async function openDocument(document: Document): Promise<OpenedDocument> {
  const open = OPENERS[document.mediaType];
  return open ? { ...document, content: await open(document) } : document;
}
