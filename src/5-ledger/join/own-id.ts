/** The id of the ledger that a connection is to. */
import type { Kysely } from 'kysely';
import { type Connection, first } from '../drivers/driver.ts';
import { KEYS } from '../migrations/migration.ts';
import type { Database } from '../tables.ts';

export async function ownId(connection: Connection, build: Kysely<Database>): Promise<string> {
  const query = build.selectFrom('ledger').select('value').where('key', '=', KEYS.id);
  return (await first(connection, query))!.value!;
}
