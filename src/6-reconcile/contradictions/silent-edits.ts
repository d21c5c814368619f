/** Two texts of one address that differ, with no word of a correction in the later one. */
import type { Report } from '../report.ts';
import { wordsOf } from '../words/words-of.ts';

export interface SilentEdit {
  url: string;
  before: string;
  after: string;
  /** Words that went, and words that came. */
  gone: string[];
  come: string[];
}

/** A report with the words of its claims of one incident. */
export interface Version extends Report {
  told: readonly string[];
}

/** Only where what they tell of the incident changed. @param reports those of one incident @param isNotice whether a report says that it corrects something @param isVersion whether two have most of their text in common: a page that goes on telling is no edit */
export function silentEdits(
  reports: readonly Version[],
  isNotice: (report: Report) => boolean,
  isVersion: (a: string, b: string) => boolean,
): SilentEdit[] {
  const byUrl = new Map<string, Version[]>();
  for (const report of reports)
    if (report.url) byUrl.set(report.url, [...(byUrl.get(report.url) ?? []), report]);
  return [...byUrl].flatMap(([url, versions]) => {
    const ordered = [...versions].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    return ordered.slice(1).flatMap((after, i) => {
      const before = ordered[i]!;
      if (!isVersion(before.document, after.document)) return [];
      if (isNotice(after) || before.told.join('\n') === after.told.join('\n')) return [];
      const [x, y] = [wordsIn(before), wordsIn(after)];
      const gone = [...x].filter((word) => !y.has(word));
      const come = [...y].filter((word) => !x.has(word));
      return gone.length + come.length === 0
        ? []
        : [{ url, before: before.document, after: after.document, gone, come }];
    });
  });
}

/** By when it was changed, else published; the id last, so that the order is always the same. */
const orderOf = ({ modified, published, document }: Report): string =>
  `${modified?.value ?? published?.value ?? ''} ${document}`;

const wordsIn = ({ text, furniture }: Report): Set<string> =>
  new Set(wordsOf(text, furniture).map((word) => word.text));
