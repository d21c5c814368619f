/** Takes the parts of a multipart body apart, without its nesting: enough for pages that browsers pack as MHTML. */

export interface MimePart {
  headers: ReadonlyMap<string, string>;
  bytes: Uint8Array;
}

const MAX_PARTS = 5_000;
const MAX_HEADERS = 20_000;

/** @returns the message's own headers, and its parts in order */
export function mimeParts(bytes: Uint8Array): { headers: ReadonlyMap<string, string>; parts: MimePart[] } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { headers, bodyAt } = headersAt(buffer, 0);
  const boundary = /\bboundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(
    headers.get('content-type') ?? '',
  );
  const parts: MimePart[] = [];
  if (!boundary) return { headers, parts };
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2]}`, 'latin1');
  let at = buffer.indexOf(mark, bodyAt);
  while (at >= 0 && parts.length < MAX_PARTS) {
    const from = at + mark.length;
    if (buffer.toString('latin1', from, from + 2) === '--') break;
    const next = buffer.indexOf(mark, from);
    const inner = headersAt(buffer, from);
    if (inner.bodyAt <= (next < 0 ? buffer.length : next)) {
      const body = buffer.subarray(inner.bodyAt, next < 0 ? buffer.length : next);
      parts.push({
        headers: inner.headers,
        bytes: decoded(body, inner.headers.get('content-transfer-encoding') ?? ''),
      });
    }
    at = next;
  }
  return { headers, parts };
}

function headersAt(buffer: Buffer, from: number): { headers: Map<string, string>; bodyAt: number } {
  const start = buffer.toString('latin1', from, from + MAX_HEADERS);
  const end = /\r?\n\r?\n/.exec(start);
  const block = end ? start.slice(0, end.index) : start;
  const headers = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, bodyAt: from + (end ? end.index + end[0].length : start.length) };
}

function decoded(body: Buffer, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return Buffer.from(body.toString('latin1'), 'base64');
  return /quoted-printable/i.test(encoding) ? unquoted(body) : body;
}

function unquoted(body: Buffer): Uint8Array {
  const out = Buffer.alloc(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    if (body[at] !== 0x3d) {
      out[length++] = body[at]!;
      continue;
    }
    if (body[at + 1] === 0x0a) at += 1;
    else if (body[at + 1] === 0x0d && body[at + 2] === 0x0a) at += 2;
    else {
      const code = Number.parseInt(body.toString('latin1', at + 1, at + 3), 16);
      if (Number.isNaN(code)) out[length++] = 0x3d;
      else {
        out[length++] = code;
        at += 2;
      }
    }
  }
  return out.subarray(0, length);
}
