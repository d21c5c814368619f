/** Dates that tables and exports write as seconds or milliseconds since 1970. */

/** 1990 to 2100, so that no year or plain number is taken for one. */
const FIRST = 631_152_000;
const LAST = 4_102_444_800;

/** ISO 8601 in UTC, or null where the text is no such number. */
export function isoOfNumber(text: string): string | null {
  const match = /^(\d{9,10})(\d{3})?(?:\.\d{1,9})?$/.exec(text.trim());
  const seconds = match ? Number(match[1]) : 0;
  if (seconds < FIRST || seconds > LAST) return null;
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
