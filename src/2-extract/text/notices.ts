/**
 * What an outlet says of its own article, kept apart from the report: corrections, clarifications, editors' notes, updates,
 * withdrawals. All but updates that bring news are left unread.
 */
import type { Span } from '../../records/index.ts';
import type { NoticeKind, NoticeRule } from '../rules/notice-rules.ts';
import { endsSentence, type Line, sameWords } from './lines.ts';
import type { Mark } from './marks.ts';

export interface FoundNotice {
  kind: NoticeKind;
  rule: string;
  span: Span;
  /** As written. */
  date: { text: string; span: Span } | null;
  /** Whether it is left unread. */
  apart: boolean;
}

/** A longer line that opens like a note is one up to the end of its first sentence. */
const MAX_NOTE = 1_500;
const MAX_SENTENCE = 600;
const MAX_NOTICES = 40;
/** Of one line. */
const LOOKED_AT = 20_000;
/** Cheap: most lines hold none of these. */
const MAY_HOLD =
  /correct|correx|clarif|\bnotes?\b|updat|amend|version|retract|withdr|withhold|kill|errat|remov|taken down|unpublish|originally|previously|initially|mistaken|incorrect|wrongly|erroneous|regret|apolog|revis|edited|modified|changed|breaking|developing|record|refile|recast|disregard|do not/i;
const SENTENCE_START = /[.!?…]["'”’)\]]*\s+(?=["'“‘([]?[\p{Lu}\d])/gu;

/** @param knownTitle as metadata or the document's giver have it; else the first line is taken for one where it ends in no full stop */
export function findNotices(
  lines: readonly Line[],
  knownTitle: string | null,
  rules: readonly NoticeRule[],
): FoundNotice[] {
  const at = (place: NoticeRule['where']) => rules.filter(({ where }) => where === place);
  const [openers, headings, sentences, titles] = [at('line'), at('heading'), at('sentence'), at('title')];
  const known = knownTitle === null ? null : sameWords(knownTitle);
  const found: FoundNotice[] = [];
  for (let i = 0; i < lines.length && found.length < MAX_NOTICES; i++) {
    const line = lines[i]!;
    if (!MAY_HOLD.test(line.text.slice(0, LOOKED_AT))) continue;
    const isTitle = known === null ? i === 0 && !endsSentence(line.text) : sameWords(line.text) === known;
    if (isTitle) {
      const match = first(line.text, line.start, titles);
      if (match) found.push({ ...match, span: [line.start, line.end], apart: false });
      if (match || known !== null) continue;
    }
    const next = lines[i + 1];
    const whole =
      wholeLine(line, openers) ??
      (next && next.text.length <= MAX_NOTE ? underHeading(line, next, headings) : null);
    if (whole) {
      found.push(whole);
      if (whole.span[1] > line.end) i++;
    } else found.push(...sentenceNotices(line, sentences));
  }
  return found;
}

/** What is left unread, as furniture is. */
export function noticeMarks(notices: readonly FoundNotice[]): Mark[] {
  return notices
    .filter(({ apart }) => apart)
    .map(({ kind, span }) => ({ span, rule: `notice-${kind}`, facts: [] }));
}

function wholeLine(line: Line, rules: readonly NoticeRule[]): FoundNotice | null {
  const match = first(line.text, line.start, rules);
  if (!match || (match.kind === 'update' && !bringsNews(line.text))) return null;
  const end = line.text.length <= MAX_NOTE ? line.end : line.start + firstSentence(line.text);
  return { ...match, span: [line.start, end], apart: match.kind !== 'update' };
}

/** More than the time of an update. */
function bringsNews(text: string): boolean {
  return (text.slice(0, 400).match(/\s\p{Ll}{2,}/gu)?.length ?? 0) >= 3;
}

function underHeading(line: Line, next: Line, rules: readonly NoticeRule[]): FoundNotice | null {
  if (line.text.length > 60) return null;
  const match = first(line.text, line.start, rules);
  return match && { ...match, span: [line.start, next.end], apart: true };
}

function sentenceNotices(line: Line, rules: readonly NoticeRule[]): FoundNotice[] {
  const found: FoundNotice[] = [];
  for (const [start, end] of sentencesOf(line.text.slice(0, LOOKED_AT))) {
    if (end - start > MAX_SENTENCE || found.length >= 10) continue;
    const match = first(line.text.slice(start, end), line.start + start, rules);
    if (match) found.push({ ...match, span: [line.start + start, line.start + end], apart: true });
  }
  return found;
}

function first(
  text: string,
  start: number,
  rules: readonly NoticeRule[],
): Pick<FoundNotice, 'kind' | 'rule' | 'date'> | null {
  for (const { name, kind, pattern } of rules) {
    const match = pattern.exec(text);
    if (!match) continue;
    for (const group of ['date', 'date2']) {
      const date = match.groups?.[group];
      const at = match.indices?.groups?.[group];
      if (date && at) return { kind, rule: name, date: { text: date, span: [start + at[0], start + at[1]] } };
    }
    return { kind, rule: name, date: null };
  }
  return null;
}

function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(SENTENCE_START)) {
    const end = match.index + match[0].trimEnd().length;
    spans.push([from, end]);
    from = match.index + match[0].length;
  }
  spans.push([from, text.length]);
  return spans;
}

function firstSentence(text: string): number {
  return sentencesOf(text.slice(0, MAX_NOTE))[0]![1];
}
