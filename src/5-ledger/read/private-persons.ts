/** Private persons whom claims name: for covering their names wherever else they stand. */
import { sql } from 'kysely';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';

/** Names of more than one word, each once, in no order; a single name is anybody's. */
export async function* privatePersons({ driver, build }: Store): AsyncIterable<string> {
  const rows = driver.stream(
    written<{ name: string }>(
      build,
      sql`select distinct p.name as name from claim_parties p join claims c on c.row = p.row
        where p.public = 0 and p.party_kind = 'person' and p.name like '% %' and c.until is null`,
    ),
  );
  for await (const { name } of rows) yield name;
}
