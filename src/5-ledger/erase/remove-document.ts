/** Takes every index row of a document out, past versions too. */
import { type RawBuilder, sql } from 'kysely';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { Writing } from '../store.ts';

export async function removeDocument({ connection, build }: Writing, document: string): Promise<void> {
  const run = (query: RawBuilder<unknown>) => connection.all(written(build, query));
  const known = await first(
    connection,
    build.selectFrom('documents').select('seq').where('sha256', '=', document),
  );
  if (known) {
    const rows = sql`(select "row" from claims where document_seq = ${known.seq})`;
    await run(sql`delete from claim_parties where "row" in ${rows}`);
    await run(sql`delete from claim_effects where "row" in ${rows}`);
    for (const table of ['deciders', 'orphans', 'claims']) {
      await run(sql`delete from ${sql.table(table)} where document_seq = ${known.seq}`);
    }
  }
  await run(
    sql`delete from article_texts where reading in (select seq from readings where document = ${document})`,
  );
  await run(sql`delete from readings where document = ${document}`);
  await run(sql`delete from visits where document = ${document}`);
  await run(sql`delete from current_readings where document = ${document}`);
  await run(sql`delete from documents where sha256 = ${document}`);
  await run(sql`delete from log where document = ${document} and kind <> 'assessment'`);
}
