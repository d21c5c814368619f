/**
 * One form for what several ways of writing mean: digits of any script as 0 to 9, letters without case, accents and vowel
 * signs, one form of alef, yeh and kaf, and no marks that only steer how text is shown.
 */

/** Zero of each block of ten digits that dates of the languages we read dates in are written with. */
const ZEROS = [0x660, 0x6f0];
const UNSEEN = /[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

export function fold(text: string): string {
  return foldDigits(text)
    .replace(UNSEEN, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ıى\u06ccکة’ʼ]/g, (letter) => FOLDED[letter]!);
}

const FOLDED: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ى: 'ي', '\u06cc': 'ي', ک: 'ك', ة: 'ه', '’': "'", ʼ: "'" },
};

/** As long as it was: a digit takes a digit's place. */
export function foldDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - ZEROS.find((zero) => code >= zero && code < zero + 10)!);
  });
}
