/** The versions of a document's claims as the index has them, known by what they say. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Connection } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { columnsOf, type Database, type RowValues, type TableName, type TableRow } from '../tables.ts';
import type { ClaimRows } from './explode.ts';

/** Two versions with the same key say the same. */
export function sameness(rows: ClaimRows): string {
  return JSON.stringify([rows.claim, rows.parties, rows.effects]);
}

export interface ClaimVersion {
  row: number;
  since: number;
  until: number | null;
  rows: ClaimRows;
}

/** Row numbers of the versions in force, by key. */
export async function openVersions(
  connection: Connection,
  build: Kysely<Database>,
  documentSeq: number,
): Promise<Map<string, number>> {
  const versions = await versionsOf(connection, build, documentSeq, sql`until is null`);
  return new Map(versions.map(({ row, rows }) => [sameness(rows), row]));
}

/** Versions of a document's claims, past ones too unless `only` some are asked for. */
export async function versionsOf(
  connection: Connection,
  build: Kysely<Database>,
  documentSeq: number,
  only: RawBuilder<unknown> = sql`1 = 1`,
): Promise<ClaimVersion[]> {
  const from = sql`from claims where document_seq = ${documentSeq} and ${only}`;
  const all = <T extends TableName>(query: RawBuilder<unknown>) =>
    connection.all(written<TableRow<T>>(build, query));
  const claims = await all<'claims'>(sql`select * ${from} order by "row"`);
  if (claims.length === 0) return [];
  // A subquery, since a hostile document may have more claims than a query may have parameters.
  const of = (table: TableName) =>
    sql`select * from ${sql.table(table)} where "row" in (select "row" ${from}) order by position`;
  const parties = groupByRow(await all<'claim_parties'>(of('claim_parties')));
  const effects = groupByRow(await all<'claim_effects'>(of('claim_effects')));
  return claims.map((claim) => {
    const row = claim.row!;
    const own = parties.get(row) ?? [];
    const rows = {
      claim: valuesOf('claims', claim, 3),
      parties: ROLES.flatMap((role) => own.filter((party) => party.role === role)).map((party) =>
        valuesOf('claim_parties', party, 1),
      ),
      effects: (effects.get(row) ?? []).map((effect) => valuesOf('claim_effects', effect, 1)),
    };
    return { row, since: claim.since!, until: claim.until, rows };
  });
}

/** In the order in which `explode` gives them. */
const ROLES = ['source', 'by', 'against'];

function groupByRow<Row extends { row: number | null }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.row!);
    if (group) group.push(row);
    else groups.set(row.row!, [row]);
  }
  return groups;
}

function valuesOf(table: 'claims' | 'claim_parties' | 'claim_effects', row: object, skip: number): RowValues {
  return columnsOf(table)
    .slice(skip)
    .map((column) => (row as Record<string, string | number | null>)[column] ?? null);
}
