/** The charset an HTML page declares of itself: `<meta charset>` or its http-equiv form, in the first bytes. */

/** Browsers look at 1,024 bytes; pages with long scripts before it exist, so we look at more. */
const LOOKED_AT_BYTES = 4096;
const META_TAG = /<meta\b[^>]{0,400}>/gi;
const CHARSET = /\bcharset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})/i;

/** @returns the label as written, or null */
export function declaredCharset(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, LOOKED_AT_BYTES));
  const xml = /^\s*<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([a-z0-9_:.-]{2,40})["']/i.exec(start);
  if (xml) return xml[1]!;
  for (const [tag] of start.matchAll(META_TAG)) {
    const charset = CHARSET.exec(tag);
    if (charset) return charset[1]!;
  }
  return null;
}
