/** Text as both stores can index it. The statements keep every character; only index rows are treated so. */

const LONGEST_VALUE = 300;
/** With the u flag only surrogates without a partner match. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** In every Node that we run on, but not yet among the types of the language version. */
type WellFormed = string & { isWellFormed(): boolean };

/** NUL, which PostgreSQL cannot hold, and lone surrogates become U+FFFD; lengths stay, so offsets still hold. */
export function indexText(text: string): string {
  const held = text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text;
  return (held as WellFormed).isWellFormed() ? held : held.replace(LONE_SURROGATES, '\ufffd');
}

/** A value to filter and count by: long ones are cut, since an index entry must fit on a page. */
export function indexValue(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const held = indexText(text);
  return held.length <= LONGEST_VALUE ? held : indexText(`${held.slice(0, LONGEST_VALUE - 1)}…`);
}
