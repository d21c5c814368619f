/** Notices by which an outlet takes back or corrects its own earlier report. */

import type { Span } from '../../records/index.ts';
import { outletOf, type Report } from '../report.ts';
import { compareTimes } from '../reprints/families.ts';

export interface NoticePattern {
  name: string;
  kind: 'withdrawn' | 'corrected';
  pattern: RegExp;
  example: string;
  unlike: string;
}

/** @param file the table of dictionaries/en/withdrawal-notices.tsv */
export function parseNotices(file: string): NoticePattern[] {
  return file
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t') as [string, NoticePattern['kind'], string, string, string])
    .map(([name, kind, pattern, example, unlike]) => ({
      name,
      kind,
      pattern: new RegExp(pattern, 'iu'),
      example,
      unlike: unlike ?? '',
    }));
}

export interface Notice {
  document: string;
  kind: 'withdrawn' | 'corrected';
  words: string;
  /** Where it stands in the text; null where only the title says it. */
  span: Span | null;
}

const LOOKED_AT = 3_000;

/** The notice that a report is, if it is one. */
export function noticeOf(
  { title, text, document }: Report,
  patterns: readonly NoticePattern[],
): Notice | null {
  for (const { pattern, kind } of patterns) {
    const inText = pattern.exec(text.slice(0, LOOKED_AT));
    const match = pattern.exec(title ?? '') ?? inText;
    if (!match) continue;
    const span: Span | null = inText && [inText.index, inText.index + inText[0].length];
    return { document, kind, words: match[0], span };
  }
  return null;
}

/** Reports of the same incident that a notice may take back: of the same outlet, and earlier. */
export function takenBack(notice: Report, others: readonly Report[]): Report[] {
  const outlet = outletOf(notice);
  if (outlet === null) return [];
  return others.filter((other) => {
    if (other.document === notice.document || outletOf(other) !== outlet) return false;
    const [a, b] = [other.published?.value, notice.published?.value];
    return a === undefined || b === undefined || compareTimes(a, b) <= 0;
  });
}
