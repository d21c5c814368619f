/** The text of a listing: its byte order mark, its own declaration, then what transport said, then UTF-8. */
import { gunzipSync } from 'node:zlib';
import { ReportedlyError } from '../../errors.ts';
import { tooLarge } from '../limits.ts';

/** @throws ReportedlyError `input-too-large`, `url-encoding` of a packed listing */
export function listingText(
  packed: Uint8Array,
  charset: string | null,
  maxBytes: number,
  input: string,
): string {
  const bytes = isGzip(packed) ? unpacked(packed, maxBytes, input) : packed;
  const label = marked(bytes) ?? declaredIn(bytes) ?? charset;
  const known = label !== null && isKnown(label) ? label : null;
  if (known !== null && !/^utf-?8$/i.test(known)) return new TextDecoder(known).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Said to be UTF-8, or nothing, and is not: what is left of the older encodings is this one.
    return new TextDecoder(known === null ? 'windows-1252' : 'utf-8').decode(bytes);
  }
}

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

function unpacked(bytes: Uint8Array, maxBytes: number, input: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge(input, null, maxBytes);
    throw new ReportedlyError('url-encoding', { input, reason: 'it is broken' }, { cause });
  }
}

function marked([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

function declaredIn(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^\s*<\?xml[^>]{0,150}encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1] ?? null;
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
