/** Streams of a PDF that unpack to far more than any report needs are found before PDF.js would unpack them into memory. */
import { inflateSync } from 'node:zlib';

const LIMITS = {
  /** Bytes that one packed stream, and all large ones together, may unpack to. */
  stream: 60_000_000,
  all: 150_000_000,
  /** Streams from this size on are tried: deflate packs at most about 1032 to 1. */
  tried: 58_000,
};

/** @returns why a PDF is not to be opened, or null */
export function bombReason(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let all = 0;
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    if (buffer.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    const dictionary = dictionaryBefore(buffer, at);
    if (packedTwice(dictionary)) return 'a stream in it is packed twice over';
    if (!/\/Fl(?:ateDecode)?\b/.test(dictionary) || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const start = at + 6 + (buffer[at + 6] === 13 ? 1 : 0) + 1;
    const end = buffer.indexOf('endstream', start);
    const packed = buffer.subarray(start, end < 0 ? buffer.length : end);
    if (packed.length < LIMITS.tried) continue;
    const unpacked = unpackedSize(packed);
    all += unpacked;
    if (unpacked > LIMITS.stream || all > LIMITS.all) return 'it unpacks to more than a report can hold';
    at = start + packed.length;
  }
  return null;
}

/** What stands right before a stream, back to the object it belongs to. */
function dictionaryBefore(buffer: Buffer, at: number): string {
  const before = buffer.toString('latin1', Math.max(0, at - 2000), at);
  return before.slice(before.lastIndexOf(' obj') + 1);
}

function packedTwice(dictionary: string): boolean {
  const filters = /\/Filter\s*\[([^\]]{0,300})\]/.exec(dictionary)?.[1] ?? '';
  return (filters.match(/\/(?:Fl(?:ateDecode)?|LZW(?:Decode)?|RunLengthDecode|RL)\b/g)?.length ?? 0) > 1;
}

/** One more than the limit where it is over it; 0 where it cannot be unpacked at all. */
function unpackedSize(packed: Uint8Array): number {
  try {
    return inflateSync(packed, { maxOutputLength: LIMITS.stream, finishFlush: 2 }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? LIMITS.stream + 1 : 0;
  }
}
