/**
 * Stage 2, Document -> Article: the text of a document with what is known of its publication, and the stretches of it
 * that are no report. Pure: no disk, network or clock; never throws; linear in the document's size.
 */
import { ROW_TYPE } from '../1-acquire/unpack/table/row-document.ts';
import { TELEGRAM_TYPE } from '../1-acquire/unpack/telegram/telegram.ts';
import type { Document, Note } from '../records/index.ts';
import { assembleArticle } from './assemble-article.ts';
import { declaredCharset } from './decode/declared-charset.ts';
import { decode } from './decode/decode.ts';
import type { Extracted, ExtractStatus } from './extracted.ts';
import { pageText } from './html/page-text.ts';
import { type SavedFrom, savedFrom } from './html/saved-from.ts';
import { identifyLanguage } from './language/identify-language.ts';
import { LIVE_ENTRY_TYPE } from './live-blog/live-entry.ts';
import { mailText } from './mail/mail-text.ts';
import type { PageMetadata } from './metadata/page-metadata.ts';
import { webAddress } from './metadata/web-address.ts';
import { mhtmlPage } from './mhtml/mhtml-page.ts';
import type { OpenedDocument } from './open-document.ts';
import { pdfText } from './pdf/pdf-text.ts';
import { liveEntryText } from './rows/live-entry-text.ts';
import { rowText } from './rows/row-text.ts';
import { telegramText } from './rows/telegram-text.ts';
import type { ExtractRules } from './rules/extract-rules.ts';
import { readFurniture } from './text/furniture.ts';
import { type Mark, withoutMarks } from './text/marks.ts';

/** Text as it stands in the document, or as a page shows it, with the page's own metadata. */
interface Source {
  text: string;
  metadata: PageMetadata | null;
  notes: Note[];
  /** Furniture that the format itself tells. */
  marks?: Mark[];
}

/** How the bytes of a media type become text: one row a format. */
const READERS: Readonly<Record<string, (document: OpenedDocument, rules: ExtractRules) => Source>> = {
  'text/plain': readPlainText,
  'text/markdown': readPlainText,
  'text/html': readPage,
  'application/xhtml+xml': readPage,
  'application/pdf': readPdfContent,
  'message/rfc822': readMailContent,
  'multipart/related': readPackedPage,
  [ROW_TYPE]: (document) => rowText(jsonOf(document)),
  [TELEGRAM_TYPE]: (document) => telegramText(jsonOf(document)),
  [LIVE_ENTRY_TYPE]: (document) => liveEntryText(jsonOf(document)),
};

/** Whether documents of a media type are read at all; others are kept. */
export function isExtracted(mediaType: string): boolean {
  return mediaType in READERS;
}

/**
 * @param document bytes with their media type; plain text becomes the article's text as it came, never cut
 * @param rules the language's dictionaries, read by the engine
 */
export function extract(document: OpenedDocument, rules: ExtractRules): Extracted {
  const read = READERS[document.mediaType];
  if (!read) {
    const reason = `${document.mediaType} is a format that is not extracted`;
    const notes = [{ step: 'extract', reason, span: null }];
    const source = { text: '', metadata: null, notes };
    const { article, notes: own } = assemble(source, document, rules);
    return { article, notes: own, status: 'unsupported' };
  }
  return assemble(read(document, rules), document, rules);
}

function assemble(source: Source, document: Document, rules: ExtractRules): Extracted {
  const title = document.given.title ?? source.metadata?.title ?? document.given.item?.title ?? null;
  const furniture = readFurniture(source.text, title, rules, {
    marks: source.marks,
    locale: source.metadata?.locale ?? null,
  });
  const report = withoutMarks(source.text, furniture.marks);
  const language = identifyLanguage(report, source.metadata?.language ?? null);
  const { article, notes } = assembleArticle({ ...source, document, furniture, rules, language });
  const hasText = /[\p{L}\p{N}]/u.test(report);
  const status = !hasText ? 'no-text' : language.another ? 'another-language' : 'ready';
  return { article, notes: [...source.notes, ...notes, ...notReadNote(status, article.language)], status };
}

/** Says why an article is kept and shown, but has no claims. */
function notReadNote(status: ExtractStatus, language: string): Note[] {
  if (status === 'ready') return [];
  const reason =
    status === 'another-language'
      ? `in another language (${language}), which is not read yet`
      : 'there is no text in it';
  return [{ step: 'not-read', reason, span: null }];
}

function readPlainText(document: Document): Source {
  const given = document.provenance.how === 'paste';
  const { text, remarks } = decode(document.bytes, document.charset, { keepByteOrderMark: given });
  return { text, metadata: null, notes: remarks.map(decodeNote) };
}

function readPage(document: Document, rules: ExtractRules): Source {
  return readHtml(document, rules, { bytes: document.bytes, charset: document.charset, address: null });
}

interface PackedPage {
  bytes: Uint8Array;
  charset: string | null;
  /** What an archive gives for the page. */
  address: string | null;
}

function readHtml(
  { given, provenance }: Document,
  { dateWords }: ExtractRules,
  { bytes, charset, address }: PackedPage,
): Source {
  const { text: html, remarks } = decode(bytes, charset ?? declaredCharset(bytes));
  const saved = savedFrom(html);
  const location = given.url ?? provenance.finalUrl ?? address ?? saved?.address ?? null;
  const page = pageText(html, location, dateWords);
  // What a page says of its own address stands before where it was saved from.
  const url = page.metadata.url ?? (location === null ? null : webAddress(location, null));
  const notes = [...remarks.map(decodeNote), ...page.notes];
  if (saved) notes.push(savedNote(saved));
  return { ...page, metadata: { ...page.metadata, url }, notes };
}

function savedNote({ address, saved }: SavedFrom): Note {
  const when = saved === null ? '' : ` on ${saved}`;
  return { step: 'page', reason: `saved from ${address}${when}`, span: null };
}

function readPackedPage(document: Document, rules: ExtractRules): Source {
  const page = mhtmlPage(document.bytes);
  if (page) return readHtml(document, rules, page);
  return {
    text: '',
    metadata: null,
    notes: [{ step: 'page', reason: 'there is no page in it', span: null }],
  };
}

function readMailContent({ content }: OpenedDocument): Source {
  return content?.kind === 'mail' ? mailText(content) : NOT_OPENED;
}

function jsonOf({ bytes }: Document): string {
  return new TextDecoder().decode(bytes);
}

function readPdfContent({ content }: OpenedDocument): Source {
  if (content?.kind !== 'pdf') return NOT_OPENED;
  return pdfText(content);
}

/** A caller's mistake, told like anything else that is left out. */
const NOT_OPENED: Source = {
  text: '',
  metadata: null,
  notes: [{ step: 'extract', reason: 'the document was not opened before', span: null }],
};

function decodeNote(reason: string): Note {
  return { step: 'decode', reason, span: null };
}
