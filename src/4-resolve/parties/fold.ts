/** Folding: spellings of one word brought to one form, so that "Ṣanʿāʾ", "Sana'a" and "SANAA" compare equal. */

/** Letters that Unicode does not take apart into a base and a mark. */
const WHOLE_LETTERS: Record<string, string> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ə: 'e',
};
const WHOLE_LETTER = /[ıøłđðþßæœə]/g;
/** Marks, apostrophes, and the letters used for Arabic ayn and hamza. */
const DROPPED = /[\p{M}'’‘ʼʻʽʾʿ`´ʹ.]/gu;

/** Lower case without marks or apostrophes. Not locale-dependent. */
export function foldWord(word: string): string {
  if (isPlain(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(WHOLE_LETTER, (letter) => WHOLE_LETTERS[letter]!);
}

/** Forms of the Arabic article before sun letters; only before a hyphen, since "as", "an" and "at" are words. */
const ARTICLES = new Set('al el ad ar as at an az ash ath adh ul en ez esh'.split(' '));

/** ASCII letters and digits only: nearly every word, and much faster. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    const letter = unit | 32;
    if (!((letter > 96 && letter < 123) || (unit > 47 && unit < 58))) return false;
  }
  return true;
}

/** "ash-Sham", "el-Sham" and "Al Sham" are one: the article's form is brought to `al`. */
export function foldArticle(folded: string, hyphenFollows: boolean): string {
  if (folded === 'el') return 'al';
  return hyphenFollows && ARTICLES.has(folded) ? 'al' : folded;
}
