/**
 * A row as one text, made by the database, and compared here value by value: many columns cost far more to hand over
 * than one text does. Good for "the same or not"; what differs is looked up column by column.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Driver } from '../drivers/driver.ts';
import type { RowValues } from '../tables.ts';

/** Between values, in place of null, and between rows. */
const NEXT = 31;
const NULL = String.fromCharCode(30);
const ROW = 29;

type Kind = Driver['kind'];

const char = (kind: Kind, code: number) =>
  kind === 'sqlite' ? sql`char(${sql.lit(code)})` : sql`chr(${sql.lit(code)})`;

/** Each value of `columns` with an end behind it. No column may hold fractions, which the stores write differently. */
export function rowText(kind: Kind, columns: readonly string[]): RawBuilder<string> {
  const values = columns.map((column) =>
    kind === 'sqlite'
      ? sql`coalesce(${sql.ref(column)}, char(30))`
      : sql`coalesce(${sql.ref(column)}::text, chr(30))`,
  );
  return sql`concat(${sql.join(values.flatMap((value) => [value, char(kind, NEXT)]))})`;
}

/** The texts of the rows of a subquery that are ordered already, each with an end behind it; empty where there are none. */
export function rowsText(kind: Kind, rows: RawBuilder<unknown>): RawBuilder<string> {
  const each = sql`concat(text, ${char(kind, ROW)})`;
  const all = kind === 'sqlite' ? sql`group_concat(${each}, '')` : sql`string_agg(${each}, '')`;
  return sql`coalesce((select ${all} from (${rows}) as several), '')`;
}

/** Reads a text as rows are wanted to be; `same` is false as soon as a value differs. */
export class TextReader {
  readonly #text: string;
  #at = 0;
  same = true;

  constructor(text: string) {
    this.#text = text;
  }

  value(wanted: string | number | null): void {
    if (!this.same) return;
    const text = wanted === null ? NULL : typeof wanted === 'string' ? wanted : String(wanted);
    this.same = this.#text.startsWith(text, this.#at);
    this.#at += text.length;
    this.#end(NEXT);
  }

  row(wanted: RowValues): void {
    for (let i = 0; i < wanted.length; i++) this.value(wanted[i]!);
    this.#end(ROW);
  }

  /** Whether all was as wanted and nothing is left. */
  get done(): boolean {
    return this.same && this.#at === this.#text.length;
  }

  #end(code: number): void {
    if (this.#text.charCodeAt(this.#at) !== code) this.same = false;
    this.#at++;
  }
}
