/**
 * The head of a text: what stands before the report starts. The headline is told from the rest, and bylines, dates and
 * buttons are marked; the first line that reads like a sentence of the report ends it.
 */
import type { Span } from '../../records/index.ts';
import type { DateWords } from '../dates/date-words.ts';
import { labelledDates, labelledName } from '../dates/labelled.ts';
import { parseDate } from '../dates/parse-date.ts';
import type { FurnitureRule } from '../rules/furniture-rules.ts';
import { readDateline } from './dateline.ts';
import type { DatelineRules } from './dateline-rules.ts';
import { endsSentence, type Line, sameWords, wordCount } from './lines.ts';
import { type Fact, type Mark, markWhole } from './marks.ts';

export interface Head {
  /** The headline as it stands, or null where none was found. */
  title: { text: string; span: Span } | null;
  marks: Mark[];
  /** Index of the first line of the report. */
  bodyLine: number;
}

/** Lines that a head may have: more is no head. */
const MAX_HEAD_LINES = 14;
const HEADLINE = { minWords: 2, maxWords: 30, maxLength: 220, maxLengthInBlockText: 130 };

/** The middle of a sentence (but `al-Nusra` and its like are names), or a line of a transcript. */
const NOT_A_HEADLINE = /^(?:\p{Ll}(?!\p{Ll}{0,3}-)|(?:Q|A|QUESTION|ANSWER):)/u;

const DATE_LINE = 'date-line';

/** No headline ends on a word that asks for another. */
const OPEN_END = /\s(?:an?|and|but|from|her|his|into|its|of|or|that|the|their|was|were|with)$/i;

export interface HeadOptions {
  /** The title as known from elsewhere: metadata of a page, or given. */
  knownTitle: string | null;
  rules: readonly FurnitureRule[];
  dateWords: DateWords;
  datelines: DatelineRules;
  /** The declared language or locale, lower case. */
  locale: string | null;
}

export function readHead(lines: readonly Line[], options: HeadOptions): Head {
  const head: Head = { title: null, marks: [], bodyLine: 0 };
  const known = options.knownTitle ? sameWords(options.knownTitle) : null;
  const blockText = isBlockText(lines);
  for (let at = 0; at < Math.min(lines.length, MAX_HEAD_LINES); at++) {
    const line = lines[at]!;
    const title: string | null = head.title ? sameWords(head.title.text) : null;
    if (title !== null && sameWords(line.text) === title) {
      head.marks.push({ span: [line.start, line.end], rule: 'repeated-title', facts: [] });
    } else if (head.title === null && known !== null && sameWords(line.text) === known) {
      head.title = { text: line.text, span: [line.start, line.end] };
    } else {
      const mark = headMark(line, options);
      if (mark) head.marks.push(mark);
      else if (head.title === null && isHeadline(lines, at, blockText, options)) {
        head.title = { text: line.text, span: [line.start, line.end] };
      } else if (head.title !== null && isFollowedByHeadMatter(lines, at, options)) {
        // A standfirst between headline and byline: read, but the head goes on.
      } else break;
    }
    head.bodyLine = at + 1;
  }
  return head;
}

function headMark(line: Line, { rules, dateWords, locale }: HeadOptions): Mark | null {
  const { text, start } = line;
  const span: Span = [start, line.end];
  const fact = (kind: Fact['kind'], piece: { text: string; at: number }): Fact => {
    const at = start + piece.at;
    return { kind, span: [at, at + piece.text.length], text: piece.text };
  };
  if (parseDate(text, dateWords, locale)) {
    return { span, rule: DATE_LINE, facts: [fact('published', { text, at: 0 })] };
  }
  const dates = labelledDates(text, dateWords, locale);
  if (dates) return { span, rule: 'date-label', facts: dates.map((date) => fact(date.kind, date)) };
  const name = labelledName(text, dateWords, locale);
  if (name) return { span, rule: 'byline-label', facts: [fact('byline', name)] };
  return markWhole(text, start, rules);
}

/** The first line is a headline when it looks like one and what follows agrees. */
function isHeadline(lines: readonly Line[], at: number, blockText: boolean, options: HeadOptions): boolean {
  const { text, closesParagraph } = lines[at]!;
  const next = lines[at + 1];
  if (!next) return false;
  const words = wordCount(text);
  if (words < HEADLINE.minWords || words > HEADLINE.maxWords || text.length > HEADLINE.maxLength)
    return false;
  if (sameWords(next.text) === sameWords(text)) return true;
  if (/[.,;:…–—-]["'”’)]*$/.test(text) || NOT_A_HEADLINE.test(text) || OPEN_END.test(text)) return false;
  if (readDateline(text, 0, options.datelines)) return false;
  if (headMark(next, options) || isFollowedByHeadMatter(lines, at, options)) return true;
  if (closesParagraph) return true;
  return (
    blockText && text.length <= HEADLINE.maxLengthInBlockText && !next.readsOn && endsSentence(next.text)
  );
}

/**
 * Text without blank lines, a sentence or paragraph a line, has nothing that parts the headline from the report: there,
 * a first line that does not end as the others do is one. Wrapped text, whose lines end anywhere, is not meant.
 */
function isBlockText(lines: readonly Line[]): boolean {
  const rest = lines.slice(1);
  if (rest.some((line) => line.opensParagraph)) return false;
  const ended = rest.filter((line) => endsSentence(line.text)).length;
  return ended >= rest.length * 0.7;
}

function isFollowedByHeadMatter(lines: readonly Line[], at: number, options: HeadOptions): boolean {
  if (lines[at]!.text.length > 300) return false;
  const next = lines.slice(at + 1, at + 1 + STANDFIRST_LINES);
  return next.some((line, i) => {
    const mark = headMark(line, options);
    if (!mark?.facts.some(({ kind }) => HEAD_FACTS.has(kind))) return false;
    // A day alone may head a day of a chronicle: under more than a short line it must tell the hour, or what it is.
    if (i === 0 || mark.rule !== DATE_LINE || CLOCK.test(line.text)) return true;
    return i === 1 && next[0]!.text.length <= HEADLINE.maxLengthInBlockText && !endsSentence(next[0]!.text);
  });
}

const CLOCK = /\d[:.h]\d\d|\d ?[ap]\. ?m/i;

/** Lines of a standfirst, or of points in a list, that may stand over a byline and date. */
const STANDFIRST_LINES = 5;
const HEAD_FACTS: ReadonlySet<string> = new Set(['byline', 'published', 'modified']);
