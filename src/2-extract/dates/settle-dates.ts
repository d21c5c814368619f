/**
 * Settles when an article was published and modified. Given wins, then what the page declares, what the text says above
 * the report, a dateline with its year, and last the day in the address. A date that cannot be read stays unknown, and a
 * note says why; where several are there that differ, a note says which stands.
 */

import type { Dated, Note, Span } from '../../records/index.ts';
import type { ArticleParts } from '../assemble-article.ts';
import type { PageDate } from '../metadata/page-dates.ts';
import { dayInAddress } from '../metadata/web-address.ts';
import { type ParsedDate, parseDate } from './parse-date.ts';

export interface SettledDates {
  published: Dated | null;
  modified: Dated | null;
  notes: Note[];
}

interface Candidate {
  text: string;
  basis: Dated['basis'];
  span: Span | null;
  where: string;
}

export function settleDates(parts: ArticleParts): SettledDates {
  const notes: Note[] = [];
  const published = settle('published', publishedCandidates(parts), parts, notes);
  const modified = settle('modified', modifiedCandidates(parts), parts, notes);
  if (published && modified && isBefore(modified.value, published.value)) {
    const reason = `modified ${modified.value} is before published ${published.value}`;
    notes.push({ step: 'dates', reason, span: null });
  }
  return { published, modified, notes };
}

function publishedCandidates(parts: ArticleParts): Candidate[] {
  const { document, metadata, furniture } = parts;
  const { given, provenance } = document;
  const candidates: Candidate[] = [];
  if (given.published !== undefined) {
    candidates.push({ text: given.published, basis: 'given', span: null, where: 'given' });
  }
  candidates.push(...declared(metadata?.published), ...inText(parts, 'published'));
  if (furniture.dateline?.date) {
    candidates.push({ ...furniture.dateline.date, basis: 'implied', where: 'dateline' });
  }
  if (given.item?.published) {
    candidates.push({ text: given.item.published, basis: 'given', span: null, where: 'feed' });
  }
  const day = dayInAddress(given.url ?? metadata?.url ?? provenance.finalUrl ?? '');
  if (day) candidates.push({ text: day, basis: 'implied', span: null, where: 'address' });
  return candidates;
}

function modifiedCandidates(parts: ArticleParts): Candidate[] {
  return [...declared(parts.metadata?.modified), ...inText(parts, 'modified')];
}

function declared(dates: readonly PageDate[] = []): Candidate[] {
  return dates.map(({ text, where }) => ({ text, where, basis: 'stated', span: null }));
}

function inText({ furniture }: ArticleParts, kind: 'published' | 'modified'): Candidate[] {
  return furniture.marks
    .flatMap((mark) => mark.facts)
    .filter((fact) => fact.kind === kind)
    .map(({ text, span }) => ({ text, span, basis: 'stated', where: 'text' }));
}

/** Takes the first candidate that reads as a date, with the span of the same day in the text where there is one. */
function settle(
  what: 'published' | 'modified',
  candidates: readonly Candidate[],
  { rules, metadata, language }: ArticleParts,
  notes: Note[],
): Dated | null {
  // A text in another language is dated as that language does, whatever a page's template says.
  const locale = language.another ? language.language : (metadata?.locale ?? null);
  const read = (text: string): ParsedDate | null => parseDate(text, rules.dateWords, locale);
  for (const candidate of candidates) {
    const parsed = read(candidate.text);
    if (!parsed || 'unclear' in parsed) {
      const why = parsed ? parsed.unclear : 'not a date that is understood';
      const reason = `${what} ${JSON.stringify(candidate.text)} (${candidate.where}): ${why}`;
      notes.push({ step: 'dates', reason, span: candidate.span });
      continue;
    }
    const { value } = parsed;
    notes.push(...otherDates(what, candidate, value, candidates, read));
    if (parsed.dayFirst) {
      const reason = `${what} ${JSON.stringify(candidate.text)} (${candidate.where}): read day first, as in ${locale}`;
      notes.push({ step: 'dates', reason, span: candidate.span });
    }
    const shown = candidates.find((other) => other.span && isSameDay(read(other.text), value));
    if (candidate.basis === 'implied') {
      notes.push({
        step: 'dates',
        reason: `${what} implied by the ${candidate.where}`,
        span: candidate.span,
      });
    }
    const span = candidate.basis === 'stated' ? (candidate.span ?? shown?.span ?? null) : candidate.span;
    return { value, basis: candidate.basis, span };
  }
  return null;
}

/** One note on the dates that did not win. */
function otherDates(
  what: string,
  winner: Candidate,
  value: string,
  candidates: readonly Candidate[],
  read: (text: string) => ParsedDate | null,
): Note[] {
  const others = new Set<string>();
  for (const other of candidates) {
    const parsed = read(other.text);
    if (parsed && 'value' in parsed && !isSameDay(parsed, value)) {
      others.add(`${parsed.value.slice(0, 10)} (${other.where})`);
    }
  }
  if (others.size === 0) return [];
  const reason = `${what} ${value.slice(0, 10)} (${winner.where}) stands before ${[...others].slice(0, 6).join(', ')}`;
  return [{ step: 'dates', reason, span: winner.span }];
}

/** Days of different zones are compared as written: a note is not worth more. */
function isBefore(a: string, b: string): boolean {
  return a.slice(0, 10) < b.slice(0, 10);
}

function isSameDay(parsed: ParsedDate | null, value: string): boolean {
  return parsed !== null && 'value' in parsed && parsed.value.slice(0, 10) === value.slice(0, 10);
}
