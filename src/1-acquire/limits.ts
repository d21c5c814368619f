/** Reading without ever holding more than the limit. */
import { ReportedlyError } from '../errors.ts';

/**
 * Joins the chunks of a stream, up to the limit; what is left unread is the stream's owner's to end.
 * @throws ReportedlyError `input-too-large`
 */
export async function readUpTo(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  input: string,
): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(input, null, maxBytes);
    kept.push(chunk);
  }
  return Buffer.concat(kept, size);
}

/** @param size in bytes, or null where only the excess is known */
export function tooLarge(input: string, size: number | null, maxBytes: number): ReportedlyError {
  const shown = size === null ? `over ${formatBytes(maxBytes)}` : formatBytes(size);
  return new ReportedlyError('input-too-large', { input, size: shown, limit: formatBytes(maxBytes) });
}

/** `20 MB`, `1.5 kB`: decimal units, at most one decimal. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${Number(value.toFixed(1))} ${units[unit]}`;
}
