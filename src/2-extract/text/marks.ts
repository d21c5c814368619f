/** Marks: stretches of a text that a rule took for furniture, with what it learned there. */
import type { Span } from '../../records/index.ts';
import { type FurnitureRule, RULE_FACTS, type RuleFact } from '../rules/furniture-rules.ts';
import { agenciesIn } from './agencies-in.ts';

export interface Fact {
  kind: RuleFact;
  span: Span;
  text: string;
}

export interface Mark {
  span: Span;
  /** Name of the rule that made it. */
  rule: string;
  facts: Fact[];
}

/** Longer lines are never furniture as a whole: a bound on what a rule can take in, and on time. */
export const MAX_FURNITURE_LENGTH = 400;

/** @returns the first rule's mark that fits the whole of `text`, which starts at `start` in the article's text */
export function markWhole(text: string, start: number, rules: readonly FurnitureRule[]): Mark | null {
  if (text.length > MAX_FURNITURE_LENGTH) return null;
  for (const { name, pattern } of rules) {
    const match = pattern.exec(text);
    if (match) return { span: [start, start + text.length], rule: name, facts: factsOf(match, start) };
  }
  return null;
}

/** @returns the marks of every rule within a line */
export function markWithin(text: string, start: number, rules: readonly FurnitureRule[]): Mark[] {
  const marks: Mark[] = [];
  for (const { name, pattern } of rules) {
    // Not matchAll: it copies the pattern for every line of the text.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const at = start + match.index;
      marks.push({ span: [at, at + match[0].length], rule: name, facts: factsOf(match, start) });
      if (match[0] === '') pattern.lastIndex++;
    }
  }
  return marks;
}

function factsOf(match: RegExpExecArray, start: number): Fact[] {
  const facts: Fact[] = [];
  for (const kind of RULE_FACTS) {
    const text = match.groups?.[kind];
    const at = match.indices?.groups?.[kind];
    if (!text || !at) continue;
    const named = { text, span: [start + at[0], start + at[1]] satisfies Span };
    for (const one of kind === 'agency' ? agenciesIn(named) : [named]) facts.push({ kind, ...one });
  }
  return facts;
}

/** Marks in the order of the text, none overlapping: of two that do, the one that starts first and is longer stays. */
export function settleMarks(marks: readonly Mark[]): Mark[] {
  const sorted = [...marks].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const settled: Mark[] = [];
  for (const mark of sorted) {
    const last = settled.at(-1);
    if (!last || mark.span[0] >= last.span[1]) settled.push(mark);
  }
  return settled;
}

/** @returns the text without what is marked; for looking at what is left, never for offsets */
export function withoutMarks(text: string, marks: readonly Mark[]): string {
  let left = '';
  let from = 0;
  for (const { span } of marks) {
    left += text.slice(from, span[0]);
    from = span[1];
  }
  return left + text.slice(from);
}
