/** Reads payloads back from the statements. An erased one is null. */
import type { Kysely } from 'kysely';
import { type Connection, first } from '../drivers/driver.ts';
import type { ReadingPayload } from '../statements/kinds.ts';
import type { Database } from '../tables.ts';

export async function loadPayload<T>(
  connection: Connection,
  build: Kysely<Database>,
  seq: number,
): Promise<T | null> {
  const query = build.selectFrom('statements').select('payload').where('seq', '=', seq);
  const payload = (await first(connection, query))?.payload;
  return payload ? (JSON.parse(payload) as T) : null;
}

export function loadReading(
  connection: Connection,
  build: Kysely<Database>,
  seq: number,
): Promise<ReadingPayload | null> {
  return loadPayload<ReadingPayload>(connection, build, seq);
}
