/** Web archives (WARC): each page, text and PDF that was answered or kept, with its address, date and headers. */
import { ReportedlyError } from '../../../errors.ts';
import type { AcquireContext } from '../../importer.ts';
import { tooLarge } from '../../limits.ts';
import { contentType, keptHeaders } from '../../web/headers.ts';
import type { ByteSource } from '../byte-source.ts';
import type { Part, Unpacker } from '../unpacker.ts';
import { type HttpAnswer, httpAnswer, unpackedBody } from './http-answer.ts';
import { type RawRecord, rawRecords } from './records.ts';

export const warc: Unpacker = {
  name: 'a web archive',
  takes: ({ head }) => Buffer.from(head.subarray(0, 5)).toString('latin1') === 'WARC/',
  unpack: (source, context) => recordsOf(source, context, () => true),
};

/** Kinds of records that hold a document; the rest is about them. */
const HOLDING = new Set(['response', 'resource', 'conversion']);
const TYPES = /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf))$/;
/** Room for the headers of an answer before its body. */
const HEADERS_ROOM = 1 << 16;

/** @param wanted which addresses are documents, where the archive says which are pages */
export async function* recordsOf(
  source: ByteSource,
  context: AcquireContext,
  wanted: (address: string) => boolean,
): AsyncGenerator<Part> {
  let number = 0;
  for await (const record of rawRecords(source.stream(), context.maxBytes + HEADERS_ROOM, source.name)) {
    const part = `record=${++number}`;
    const input = `${source.name}#${part}`;
    const isAnswer = record.headers.get('warc-type') === 'response';
    const answer = isAnswer ? httpAnswer(record.block) : null;
    const reason = passReason(record, answer, wanted);
    if (reason !== null) context.passedOver(input, reason);
    else yield partOf(record, answer, { part, input, maxBytes: context.maxBytes });
  }
}

function partOf(
  record: RawRecord,
  answer: HttpAnswer | null,
  { part, input, maxBytes }: { part: string; input: string; maxBytes: number },
): Part {
  const { headers, block, length, had } = record;
  try {
    if (had < length)
      throw new ReportedlyError('container-broken', { input, reason: 'the record is cut short' });
    if (length > maxBytes + HEADERS_ROOM) throw tooLarge(input, length, maxBytes);
    const address = addressOf(record);
    const fetched = Date.parse(headers.get('warc-date') ?? '');
    return {
      ok: true,
      part,
      bytes: answer ? unpackedBody(answer, maxBytes, input) : block,
      declared: contentType(typeOf(record, answer)),
      headers: { ...(answer ? keptHeaders(Object.fromEntries(answer.headers)) : {}), ...warcHeaders(record) },
      name: address,
      ...(/^https?:/i.test(address) ? { finalUrl: address } : {}),
      ...(answer?.status ? { status: answer.status } : {}),
      ...(Number.isNaN(fetched) ? {} : { fetched: new Date(fetched).toISOString() }),
    };
  } catch (error) {
    if (error instanceof ReportedlyError) return { ok: false, part, error };
    throw error;
  }
}

/** Why a record is no document, or null. */
function passReason(
  record: RawRecord,
  answer: HttpAnswer | null,
  wanted: (address: string) => boolean,
): string | null {
  const type = record.headers.get('warc-type') ?? 'nameless';
  if (type === 'revisit') return 'a later visit that found the same bytes';
  if (!HOLDING.has(type)) return `a ${type.slice(0, 40)} record`;
  const status = answer?.status ?? 200;
  if (status < 200 || status > 299) return `an answer that is no page (${status})`;
  const { mediaType } = contentType(typeOf(record, answer));
  if (mediaType !== null && !TYPES.test(mediaType)) return 'a picture, script or other piece of a page';
  const address = addressOf(record);
  if (/\/robots\.txt(?:$|\?)/.test(address)) return 'a robots.txt';
  return wanted(address) ? null : 'a piece of a page, not listed as one';
}

function typeOf({ headers }: RawRecord, answer: HttpAnswer | null): string | null {
  return (answer?.status ? answer.headers : headers).get('content-type') ?? null;
}

/** WARC 1.0 writes addresses in angle brackets. */
function addressOf({ headers }: RawRecord): string {
  return (headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
}

function warcHeaders({ headers }: RawRecord): Record<string, string> {
  const names = ['warc-record-id', 'warc-date', 'warc-truncated'];
  return Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)!]] : [])));
}
