/** Tells UTF-16 text without a byte order mark from binary data, by where its zero bytes stand. */

/** How many bytes are looked at. */
const LOOKED_AT_BYTES = 4096;

/**
 * Text in a European language has a zero in nearly every second byte and none beside it; binary data has them anywhere.
 * @returns the encoding's label, or null where this is no such text
 */
export function utf16Shape(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, LOOKED_AT_BYTES) & ~1;
  if (end < 4) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) evenZeros++;
    if (bytes[at + 1] === 0) oddZeros++;
  }
  const pairs = end / 2;
  if (oddZeros > pairs * 0.7 && evenZeros < pairs * 0.02) return 'utf-16le';
  if (evenZeros > pairs * 0.7 && oddZeros < pairs * 0.02) return 'utf-16be';
  return null;
}
