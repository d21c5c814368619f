/** Which columns of a table hold what: as told with `--map`, else by the names that tables of reports use. */
import { ReportedlyError } from '../../../errors.ts';

export const COLUMN_FIELDS = ['text', 'title', 'url', 'published', 'publisher', 'byline'] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];
export type ColumnMap = Partial<Record<ColumnField, string>>;

/** Usual names, best first, in lower case without spaces and underscores. Not ACLED's `event_date`: no publication date. */
const USUAL: Readonly<Record<ColumnField, readonly string[]>> = {
  text: [
    'text',
    'body',
    'fulltext',
    'articletext',
    'articlebody',
    'maintext',
    'content',
    'article',
    'story',
    'message',
    'notes',
    'description',
  ],
  title: ['title', 'headline', 'subject'],
  url: ['url', 'link', 'sourceurl', 'articleurl', 'permalink', 'canonicalurl', 'uri'],
  published: [
    'published',
    'publishedat',
    'datepublished',
    'publicationdate',
    'publishdate',
    'datepublish',
    'pubdate',
    'publishedon',
    'date',
    'datetime',
    'createdat',
    'timestamp',
  ],
  publisher: [
    'publisher',
    'outlet',
    'source',
    'sourcename',
    'publication',
    'media',
    'newspaper',
    'website',
    'domain',
    'sourcedomain',
  ],
  byline: ['byline', 'author', 'authors', 'creator'],
};

/** @throws ReportedlyError `table-columns` where no column holds the text, or a mapped one is not there */
export function mapColumns(columns: readonly string[], given: ColumnMap, input: string): ColumnMap {
  const map: ColumnMap = {};
  const taken = new Set(Object.values(given));
  for (const field of COLUMN_FIELDS) {
    const column = given[field] ?? usual(field, columns, taken);
    if (column === undefined) continue;
    if (!columns.includes(column)) throw unknown(columns, input);
    map[field] = column;
  }
  if (map.text === undefined) throw unknown(columns, input);
  return map;
}

function usual(
  field: ColumnField,
  columns: readonly string[],
  taken: ReadonlySet<string>,
): string | undefined {
  for (const name of USUAL[field]) {
    const column = columns.find((each) => !taken.has(each) && plain(each) === name);
    if (column !== undefined) return column;
  }
  return undefined;
}

const plain = (name: string) => name.toLowerCase().replace(/[\s_.-]+/g, '');

function unknown(columns: readonly string[], input: string): ReportedlyError {
  const listed = columns.slice(0, 40).join(', ').slice(0, 500);
  return new ReportedlyError('table-columns', { input, columns: listed === '' ? 'none' : listed });
}

/** `text=body,title=headline` as a map. @throws ReportedlyError `usage` */
export function parseColumnMap(text: string): ColumnMap {
  const map: ColumnMap = {};
  for (const pair of text.split(',')) {
    const [field, ...column] = pair.split('=');
    if (!(COLUMN_FIELDS as readonly string[]).includes(field!.trim()) || column.length === 0) {
      const reason = `A map looks like text=body,title=headline; the fields are ${COLUMN_FIELDS.join(', ')}.`;
      throw new ReportedlyError('usage', { reason });
    }
    map[field!.trim() as ColumnField] = column.join('=').trim();
  }
  return map;
}
