/** UTF-8, strictly and with bytes of another encoding mixed in. */
import { windows1252Character } from './windows-1252.ts';

/** @returns the text, or null where the bytes are not valid UTF-8. A byte order mark stays in the text. */
export function decodeUtf8Strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export interface Utf8Shape {
  /** Valid sequences of two bytes or more. */
  sequences: number;
  /** Bytes that are part of no valid sequence. */
  strayBytes: number;
  /** Whether the only fault is a sequence cut off by the end of the data. */
  onlyCutAtEnd: boolean;
}

export function utf8Shape(bytes: Uint8Array): Utf8Shape {
  let sequences = 0;
  let strayBytes = 0;
  let firstStray = -1;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      strayBytes++;
      if (firstStray < 0) firstStray = at;
      at++;
    } else {
      if (length > 1) sequences++;
      at += length;
    }
  }
  const tail = bytes.length - firstStray;
  const onlyCutAtEnd = strayBytes > 0 && strayBytes === tail && tail < 4 && bytes[firstStray]! >= 0xc2;
  return { sequences, strayBytes, onlyCutAtEnd };
}

/** Decodes UTF-8 in which bytes of windows-1252 were pasted: each stray byte becomes its windows-1252 character. */
export function decodeMixed(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    if (at > start) pieces.push(utf8.decode(bytes.subarray(start, at)));
    pieces.push(windows1252Character(bytes[at]!));
    start = ++at;
  }
  pieces.push(utf8.decode(bytes.subarray(start)));
  return pieces.join('');
}

/** Length of the valid sequence that starts at `at` (Unicode 15, table 3-7), or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  if (first < 0xe0) return continues(second) ? 2 : 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  if (!continues(second) || !continues(bytes[at + 2] ?? 0)) return 0;
  if (first < 0xf0) return 3;
  return continues(bytes[at + 3] ?? 0) ? 4 : 0;
}

function continues(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
