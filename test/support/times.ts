/** Times of a short text with the project's own words and rules, for tests. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { resolveTimes } from '../../src/4-resolve/times/resolve-times.ts';
import { parseTimeWords } from '../../src/4-resolve/times/time-words.ts';
import type { Article, Note, Time } from '../../src/records/index.ts';
import { plainParse } from './plain-parse.ts';
import { articleOf } from './small-resolver.ts';

const EN = path.resolve(import.meta.dirname, '../../dictionaries/en');
const read = (name: string) => readFileSync(path.join(EN, name), 'utf8');
export const timeWords = parseTimeWords(read('times-words.tsv'), read('times-rules.tsv'));

/** Resolves a text published on a day, or on none; every span is checked to quote its text. */
export function timesIn(
  text: string,
  published: string | null,
  given: Partial<Article> = {},
): { times: Time[]; notes: Note[] } {
  const date = published === null ? null : { value: published, basis: 'given' as const, span: null };
  const result = resolveTimes(
    { parsed: plainParse(text), article: articleOf(text, { published: date, ...given }) },
    timeWords,
  );
  for (const { span, text: quoted } of result.times)
    if (text.slice(...span) !== quoted) throw new Error(`${span} does not quote "${quoted}"`);
  return result;
}
