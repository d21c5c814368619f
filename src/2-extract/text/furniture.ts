/** Furniture and facts of a text that is read as a page shows it: head, tail, lines, and pieces within lines. */
import { parseDate } from '../dates/parse-date.ts';
import type { ExtractRules } from '../rules/extract-rules.ts';
import type { FurnitureRule, RulePlace } from '../rules/furniture-rules.ts';
import { type Dateline, readDateline } from './dateline.ts';
import { type Head, readHead } from './head.ts';
import { type Line, linesOf, sameWords } from './lines.ts';
import { type Mark, markWhole, markWithin, settleMarks } from './marks.ts';
import { readTail } from './tail.ts';

export interface TextFurniture {
  title: Head['title'];
  /** In the order of the text, none overlapping. */
  marks: Mark[];
  dateline: Dateline | null;
  /** Offset at which the head ends: what a byline or date before it says holds for the whole article. */
  bodyStart: number;
}

/** @param knownTitle the title from a page's metadata or given with the document; null lets the text tell */
export function readFurniture(text: string, knownTitle: string | null, rules: ExtractRules): TextFurniture {
  const lines = linesOf(text);
  const at = rulesByPlace(rules.furniture);
  const head = readHead(lines, {
    knownTitle,
    rules: [...at.head, ...at.line],
    dateWords: rules.dateWords,
  });
  const body = lines.slice(head.bodyLine);
  const marks = [
    ...head.marks,
    ...readTail(text, lines, head.bodyLine + 1, {
      tail: [...at.tail, ...at.line],
      links: at.links,
      bio: at.bio,
    }),
    ...body.flatMap((line) => bodyMarks(line, head.title?.text ?? knownTitle, at)),
  ];
  const settled = settleMarks(marks.filter((mark) => datesAreDates(mark, rules)));
  return {
    title: head.title,
    marks: settled,
    dateline: firstDateline(body, settled, rules),
    bodyStart: body[0]?.start ?? text.length,
  };
}

function bodyMarks(line: Line, title: string | null, at: Record<RulePlace, FurnitureRule[]>): Mark[] {
  const whole = markWhole(line.text, line.start, at.line);
  if (whole) return [whole];
  if (title && line.text.length < title.length * 2 && sameWords(line.text) === sameWords(title)) {
    return [{ span: [line.start, line.end], rule: 'repeated-title', facts: [] }];
  }
  return markWithin(line.text, line.start, at.inline);
}

/** A line that says `Published:` is furniture only if a date follows, readable or not: `Published reports say` is none. */
function datesAreDates(mark: Mark, rules: ExtractRules): boolean {
  const dates = mark.facts.filter((fact) => fact.kind === 'published' || fact.kind === 'modified');
  return dates.every((fact) => parseDate(fact.text, rules.dateWords) !== null || /\d/.test(fact.text));
}

/** The first line of the report that is no furniture may open with a dateline. */
function firstDateline(body: readonly Line[], marks: readonly Mark[], rules: ExtractRules): Dateline | null {
  const marked = new Set(marks.map((mark) => mark.span[0]));
  const first = body.find((line) => !marked.has(line.start));
  return first ? readDateline(first.text, first.start, rules.datelines) : null;
}

function rulesByPlace(rules: readonly FurnitureRule[]): Record<RulePlace, FurnitureRule[]> {
  const places: Record<RulePlace, FurnitureRule[]> = {
    head: [],
    line: [],
    tail: [],
    inline: [],
    links: [],
    bio: [],
  };
  for (const rule of rules) places[rule.where].push(rule);
  return places;
}
