/** A query written out with Kysely's `sql` template, in the form that drivers run. */
import type { Kysely, RawBuilder } from 'kysely';
import type { Database } from '../tables.ts';
import type { Query } from './driver.ts';

export function written<Row>(build: Kysely<Database>, query: RawBuilder<unknown>): Query<Row> {
  return { compile: () => (query as RawBuilder<Row>).compile(build) };
}
