/** Works the found expressions out one after another, each against the publication date and those before it. */

import type { ParsedText } from '../../3-read/language/parsed-text.ts';
import type { Article } from '../../records/index.ts';
import { partsOf, readDay } from './calendar.ts';
import type { FoundTime } from './find-times.ts';
import { tenseAround } from './tense.ts';
import type { TimeWords } from './time-words.ts';
import { ACTIONS } from './values/actions.ts';
import type { TimeContext, Worked } from './values/context.ts';

export interface WorkedTime extends Omit<Worked, 'until'> {
  found: FoundTime;
  start: number;
  end: number;
  sentence: number;
  rule: string;
  /** The value of the other end, for "October 3 to 7". */
  until: string | null;
  relation: 'at' | 'before' | 'after' | 'since' | 'until' | 'during';
}

const hasYear = (found: FoundTime): number | null => {
  const digits = found.groups.y;
  if (digits === undefined || !/^\d{4}$/.test(digits)) return null;
  return found.groups.m !== undefined || found.groups.mm !== undefined ? Number(digits) : null;
};

/** Whether the text's dates are mostly of other years than its publication: an account of the past. */
function tellsHistory(found: readonly FoundTime[], published: number | null): boolean {
  if (published === null) return true;
  const { year } = partsOf(published);
  const years = found.map(hasYear).filter((one) => one !== null);
  // One date of the year of publication, and the text is a report again.
  return years.length >= 4 && years.every((one) => one < year);
}

/** "since independence in 1962": a year alone behind "since" is where something began long ago, not the year told of. */
function isBackground({ groups, sentence, start }: FoundTime, { text, sentences }: ParsedText): boolean {
  if (groups.m !== undefined || groups.mm !== undefined) return false;
  const from = Math.max(sentences[sentence]!.start, start - SINCE_REACH);
  return /\bsince\s(?:[^\s,;]+\s){1,6}(?:in\s)?$/i.test(text.slice(from, start));
}

const SINCE_REACH = 70;

/** The year most often given in words, for texts with no publication date. */
function usualYear(found: readonly FoundTime[], parsed: ParsedText): TimeContext['year'] {
  const counts = new Map<number, number>();
  for (const one of found)
    if (one.groups.y !== undefined && /^\d{4}$/.test(one.groups.y) && !isBackground(one, parsed))
      counts.set(Number(one.groups.y), (counts.get(Number(one.groups.y)) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return most === undefined ? null : { year: most[0], index: -1 };
}

/** What each expression means. Those whose words turn out to mean no time are left out. */
export function workOut(
  found: readonly FoundTime[],
  parsed: ParsedText,
  article: Article,
  words: TimeWords,
): WorkedTime[] {
  // A text that only tells when it was last changed was written by then, and most of it not long before.
  const written = article.published ?? article.modified;
  const published = written === null ? null : readDay(written.value);
  const context: TimeContext = {
    published,
    day: null,
    period: null,
    year: published === null ? usualYear(found, parsed) : null,
    history: tellsHistory(found, published),
    sentence: 0,
    follows: '',
    tense: null,
    near: false,
  };
  const worked: WorkedTime[] = [];
  for (const one of found) {
    const action = ACTIONS[one.rule.action];
    const sentence = parsed.sentences[one.sentence]!;
    context.sentence = one.sentence;
    context.follows = parsed.text.slice(one.end, Math.min(one.end + 12, sentence.end));
    Object.assign(context, tenseAround(sentence, parsed.text, one.start, one.end, words));
    const result = action?.(one.groups, context, words);
    if (result == null) continue;
    const index = worked.length;
    const anchor = result.anchor === 'published' && !article.published ? 'modified' : result.anchor;
    worked.push({
      ...result,
      anchor,
      found: one,
      start: one.start,
      end: one.end,
      sentence: one.sentence,
      rule: one.rule.name,
      until: result.until ?? null,
      relation: result.until === undefined ? 'at' : 'during',
    });
    remember(context, result, one, index, isBackground(one, parsed));
  }
  return worked;
}

/** Keeps what later expressions may lean on. */
function remember(
  context: TimeContext,
  { type, value }: Worked,
  found: FoundTime,
  index: number,
  background: boolean,
): void {
  if (value === null || (type !== 'DATE' && type !== 'TIME')) return;
  const day = readDay(value);
  const told = { index, value, sentence: found.sentence };
  if (day !== null) context.day = { ...told, day };
  else if (/^\d{4}(?:-|$)/.test(value) && !background) context.period = told;
  if (found.groups.y !== undefined && /^\d{4}/.test(value) && !background)
    context.year = { year: Number(value.slice(0, 4)), index };
}
