/** The versions of a document's claims that are in force in the index, known by what they say. */
import type { Kysely } from 'kysely';
import type { Connection } from '../drivers/driver.ts';
import { columnsOf, type Database, type RowValues } from '../tables.ts';
import type { ClaimRows } from './explode.ts';

/** Two versions with the same key say the same. */
export function sameness(rows: ClaimRows): string {
  return JSON.stringify([rows.claim, rows.parties, rows.effects]);
}

/** Row numbers by key. */
export async function openVersions(
  connection: Connection,
  build: Kysely<Database>,
  documentSeq: number,
): Promise<Map<string, number>> {
  const claims = await connection.all(
    build.selectFrom('claims').selectAll().where('document_seq', '=', documentSeq).where('until', 'is', null),
  );
  if (claims.length === 0) return new Map();
  // A subquery, since a hostile document may have more claims than a query may have parameters.
  const rows = build
    .selectFrom('claims')
    .select('row')
    .where('document_seq', '=', documentSeq)
    .where('until', 'is', null);
  const parties = groupByRow(
    await connection.all(
      build.selectFrom('claim_parties').selectAll().where('row', 'in', rows).orderBy('position'),
    ),
  );
  const effects = groupByRow(
    await connection.all(
      build.selectFrom('claim_effects').selectAll().where('row', 'in', rows).orderBy('position'),
    ),
  );
  return new Map(
    claims.map((claim) => {
      const own = parties.get(claim.row!) ?? [];
      const key = sameness({
        claim: valuesOf('claims', claim, 3),
        parties: ROLES.flatMap((role) => own.filter((party) => party.role === role)).map((party) =>
          valuesOf('claim_parties', party, 1),
        ),
        effects: (effects.get(claim.row!) ?? []).map((effect) => valuesOf('claim_effects', effect, 1)),
      });
      return [key, claim.row!];
    }),
  );
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
