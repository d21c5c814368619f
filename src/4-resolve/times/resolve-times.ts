/** When: every time an article names, worked out as far as the words and its publication date allow. */

import type { ParsedText } from '../../3-read/language/parsed-text.ts';
import type { Article, Note, Time } from '../../records/index.ts';
import { findTimes } from './find-times.ts';
import { addPrepositions, joinClocks, joinRanges } from './join-times.ts';
import type { TimeWords } from './time-words.ts';
import { stretchOf } from './timex.ts';
import { type WorkedTime, workOut } from './work-out.ts';

export interface TimesInput {
  parsed: ParsedText;
  article: Article;
}

/** Times before ranges are joined and prepositions added: what a TIMEX3 benchmark compares. */
export function timexesOf({ parsed, article }: TimesInput, words: TimeWords): WorkedTime[] {
  const found = findTimes(parsed, words).filter(({ start }) => !isFurniture(article, start));
  return joinClocks(workOut(found, parsed, article, words), parsed.text);
}

/**
 * Finds and works out all times. Ids `t1`, `t2` … in order of the text. What cannot be worked out keeps its
 * words and weekday; its `from` and `to` are null, never the publication date. Pure; never throws.
 */
export function resolveTimes(input: TimesInput, words: TimeWords): { times: Time[]; notes: Note[] } {
  const { text } = input.parsed;
  const worked = timexesOf(input, words);
  addPrepositions(worked, text, words);
  const joined = joinRanges(worked, text);
  const times = joined.map((time, i) => writeTime(time, i, text, words));
  const notes = times.flatMap((time): Note[] =>
    time.from === null && time.to === null && isCalendar(joined[Number(time.id.slice(1)) - 1]!)
      ? [
          {
            step: 'times',
            reason: `no date is known that "${time.text}" could be counted from`,
            span: time.span,
          },
        ]
      : [],
  );
  return { times, notes };
}

const isFurniture = (article: Article, at: number): boolean =>
  article.furniture.some(([start, end]) => at >= start && at < end);

/** Whether a time should have a place in the calendar: no duration, set or vague reference. */
const isCalendar = (time: WorkedTime): boolean =>
  (time.type === 'DATE' || time.type === 'TIME') && !/_REF$/.test(time.value ?? '');

/** The zone's offset for a clock time, `''` when none is given or known. */
function offsetOf(time: WorkedTime, words: TimeWords): string {
  return time.value !== null && /T\d/.test(time.value)
    ? (words.zone.get((time.found.groups.z ?? '').toLowerCase()) ?? '')
    : '';
}

function writeTime(time: WorkedTime, i: number, text: string, words: TimeWords): Time {
  const stretch = stretchOf(time.value);
  const until = time.until === null ? null : stretchOf(time.until);
  const offset = offsetOf(time, words);
  let from = stretch.from === null ? null : stretch.from + offset;
  let to = until?.to ?? (stretch.to === null ? null : stretch.to + offset);
  if (time.relation === 'since' || time.relation === 'after') to = null;
  if (time.relation === 'until' || time.relation === 'before') from = null;
  if (from !== null && to !== null && from > to) [from, to] = [to, from];
  const implied = time.anchor !== null || time.implied === true;
  return {
    id: `t${i + 1}`,
    span: [time.start, time.end],
    text: text.slice(time.start, time.end),
    value: time.until === null ? time.value : null,
    weekday: stretch.weekday ?? time.weekday ?? null,
    anchor: typeof time.anchor === 'number' ? `t${time.anchor + 1}` : time.anchor,
    relation: time.relation,
    from,
    to,
    precision: stretch.precision,
    basis: implied ? 'implied' : 'stated',
    rule: implied ? time.rule : null,
  };
}
