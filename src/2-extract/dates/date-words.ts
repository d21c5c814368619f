/** The words of dates: rows of dictionaries/dates/date-words.tsv, which says what the columns mean. */
import { readRows } from '../rules/read-rows.ts';
import { fold } from './fold.ts';

const KINDS = ['month', 'jalali-month', 'weekday', 'half', 'zone', 'filler', 'calendar'] as const;
export type DateWordKind = (typeof KINDS)[number];
export type LabelKind = 'published' | 'modified' | 'by';

/** What a word says in one language. */
export interface DateMeaning {
  kind: DateWordKind;
  value: string;
  /** ISO 639-1, or `*`. */
  language: string;
}

export interface DateWords {
  /** Folded word, or words joined by a space, to what it says. */
  meanings: ReadonlyMap<string, readonly DateMeaning[]>;
  /** Languages and countries, as tags in lower case, that write dates in figures with the day first. */
  dayFirst: ReadonlySet<string>;
  /** Labels as written, by what they announce; longest first. */
  labels: Readonly<Record<LabelKind, readonly DateLabel[]>>;
}

export interface DateLabel {
  text: string;
  language: string;
}

/** For what needs a page's metadata and none of its dates. */
export const NO_DATE_WORDS: DateWords = {
  meanings: new Map(),
  dayFirst: new Set(),
  labels: { published: [], modified: [], by: [] },
};

export function readDateWords(tsv: string): DateWords {
  const meanings = new Map<string, DateMeaning[]>();
  const dayFirst = new Set<string>();
  const labels: Record<LabelKind, DateLabel[]> = { published: [], modified: [], by: [] };
  for (const { language, word, kind, value } of readRows(tsv, ['language', 'word', 'kind', 'value'])) {
    if (kind === 'order') dayFirst.add(language);
    else if (kind === 'published' || kind === 'modified' || kind === 'by') {
      labels[kind].push({ text: word, language });
    } else if (isKind(kind)) {
      const known = meanings.get(fold(word)) ?? [];
      meanings.set(fold(word), [...known, { kind, value, language }]);
    } else throw new Error(`date word ${word} is of unknown kind ${kind}`);
  }
  for (const list of Object.values(labels)) list.sort((a, b) => b.text.length - a.text.length);
  return { meanings, dayFirst, labels };
}

function isKind(kind: string): kind is DateWordKind {
  return (KINDS as readonly string[]).includes(kind);
}
