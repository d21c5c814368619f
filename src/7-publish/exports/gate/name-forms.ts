/** The forms that one name goes by: run together in handles and addresses, and spelled in another way. */

/** "karimhaddad", "haddadkarim", "khaddad": as handles, mailboxes and file names have it. */
export function joinedForms(words: readonly string[]): string[] {
  if (words.length < 2) return [];
  const [first, last] = [words[0]!, words.at(-1)!];
  return [words.join(''), first + last, last + first, first[0]! + last].filter((form) => form.length >= 6);
}

/** Shorter keys than this are shared by too many words. */
const KEY_MIN = 5;

/**
 * One key for the ways in which a name comes out of another script: consonants as they sound, doubled ones once, and one
 * sign for any vowels. Mohammed, Muhammad and Mohamed are one; so are Yousef and Yusuf, Oleksiy and Oleksii. Null where it
 * says too little.
 */
export function spellingKey(folded: string): string | null {
  if (folded.length < 4 || !/^[a-z]+$/.test(folded)) return null;
  const key = folded
    .replace(/kh|ck|q/g, 'k')
    .replace(/gh/g, 'g')
    .replace(/ph/g, 'f')
    .replace(/dh/g, 'd')
    .replace(/th/g, 't')
    .replace(/sch|sh/g, 's')
    .replace(/tch|tsch/g, 'ch')
    .replace(/z/g, 's')
    .replace(/w/g, 'v')
    .replace(/h$/, '')
    .replace(/[aeiouy]+/g, 'a')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.)a$/, '');
  return key.length < KEY_MIN ? null : key;
}
