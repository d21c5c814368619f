/** The answer of a server as an archive keeps it: status, headers, and the body unpacked. */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { ReportedlyError } from '../../../errors.ts';
import { tooLarge } from '../../limits.ts';
import { headersOf } from './records.ts';

export interface HttpAnswer {
  status: number | null;
  headers: ReadonlyMap<string, string>;
  body: Buffer;
}

const MAX_HEADER = 1 << 16;

export function httpAnswer(block: Uint8Array): HttpAnswer {
  const buffer = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const start = buffer.toString('latin1', 0, MAX_HEADER);
  const status = /^HTTP\/\S+ +(\d{3})\b[^\n]*\n/.exec(start);
  if (!status) return { status: null, headers: new Map(), body: buffer };
  const end = /\r?\n\r?\n/.exec(start);
  const headers = headersOf(start.slice(status[0].length, end ? end.index : start.length));
  return {
    status: Number(status[1]),
    headers,
    body: end ? buffer.subarray(end.index + end[0].length) : Buffer.alloc(0),
  };
}

/** The body as it was before it was sent. @throws ReportedlyError `input-too-large`, `container-broken` */
export function unpackedBody({ headers, body }: HttpAnswer, maxBytes: number, input: string): Buffer {
  let bytes = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '') ? unchunked(body) : body;
  const encodings = (headers.get('content-encoding') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, 3);
  for (const encoding of encodings.reverse()) bytes = decoded(bytes, encoding, maxBytes, input);
  if (bytes.length > maxBytes) throw tooLarge(input, bytes.length, maxBytes);
  return bytes;
}

function decoded(bytes: Buffer, encoding: string, maxBytes: number, input: string): Buffer {
  const options = { maxOutputLength: maxBytes };
  try {
    if (encoding === 'br') return brotliDecompressSync(bytes, options);
    // Archives often keep the header of a body that they unpacked.
    if (/^(?:x-)?gzip$/.test(encoding))
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes;
    if (encoding === 'deflate')
      return (bytes[0]! & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
    return bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge(input, null, maxBytes);
    throw new ReportedlyError('container-broken', { input, reason: `its ${encoding} packing is damaged` });
  }
}

/** What is no chunk ends it; a body that was unchunked already is given as it is. */
function unchunked(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const head = /^([0-9a-f]{1,8})[^\r\n]{0,200}\r?\n/i.exec(body.toString('latin1', at, at + 240));
    if (!head) return chunks.length === 0 ? body : Buffer.concat(chunks);
    const size = Number.parseInt(head[1]!, 16);
    if (size === 0) return Buffer.concat(chunks);
    const from = at + head[0].length;
    chunks.push(body.subarray(from, from + size));
    at = from + size;
    if (body[at] === 13) at++;
    if (body[at] === 10) at++;
  }
}
