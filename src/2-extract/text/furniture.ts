/** Furniture and facts of a text that is read as a page shows it: head, tail, lines, and pieces within lines. */
import { labelledDates } from '../dates/labelled.ts';
import type { ExtractRules } from '../rules/extract-rules.ts';
import { type Dateline, readDateline } from './dateline.ts';
import { type Head, readHead } from './head.ts';
import { type Line, linesOf, MAX_LINES, sameWords } from './lines.ts';
import { type Mark, markWhole, markWithin, settleMarks } from './marks.ts';
import { type FoundNotice, findNotices, noticeMarks } from './notices.ts';
import { readTail } from './tail.ts';

export interface TextFurniture {
  title: Head['title'];
  /** In the order of the text, none overlapping. */
  marks: Mark[];
  dateline: Dateline | null;
  notices: FoundNotice[];
  /** Offset at which the head ends: what a byline or date before it says holds for the whole article. */
  bodyStart: number;
  /** False where the text has too many lines, so that the last of them were not looked at. */
  complete: boolean;
}

/** What the format tells. */
export interface KnownOfText {
  /** Furniture: whole lines. */
  marks?: readonly Mark[] | undefined;
  /** The page's declared language or locale, lower case. */
  locale?: string | null;
}

/** @param knownTitle the title from a page's metadata or given with the document; null lets the text tell */
export function readFurniture(
  text: string,
  knownTitle: string | null,
  rules: ExtractRules,
  { marks: known = [], locale = null }: KnownOfText = {},
): TextFurniture {
  const all = linesOf(text);
  const told = new Set(known.map((mark) => mark.span[0]));
  const untold = told.size === 0 ? all : all.filter((line) => !told.has(line.start));
  const notices = findNotices(untold, knownTitle, rules.notices);
  const apart = noticeMarks(notices);
  // A note of the outlet ends neither head nor tail.
  const lines = untold.filter(
    (line) => !apart.some(({ span }) => span[0] <= line.start && line.end <= span[1]),
  );
  const sets = rules.furniture;
  const head = readHead(lines, {
    knownTitle,
    rules: sets.head,
    dateWords: rules.dateWords,
    datelines: rules.datelines,
    locale,
  });
  const body = lines.slice(head.bodyLine);
  const complete = all.length < MAX_LINES;
  const marks = [
    ...apart,
    ...head.marks,
    ...(complete ? readTail(text, lines, head.bodyLine, sets) : []),
    ...body.flatMap((line) => bodyMarks(line, head.title?.text ?? null, rules, locale)),
  ];
  const settled = settleMarks([...marks, ...known]);
  return {
    title: head.title,
    notices,
    marks: settled,
    dateline: firstDateline(body, settled, rules),
    bodyStart: body[0]?.start ?? text.length,
    complete,
  };
}

function bodyMarks(
  line: Line,
  title: string | null,
  { furniture: sets, dateWords }: ExtractRules,
  locale: string | null,
): Mark[] {
  if (line.readsOn) return markWithin(line.text, line.start, sets.inline);
  // What says no more than when something was published is no report, wherever it stands.
  if (labelledDates(line.text, dateWords, locale)) {
    return [{ span: [line.start, line.end], rule: 'date-label', facts: [] }];
  }
  const whole = markWhole(line.text, line.start, sets.line);
  if (whole) return [whole];
  if (title && line.text.length < title.length * 2 && sameWords(line.text) === sameWords(title)) {
    return [{ span: [line.start, line.end], rule: 'repeated-title', facts: [] }];
  }
  return markWithin(line.text, line.start, sets.inline);
}

/** How many of the report's first lines may open with a dateline: a headline or standfirst may stand before it. */
const DATELINE_LINES = 3;

function firstDateline(body: readonly Line[], marks: readonly Mark[], rules: ExtractRules): Dateline | null {
  const marked = new Set(marks.map((mark) => mark.span[0]));
  const first = body.slice(0, 2 * DATELINE_LINES).filter((line) => !marked.has(line.start));
  for (const line of first.slice(0, DATELINE_LINES)) {
    const dateline = readDateline(line.text, line.start, rules.datelines);
    if (dateline) return dateline;
  }
  return null;
}
