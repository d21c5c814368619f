/** What reaches or marks one person: addresses of mail, handles, telephone numbers, numbers of papers. Offices' mailboxes stay. */
import type { PersonWords } from './person-words.ts';

/** Fewer reach nobody. */
const DIGITS = /\d\D*\d\D*\d\D*\d/;
type Stretch = [start: number, end: number];

const MAIL = /[\p{L}\p{N}][\p{L}\p{N}._%+-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const HANDLE = /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_][\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu;
const ABROAD = /(?<![\p{L}\p{N}])(?:\+|00)\d[\d\s().\-/]{6,18}\d(?![\p{L}\p{N}])/gu;
const AT_HOME = /(?<![\p{L}\p{N}.,\-/])\(?0\d{1,4}\)?[\s.\-/]\d[\d\s.\-/]{4,14}\d(?![\p{L}\p{N}])/gu;

/** @param told says of a handle, without its @, that it is of a party that may be told */
export function contacts(text: string, words: PersonWords, told: (handle: string) => boolean): Stretch[] {
  const found: Stretch[] = [];
  const all = (pattern: RegExp, keep?: (match: string) => boolean) => {
    for (const { index, 0: match } of text.matchAll(pattern))
      if (!keep?.(match)) found.push([index, index + match.length]);
  };
  if (text.includes('@')) {
    all(MAIL, (match) => words.mailboxes.has(match.slice(0, match.indexOf('@')).toLowerCase()));
    all(HANDLE, (match) => told(match.slice(1)));
  }
  if (!DIGITS.test(text)) return found;
  all(ABROAD, (match) => digits(match) < 9);
  all(AT_HOME, (match) => digits(match) < 8);
  for (const pattern of [words.phone, words.papers])
    for (const { index, 0: match, groups } of text.matchAll(pattern))
      found.push([index + match.length - groups!.number!.length, index + match.length]);
  return found;
}

const digits = (text: string): number => text.replace(/\D/g, '').length;
