/**
 * Keys under which names meet. `foldName` is exact but for case, accents, hyphens, apostrophes and dots.
 * `looseKey` also forgives how Arabic names are written in Latin letters: articles ("Al-", "Ad-", "ez-"),
 * long vowels, doubled letters and the final h. It is used for rows of countries where Arabic names are
 * usual, and never alone: the article must speak for the country.
 */

/** Letters that Unicode decomposition leaves as they are, and their usual plain spelling. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ə: 'a',
  ŋ: 'ng',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ɛ: 'e',
  ɔ: 'o',
  ŧ: 't',
  '&': ' and ',
};

/** Written short or long, one key: "St. Louis", "Saint Louis". */
const WHOLE_TOKENS: Record<string, string> = { st: 'saint', ste: 'sainte', mt: 'mount', ft: 'fort' };

const ASCII_ONLY = /^[a-z0-9 ]*$/;

/**
 * The exact key of a name: lower case, no accents, apostrophes and dots dropped, any other punctuation a
 * space. Empty when the name has no Latin letter or digit. Never longer than 120 characters.
 */
export function foldName(name: string): string {
  let text = name.slice(0, 120).toLowerCase();
  if (!ASCII_ONLY.test(text)) {
    text = text
      .normalize('NFD')
      .replace(/[\p{M}'’‘`´ʻʼʽʾʿ‛′.]/gu, '')
      .replace(/[^a-z0-9]/gu, (letter) => PLAIN[letter] ?? ' ');
  }
  const tokens = text.split(' ').filter((token) => token !== '');
  return tokens.map((token) => (Object.hasOwn(WHOLE_TOKENS, token) ? WHOLE_TOKENS[token] : token)).join(' ');
}

const ARTICLES = new Set(
  'al el ar er as es ash esh ad ed adh edh at et ath eth az ez an en il ul the'.split(' '),
);

/** "ezzor", "arraqqa", "assafira": an article written on, with the first letter of the name doubled. */
const ATTACHED_ARTICLE = /^[aeu](?:(sh)sh|(th)th|(dh)dh|([drstzln])\4)(?=[a-z]{2})/;

/** How vowels and doubled letters are levelled, in order. */
const LEVELLED: [RegExp, string][] = [
  [/ou|oo/g, 'u'],
  [/ee|ie/g, 'i'],
  [/aw|au|ow/g, 'u'],
  [/ei|ey|ai|ay/g, 'Y'],
  [/i?y+/g, 'i'],
  [/o/g, 'u'],
  [/e/g, 'a'],
  [/q|c(?!h)/g, 'k'],
  [/dj/g, 'j'],
  [/dh|th/g, 'd'],
  [/(.)\1+/g, '$1'],
];

/**
 * The loose key of a folded name, or '' when too little is left to tell names apart (under five letters).
 * "deir ezzor", "dayr az zawr" -> "dYrzur"; "al mayadeen", "mayadin" -> "maiadin".
 */
export function looseKey(folded: string): string {
  const kept: string[] = [];
  for (const token of folded.split(' ')) {
    if (ARTICLES.has(token)) continue;
    kept.push(token.replace(ATTACHED_ARTICLE, (_, sh, th, dh, letter) => sh ?? th ?? dh ?? letter));
  }
  let key = kept.map((token) => (token.length > 3 ? token.replace(/[ae]h?$/, 'a') : token)).join('');
  for (const [pattern, plain] of LEVELLED) key = key.replace(pattern, plain);
  return key.length < 5 ? '' : key;
}
