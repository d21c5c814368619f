/** Reads payloads back from the statements. An erased one is null. */
import { type Kysely, sql } from 'kysely';
import { type Connection, first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { ReadingPayload, ReplacementPayload } from '../statements/kinds.ts';
import type { Database } from '../tables.ts';

/** A row of the view `said`: `replaced` is 1 where the payload is that of a `replacement`. */
export interface SaidRow {
  payload: string | null;
  replaced: number;
}

export function parsePayload<T>({ payload, replaced }: SaidRow): T | null {
  if (payload === null) return null;
  const parsed = JSON.parse(payload) as T;
  return replaced ? ((parsed as ReplacementPayload).payload as T) : parsed;
}

export async function loadPayload<T>(
  connection: Connection,
  build: Kysely<Database>,
  seq: number,
): Promise<T | null> {
  const query = sql`select payload, replaced from said where seq = ${seq}`;
  const row = await first(connection, written<SaidRow>(build, query));
  return row ? parsePayload<T>(row) : null;
}

export function loadReading(
  connection: Connection,
  build: Kysely<Database>,
  seq: number,
): Promise<ReadingPayload | null> {
  return loadPayload<ReadingPayload>(connection, build, seq);
}
