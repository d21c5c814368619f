/** What a document is, by its content first; its name and declared type only tell kinds of text apart. */
import { ReportedlyError } from '../../errors.ts';
import { looksLikeMhtml } from '../unpack/mail/mail-head.ts';
import { magicNumber } from './magic-numbers.ts';
import { utf16Shape } from './utf16-shape.ts';

/** How much is looked at. */
const LOOKED_AT_BYTES = 65_536;

/** Kinds of text that hold reports but are not extracted; each is to become an importer's. */
const OTHER_TEXT: readonly { name: string; endings: RegExp; types: RegExp; content: RegExp | null }[] = [
  {
    name: 'a feed',
    endings: /\.(?:rss|atom|rdf|opml)$/i,
    types: /^application\/(?:rss|atom|rdf)\+xml$/,
    content: /^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*)*<(?:rss|feed|rdf:RDF|opml)\b/i,
  },
  {
    name: 'a sitemap or other XML file',
    endings: /\.xml$/i,
    types: /^(?:application|text)\/xml$/,
    content: /^<\?xml[^>]{0,200}\?>\s*(?!<!doctype html|<html)/i,
  },
  { name: 'a JSON file', endings: /\.(?:json|jsonl|ndjson)$/i, types: /\bjson$/, content: null },
  {
    name: 'a table',
    endings: /\.(?:csv|tsv)$/i,
    types: /^text\/(?:csv|tab-separated-values)$/,
    content: null,
  },
];

/** Declared types under which text may come; anything else is believed to be what it says. */
const TEXT_TYPES = /^(?:text\/(?:html|plain|markdown|x-markdown)|application\/(?:xhtml\+xml|octet-stream))$/;
const HTML_START =
  /^(?:<\?xml[^>]{0,200}\?>|<!--(?:[^-]|-(?!->)){0,2000}-->|\s)*<(?:!doctype html|html|head|body|article|main|meta|title|h1|p|div|table|script)\b/i;

/**
 * @param name path or address, for its ending
 * @param declared media type by transport, or null
 * @throws ReportedlyError `input-binary`, `input-type`
 */
export function mediaTypeOf(bytes: Uint8Array, name: string, declared: string | null): string {
  const magic = magicNumber(bytes);
  if (magic?.mediaType) return magic.mediaType;
  const binary = magic?.name ?? unreadable(bytes);
  if (binary !== null) throw new ReportedlyError('input-binary', { input: name, reason: `it is ${binary}` });
  if (looksLikeMhtml(bytes)) return 'multipart/related';
  const start = textStart(bytes);
  const ending = endingOf(name);
  const html = HTML_START.test(start);
  const other = html
    ? undefined
    : OTHER_TEXT.find(
        (kind) => kind.endings.test(ending) || kind.types.test(declared ?? '') || kind.content?.test(start),
      );
  const type =
    other?.name ?? (declared !== null && !TEXT_TYPES.test(declared) ? `of type ${declared}` : null);
  if (type !== null) throw new ReportedlyError('input-type', { input: name, type });
  if (html || isHtmlType(declared) || /\.x?html?$/i.test(ending)) return 'text/html';
  return /\.(?:md|markdown)$/i.test(ending) || /markdown$/.test(declared ?? '')
    ? 'text/markdown'
    : 'text/plain';
}

/** Types under which feeds, sitemaps and lists of feeds come. */
const LISTING_TYPES =
  /^(?:(?:text|application)\/(?:xml|x-opml|json)|application\/(?:(?:rss|atom|rdf)\+xml|(?:feed|activity)\+json|(?:x-)?gzip))$/;

/** Types of PDFs, and of tables, mail and archives that hold reports. */
const HOLDING_TYPES =
  /^(?:application\/(?:pdf|(?:x-)?(?:ndjson|jsonl|jsonlines)|warc|wacz)|text\/(?:csv|tab-separated-values)|message\/rfc822|multipart\/related)$/;

/** Whether a declared media type may hold a report or a list of reports at all, so that its body is worth reading. */
export function mayBeFetched(declared: string | null): boolean {
  return (
    declared === null ||
    TEXT_TYPES.test(declared) ||
    LISTING_TYPES.test(declared) ||
    HOLDING_TYPES.test(declared)
  );
}

function isHtmlType(declared: string | null): boolean {
  return declared === 'text/html' || declared === 'application/xhtml+xml';
}

/** Names what makes bytes no text, or null: zeros that UTF-16 does not explain, or too many control characters. */
function unreadable(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, LOOKED_AT_BYTES);
  if (isUtf16(bytes)) return null;
  let zeros = 0;
  let controls = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at]!;
    if (byte === 0) zeros++;
    else if ((byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b) || byte === 0x7f) controls++;
  }
  // A stray zero or form feed is a fault of a text; many are not text.
  if (zeros * 1000 > length || controls * 50 > length) return 'binary data';
  return null;
}

function isUtf16(bytes: Uint8Array): boolean {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return marked || utf16Shape(bytes) !== null;
}

/** The first characters, enough of them right to see a tag: zeros of UTF-16 and byte order marks are left out. */
function textStart(bytes: Uint8Array): string {
  const text = String.fromCharCode(...bytes.subarray(0, 4096).filter((byte) => byte !== 0));
  return text.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').trimStart();
}

/** The name's last part without query or fragment: `page.html` of `https://example.org/page.html?x=y.json`. */
function endingOf(name: string): string {
  const path = /^https?:/i.test(name) && URL.canParse(name) ? new URL(name).pathname : name;
  return path.slice(path.lastIndexOf('/') + 1);
}
