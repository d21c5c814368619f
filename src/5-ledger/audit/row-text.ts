/**
 * A row as one text, made by the database and made here, so that two rows are the same where their texts are: many columns
 * cost far more to hand over than one text does. Good for "the same or not"; what differs is looked up column by column.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Driver } from '../drivers/driver.ts';
import type { RowValues } from '../tables.ts';

/** Between rows, in place of null, between values. */
const ROW = '\u001d';
const NULL = '\u001e';
const NEXT = '\u001f';

type Kind = Driver['kind'];

const char = (kind: Kind, character: string) =>
  sql`${sql.raw(kind === 'sqlite' ? 'char' : 'chr')}(${sql.lit(character.charCodeAt(0))})`;

/** The values of `columns`, each with an end behind it. None may hold fractions: the stores write these differently. */
export function rowText(kind: Kind, columns: readonly string[]): RawBuilder<string> {
  const values = columns.map((column) => {
    const value = kind === 'sqlite' ? sql.ref(column) : sql`${sql.ref(column)}::text`;
    return sql`coalesce(${value}, ${char(kind, NULL)})`;
  });
  // The empty text at the end gives the last value its end.
  return sql`concat_ws(${char(kind, NEXT)}, ${sql.join(values)}, '')`;
}

/** The texts of the rows of a subquery that are ordered already, each with an end behind it; empty where there are none. */
export function rowsText(kind: Kind, rows: RawBuilder<unknown>): RawBuilder<string> {
  const each = sql`concat(text, ${char(kind, ROW)})`;
  const all = kind === 'sqlite' ? sql`group_concat(${each}, '')` : sql`string_agg(${each}, '')`;
  return sql`coalesce((select ${all} from (${rows}) as several), '')`;
}

/** As the database makes it of such values: of all, or of those at `columns`. */
export function textOf(values: RowValues, columns?: readonly number[]): string {
  let text = '';
  const count = columns ? columns.length : values.length;
  for (let i = 0; i < count; i++) text += (values[columns ? columns[i]! : i] ?? NULL) + NEXT;
  return text;
}

export function textOfRows(rows: readonly RowValues[]): string {
  let text = '';
  for (const row of rows) text += textOf(row) + ROW;
  return text;
}

/** Whether a statement's JSON holds a character that would make one text of different rows: JSON escapes all of them. */
export function isAmbiguous(json: string): boolean {
  return json.includes('\\u001');
}
