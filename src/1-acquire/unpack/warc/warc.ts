/** Web archives (WARC): each page, text and PDF that was answered or kept, with its address, date and headers. */
import type { WARCRecord } from 'warcio';
import { ReportedlyError } from '../../../errors.ts';
import type { AcquireContext } from '../../importer.ts';
import { tooLarge } from '../../limits.ts';
import { keptHeaders, contentType as mediaTypeAndCharset } from '../../web/headers.ts';
import type { ByteSource } from '../byte-source.ts';
import type { Part, Unpacker } from '../unpacker.ts';

export const warc: Unpacker = {
  name: 'a web archive',
  takes: ({ head }) => Buffer.from(head.subarray(0, 5)).toString('latin1') === 'WARC/',
  unpack: (source, context) => recordsOf(source, context, () => true),
};

/** Kinds of records that hold a document; the rest is about them. */
const HOLDING = new Set(['response', 'resource', 'conversion']);
const TYPES = /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf))$/;

/** @param wanted which addresses are documents, where the archive says which are pages */
export async function* recordsOf(
  source: ByteSource,
  context: AcquireContext,
  wanted: (address: string) => boolean,
): AsyncGenerator<Part> {
  // Loaded only by who reads an archive.
  const { WARCParser } = await import('warcio');
  let number = 0;
  try {
    for await (const record of WARCParser.iterRecords(small(source.stream()))) {
      number++;
      const part = await partOf(record, { number, source, context, wanted });
      if (part) yield part;
      await record.skipFully();
    }
  } catch (error) {
    if (error instanceof ReportedlyError) throw error;
    const reason = `after record ${number}: ${String((error as Error).message ?? error).slice(0, 200)}`;
    throw new ReportedlyError('container-broken', { input: source.name, reason });
  }
  if (number === 0) {
    throw new ReportedlyError('container-broken', { input: source.name, reason: 'it has no whole record' });
  }
}

/** In small pieces: packed content is unpacked a piece at a time, and must not fill the memory. */
async function* small(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const most = 1 << 15;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += most) yield chunk.subarray(at, at + most);
  }
}

interface RecordContext {
  number: number;
  source: ByteSource;
  context: AcquireContext;
  wanted: (address: string) => boolean;
}

async function partOf(record: WARCRecord, about: RecordContext): Promise<Part | null> {
  const { number, source, context } = about;
  const reason = passReason(record, about.wanted);
  if (reason !== null) {
    context.passedOver(`${source.name}#record=${number}`, reason);
    return null;
  }
  const part = `record=${number}`;
  const headers = headersOf(record);
  const declared = mediaTypeAndCharset(contentType(record));
  try {
    const bytes = await contentOf(record, context.maxBytes, `${source.name}#${part}`);
    const cut = (record._reader as { limit?: number }).limit ?? 0;
    if (cut > 0)
      throw new ReportedlyError('container-broken', {
        input: `${source.name}#${part}`,
        reason: 'the record is cut short',
      });
    const address = record.warcTargetURI ?? '';
    const status = Number(record.httpHeaders?.statusCode);
    return {
      ok: true,
      part,
      bytes,
      declared,
      headers: { ...headers, ...warcHeaders(record) },
      name: address,
      ...(/^https?:/i.test(address) ? { finalUrl: address } : {}),
      ...(Number.isInteger(status) && status > 0 ? { status } : {}),
      ...fetchedOf(record),
    };
  } catch (error) {
    if (error instanceof ReportedlyError) return { ok: false, part, error };
    const message = String((error as Error).message ?? error).slice(0, 200);
    const coded = new ReportedlyError('container-broken', {
      input: `${source.name}#${part}`,
      reason: message,
    });
    return { ok: false, part, error: coded };
  }
}

/** Why a record is no document, or null. */
function passReason(record: WARCRecord, wanted: (address: string) => boolean): string | null {
  const type = record.warcType;
  if (type === 'revisit') return 'a later visit that found the same bytes';
  if (!HOLDING.has(type)) return `a ${type ?? 'nameless'} record`;
  const status = Number(record.httpHeaders?.statusCode ?? 200);
  if (type === 'response' && (status < 200 || status > 299))
    return `an answer that is no page (${status || 'no status'})`;
  const { mediaType } = mediaTypeAndCharset(contentType(record));
  if (mediaType !== null && !TYPES.test(mediaType)) return 'a picture, script or other piece of a page';
  const address = record.warcTargetURI ?? '';
  if (/\/robots\.txt(?:$|\?)/.test(address)) return 'a robots.txt';
  return wanted(address) ? null : 'a piece of a page, not listed as one';
}

function contentType(record: WARCRecord): string | null {
  const http = record.httpHeaders?.headers.get('content-type');
  return http ?? (record.warcType === 'response' ? null : (record.warcContentType ?? null));
}

async function contentOf(record: WARCRecord, maxBytes: number, input: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(input, null, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function headersOf({ httpHeaders }: WARCRecord): Record<string, string> {
  return httpHeaders ? keptHeaders(Object.fromEntries([...httpHeaders.headers])) : {};
}

function warcHeaders(record: WARCRecord): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ['WARC-Record-ID', 'WARC-Date', 'WARC-Truncated']) {
    const value = record.warcHeader(name);
    if (value) kept[name.toLowerCase()] = value;
  }
  return kept;
}

function fetchedOf(record: WARCRecord): { fetched?: string } {
  const time = Date.parse(record.warcDate ?? '');
  return Number.isNaN(time) ? {} : { fetched: new Date(time).toISOString() };
}
