/** Sort orders of the claims, each ending in the row number, so that no two rows are equal and a page can go on after any. */
import { type RawBuilder, sql } from 'kysely';
import type { TableRow } from '../tables.ts';
import type { ClaimSort } from './claim-types.ts';

type SortKey = { column: RawBuilder<unknown>; value: (row: TableRow<'claims'>) => string | number };

const ROW: SortKey = { column: sql`c."row"`, value: (row) => row.row! };

/** Each key is an index of the schema, expression for expression. */
export const ORDERS: Record<Exclude<ClaimSort, 'relevance'>, readonly SortKey[]> = {
  document: [
    { column: sql`c.document_seq`, value: (row) => row.document_seq! },
    { column: sql`c.start`, value: (row) => row.start! },
    ROW,
  ],
  published: [{ column: sql`coalesce(c.published, '')`, value: (row) => row.published ?? '' }, ROW],
  time: [{ column: sql`coalesce(c.time_from, '')`, value: (row) => row.time_from ?? '' }, ROW],
  recorded: [ROW],
};

export function orderBy(keys: readonly SortKey[], descending: boolean): RawBuilder<unknown> {
  const direction = descending ? sql`desc` : sql`asc`;
  return sql.join(keys.map(({ column }) => sql`${column} ${direction}`));
}

/** Rows behind the one whose key values are given. */
export function behind(
  keys: readonly SortKey[],
  after: readonly (string | number)[],
  descending: boolean,
): RawBuilder<boolean> {
  const columns = sql.join(keys.map(({ column }) => column));
  return sql<boolean>`(${columns}) ${descending ? sql`<` : sql`>`} (${sql.join(after)})`;
}
