/** Numbers and ordinals in expressions of time. */
import type { TimeWords } from '../time-words.ts';

/** A count in digits or words, halves included; null when it is vague or none. */
export function readCount(text: string | undefined, words: TimeWords): number | null {
  if (text === undefined) return null;
  const known = words.number.get(text.toLowerCase());
  if (known !== undefined) return known;
  const plain = Number(text.replace(/,(?=\d{3}\b)/, '').replace(',', '.'));
  return Number.isFinite(plain) ? plain : null;
}

/** Day of the month: "3", "3rd", "third". */
export function readDate(text: string | undefined, words: TimeWords): number | null {
  if (text === undefined) return null;
  const ordinal = words.ordinal.get(text.toLowerCase());
  if (ordinal !== undefined) return ordinal > 0 ? ordinal : null;
  const value = Number.parseInt(text, 10);
  return Number.isFinite(value) ? value : null;
}

/** A year in four digits, two digits ("98") or words ("nineteen ninety-seven"). */
export function readYear(
  digits: string | undefined,
  spelled: string | undefined,
  words: TimeWords,
): number | null {
  if (digits !== undefined) {
    if (/^\d{4}$/.test(digits)) return Number(digits);
    if (/^\d\d$/.test(digits)) return Number(digits) + (Number(digits) > 50 ? 1900 : 2000);
  }
  if (spelled === undefined) return null;
  const lower = spelled.toLowerCase();
  if (lower.startsWith('nineteen ')) {
    const rest = lower.slice(9).replace(' ', '-');
    return rest === 'hundred' ? 1900 : 1900 + (words.number.get(rest) ?? 0);
  }
  const rest = lower.replace(/^two thousand(?: and)? ?/, '');
  return 2000 + (rest === '' ? 0 : (words.number.get(rest) ?? 0));
}
