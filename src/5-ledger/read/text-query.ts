/** The search language of people, and its two translations. Whatever is typed is a query; only an empty one is none. */
import { type RawBuilder, sql } from 'kysely';
import { ReportedlyError } from '../../errors.ts';

/** Words that must follow one another; the last may be cut short when `prefix`. */
interface Term {
  words: string;
  prefix: boolean;
}

/** All of `wanted` must match, each by any of its terms; none of `unwanted` may. */
export interface TextQuery {
  wanted: Term[][];
  unwanted: Term[];
}

const LONGEST_QUERY = 1000;
const TOKEN = /(-?)(?:"([^"]*)"?|([^\s"]+))/gu;
const HAS_WORD = /[\p{L}\p{N}]/u;

export function parseTextQuery(text: string): TextQuery {
  const query: TextQuery = { wanted: [], unwanted: [] };
  let joins = false;
  for (const [, minus, phrase, word] of text.slice(0, LONGEST_QUERY).matchAll(TOKEN)) {
    if (word === 'OR' && query.wanted.length > 0) {
      joins = true;
      continue;
    }
    const words = (phrase ?? word ?? '').replaceAll('\0', ' ');
    if (!HAS_WORD.test(words)) continue;
    const prefix = phrase === undefined && words.endsWith('*');
    const term = { words: prefix ? words.replace(/\*+$/, '') : words, prefix };
    if (minus) query.unwanted.push(term);
    else if (joins) query.wanted.at(-1)!.push(term);
    else query.wanted.push([term]);
    joins = false;
  }
  if (query.wanted.length === 0) {
    const reason = 'a search needs at least one word that must occur';
    throw new ReportedlyError('query-invalid', { reason });
  }
  return query;
}

/** As an FTS5 expression; every word is quoted, so nothing in it is an operator. */
export function toFts5(query: TextQuery): string {
  const term = ({ words, prefix }: Term) => `"${words.replaceAll('"', '""')}"${prefix ? '*' : ''}`;
  const wanted = query.wanted.map((group) => `(${group.map(term).join(' OR ')})`).join(' AND ');
  const unwanted = query.unwanted.map((one) => ` NOT ${term(one)}`).join('');
  return `${query.unwanted.length > 0 ? `(${wanted})` : wanted}${unwanted}`;
}

/** As a tsquery. */
export function toTsquery(query: TextQuery): RawBuilder<unknown> {
  const term = ({ words, prefix }: Term) =>
    prefix ? sql`to_tsquery('english', ${lexemes(words)})` : sql`phraseto_tsquery('english', fold(${words}))`;
  const groups = query.wanted.map((group) => sql`(${sql.join(group.map(term), sql` || `)})`);
  const unwanted = query.unwanted.map((one) => sql`!!${term(one)}`);
  return sql`(${sql.join([...groups, ...unwanted], sql` && `)})`;
}

/** `deir ez*` as `deir <-> ez:*`; only letters and digits pass, so nothing in it is an operator. */
function lexemes(words: string): string {
  const parts =
    words
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.map((part, i) => (i === parts.length - 1 ? `${part}:*` : part)).join(' <-> ');
}
