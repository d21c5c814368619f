/** Notes of outlets on their own articles: rows of dictionaries/en/notices.tsv, compiled. The file's own comments say what the columns mean. */
import { readRows } from './read-rows.ts';

export const NOTICE_KINDS = ['correction', 'clarification', 'editors-note', 'update', 'withdrawal'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_PLACES = ['line', 'heading', 'sentence', 'title'] as const;
export type NoticePlace = (typeof NOTICE_PLACES)[number];

export interface NoticeRule {
  name: string;
  kind: NoticeKind;
  where: NoticePlace;
  /** Anchored at the start, a heading's at both ends; carries match indices and a group `date`. */
  pattern: RegExp;
  example: string;
  unlike: string;
}

/** What an outlet calls an article. `report` is left out: it is what others publish, too. */
const PIECE =
  '(?:article|story|post|piece|dispatch|news item|page|headline|caption|live ?blog|(?:news )?report(?= (?:was|has been) (?:amended|corrected|updated)))';
/** Begins with a figure or a month, so that what a correction is about is not taken for its date. */
const DATE = '(?<date>(?:\\d|\\p{Lu}\\p{L}{2,8}\\.? \\d)[^:;()\\[\\]–—]{2,28}?)';

/** In a sentence, where more words follow. */
const WRITTEN_DATE =
  '(?<date>\\d{1,2} \\p{L}{3,9}\\.?,? \\d{4}|\\p{L}{3,9}\\.? \\d{1,2},? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})';

/** @throws on a row that cannot be compiled */
export function readNoticeRules(tsv: string): NoticeRule[] {
  const columns = ['name', 'kind', 'where', 'pattern', 'example', 'unlike'] as const;
  return readRows(tsv, columns).map(({ name, kind, where, pattern, example, unlike }) => {
    if (!isOneOf(NOTICE_KINDS, kind)) throw new Error(`notice rule ${name} is of unknown kind ${kind}`);
    if (!isOneOf(NOTICE_PLACES, where)) throw new Error(`notice rule ${name} stands nowhere: ${where}`);
    const date = where === 'sentence' ? WRITTEN_DATE : DATE;
    const source = pattern
      .replaceAll('{PIECE}', PIECE)
      .replace('{DATE}', date)
      .replaceAll('{DATE}', plain(date));
    const end = where === 'heading' ? '\\s*:?$' : '';
    return { name, kind, where, pattern: new RegExp(`^(?:${source})${end}`, 'dui'), example, unlike };
  });
}

/** A pattern may name a group once only. */
function plain(source: string): string {
  return source.replace('?<date>', '?<date2>');
}

function isOneOf<T extends string>(all: readonly T[], one: string): one is T {
  return (all as readonly string[]).includes(one);
}
