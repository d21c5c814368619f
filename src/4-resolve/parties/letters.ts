/** What a character is to the word scanner; asked once per UTF-16 code unit, then kept. */
export const OTHER = 0;
export const UPPER = 1;
/** Small letters, and letters of scripts without case. */
export const SMALL = 2;
export const DIGIT = 3;
/** Joins letters within a word ("Sana'a") and marks the possessive. */
export const APOSTROPHE = 4;
/** Continues a word and begins none. */
export const MARK = 5;
export const DASH = 6;
export const SPACE_SIGN = 7;
export const LINE_BREAK = 8;

const UNKNOWN = 255;
const kinds = new Uint8Array(65_536).fill(UNKNOWN);

/** The kind of a UTF-16 code unit. Halves of surrogate pairs are `OTHER`: no name has them. */
export function kindOf(unit: number): number {
  const kind = kinds[unit]!;
  return kind === UNKNOWN ? (kinds[unit] = classify(String.fromCharCode(unit))) : kind;
}

function classify(char: string): number {
  if (/\p{Lu}|\p{Lt}/u.test(char)) return UPPER;
  if (/['’‘ʼʻʾʿ`´]/.test(char)) return APOSTROPHE;
  if (/\p{L}/u.test(char)) return SMALL;
  if (/\p{N}/u.test(char)) return DIGIT;
  if (/\p{M}/u.test(char)) return MARK;
  if (/[-‐‑‒–—]/.test(char)) return DASH;
  if (char === '\n') return LINE_BREAK;
  return /\s/.test(char) ? SPACE_SIGN : OTHER;
}
