/** All that the index says of one document beside what stands once for each statement: in a ledger, or in a scratch one. */
import type { Kysely } from 'kysely';
import type { Connection } from '../drivers/driver.ts';
import { type ClaimVersion, versionsOf } from '../index/versions.ts';
import type { Database, TableRow } from '../tables.ts';

export interface DocumentIndex {
  claims: ClaimVersion[];
  current: TableRow<'current_readings'>[];
  deciders: TableRow<'deciders'>[];
  orphans: TableRow<'orphans'>[];
}

export async function documentIndex(
  connection: Connection,
  build: Kysely<Database>,
  { seq, sha256 }: { seq: number; sha256: string },
): Promise<DocumentIndex> {
  const current = build.selectFrom('current_readings').selectAll().where('document', '=', sha256);
  const deciders = build.selectFrom('deciders').selectAll().where('document_seq', '=', seq);
  const orphans = build.selectFrom('orphans').selectAll().where('document_seq', '=', seq);
  return {
    claims: await versionsOf(connection, build, seq),
    current: await connection.all(current),
    deciders: await connection.all(deciders),
    orphans: await connection.all(orphans),
  };
}
