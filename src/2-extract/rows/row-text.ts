/** A row of a table as text: its title and its text, with what its other columns tell. */
import type { RowDocument } from '../../1-acquire/unpack/table/row-document.ts';
import type { Note } from '../../records/index.ts';
import { collapse } from '../html/dom.ts';
import { fragmentText, isFragment } from '../html/fragment-text.ts';
import { NO_METADATA, type PageMetadata } from '../metadata/page-metadata.ts';
import { webAddress } from '../metadata/web-address.ts';
import { sameWords } from '../text/lines.ts';
import { isoOfNumber } from './numbers-as-dates.ts';

export interface RowText {
  text: string;
  metadata: PageMetadata | null;
  notes: Note[];
}

/** @param json what `RowDocument` describes; anything else gives no text */
export function rowText(json: string): RowText {
  const { map, row } = documentIn(json);
  const field = (name: keyof RowDocument['map']): string | null => {
    const column = map[name];
    return column === undefined || !Object.hasOwn(row, column) ? null : asText(row[column]);
  };
  const given = field('text') ?? '';
  const body = isFragment(given) ? fragmentText(given) : given.trim();
  const title = field('title');
  const published = field('published');
  return {
    text: title !== null && !startsWith(body, title) ? `${title}\n\n${body}` : body,
    metadata: {
      ...NO_METADATA,
      title,
      byline: field('byline'),
      publisher: field('publisher'),
      url: webAddress(field('url'), null),
      published: published === null ? [] : [{ text: isoOfNumber(published) ?? published, where: 'column' }],
    },
    notes: [],
  };
}

function documentIn(json: string): RowDocument {
  try {
    const value = JSON.parse(json) as { map?: unknown; row?: unknown } | null;
    if (isObject(value?.map) && isObject(value?.row))
      return { map: value.map as RowDocument['map'], row: value.row };
  } catch {
    // Told by its having no text.
  }
  return { map: {}, row: {} };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string or number in one line, a list of them joined; the text itself keeps its lines. */
function asText(value: unknown): string | null {
  if (typeof value === 'string')
    return value.trim() === '' ? null : value.includes('\n') ? value : collapse(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value))
    return asText(
      value
        .filter((each) => typeof each === 'string')
        .slice(0, 20)
        .join(', '),
    );
  const name = isObject(value) ? (value as { name?: unknown }).name : null;
  return typeof name === 'string' ? asText(name) : null;
}

function startsWith(body: string, title: string): boolean {
  return sameWords(body.slice(0, title.length + 20)).startsWith(sameWords(title));
}
