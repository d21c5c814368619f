/** Dates and names behind a label: `Published: 7 October 2017`, `Mis à jour le 8 octobre`, `بقلم: …`. */

import type { DateLabel, DateWords } from './date-words.ts';
import { foldDigits } from './fold.ts';
import { parseDate } from './parse-date.ts';

export interface LabelledDate {
  kind: 'published' | 'modified';
  /** As written, without its label. */
  text: string;
  /** Where it begins in the text that was given. */
  at: number;
}

const MAX_LENGTH = 220;

/**
 * @returns the dates that a text consists of, each with what its label says; one that stands first without a label is when
 *   it was published, if another has one. Null where the text is anything else.
 */
export function labelledDates(
  text: string,
  words: DateWords,
  locale: string | null = null,
): LabelledDate[] | null {
  if (words.labels.published.length === 0 || text.length > MAX_LENGTH || !/\d/.test(foldDigits(text)))
    return null;
  const labels = [...text.matchAll(dateLabelPattern(words))];
  if (labels.length === 0 || labels.length > 4) return null;
  const dates: LabelledDate[] = [];
  const add = (kind: LabelledDate['kind'], from: number, to: number): boolean => {
    const piece = text.slice(from, to);
    const bare = piece.replace(/^[\s|•·–—/:(-]+/u, '').replace(/[\s|•·–—/,;)(-]+$/u, '');
    if (parseDate(bare, words, locale) === null) return false;
    dates.push({ kind, text: bare, at: from + piece.indexOf(bare) });
    return true;
  };
  const first = labels[0]!.index;
  if (text.slice(0, first).trim() !== '' && !add('published', 0, first)) return null;
  for (const [i, label] of labels.entries()) {
    const kind = label.groups?.published ? 'published' : 'modified';
    if (!add(kind, label.index + label[0].length, labels[i + 1]?.index ?? text.length)) return null;
  }
  return dates;
}

const patterns = new WeakMap<DateWords, RegExp>();

function dateLabelPattern(words: DateWords): RegExp {
  const known = patterns.get(words);
  if (known) return known;
  const { published, modified } = words.labels;
  const pattern = new RegExp(
    `(?<=^|[\\s|•·–—/(-])(?:(?<published>${either(published)})|(?<modified>${either(modified)}))(?:\\s*[:：]\\s*|\\s+(?:[-–—]\\s+)?)`,
    'giu',
  );
  patterns.set(words, pattern);
  return pattern;
}

const either = (labels: readonly DateLabel[]): string =>
  labels.map(({ text }) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');

/** Whom a text names behind the label of an author in a language other than English, which has rules of its own. */
export function labelledName(
  text: string,
  { labels }: Pick<DateWords, 'labels'>,
  locale: string | null,
): { text: string; at: number } | null {
  if (text.length > 100) return null;
  const lower = text.toLowerCase();
  for (const { text: label, language } of labels.by) {
    if (language === 'en' || !lower.startsWith(label)) continue;
    const colon = /^\s*[:：]\s*/u.exec(text.slice(label.length));
    const space = language === locale?.split('-')[0] ? /^\s+/u.exec(text.slice(label.length)) : null;
    const gap = colon ?? space;
    if (!gap) continue;
    const at = label.length + gap[0].length;
    const name = text.slice(at);
    if (isName(name, colon ? 8 : 4)) return { text: name, at };
  }
  return null;
}

/** Words with capitals, where the script has them. */
function isName(text: string, mostWords: number): boolean {
  const words = text.split(/[\s,،/&]+/u).filter((word) => word !== '');
  if (words.length === 0 || words.length > mostWords || /[\d.!?:؟]\s|[\d!?؟:]|\.$/u.test(foldDigits(text)))
    return false;
  const cased = words.filter((word) => /^\p{Ll}/u.test(word));
  return cased.length <= words.length / 3;
}
