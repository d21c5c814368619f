/** Fingerprints of the claims in force as the index has them: three tables walked side by side. */
import { sql } from 'kysely';
import { sameness } from '../index/versions.ts';
import type { Store } from '../store.ts';
import { columnsOf, type RowValues } from '../tables.ts';
import { Fingerprints } from './fingerprint.ts';
import { RowCursor } from './row-cursor.ts';

const DOCUMENT = columnsOf('claims').indexOf('document_seq');
const ROLE = columnsOf('claim_parties').indexOf('role');
/** In the order in which `explode` gives them; the table is walked by row, role and position. */
const ROLES = ['source', 'by', 'against'];

export async function indexedClaims({ driver, build }: Store): Promise<Fingerprints> {
  const found = new Fingerprints();
  const claims = new RowCursor(driver, build, 'claims', ['row'], sql`until is null`);
  const parties = new RowCursor(driver, build, 'claim_parties', ['row', 'role', 'position']);
  const effects = new RowCursor(driver, build, 'claim_effects', ['row', 'position']);
  try {
    for await (const claim of claims.rest()) {
      const row = Number(claim[0]);
      const own = await parties.take(row);
      const rows = {
        claim: claim.slice(3),
        parties: inRoleOrder(own).map((party) => party.slice(1)),
        effects: (await effects.take(row)).map((effect) => effect.slice(1)),
      };
      found.add(Number(claim[DOCUMENT]), sameness(rows));
    }
  } finally {
    for (const cursor of [claims, parties, effects]) await cursor.close();
  }
  return found;
}

function inRoleOrder(parties: RowValues[]): RowValues[] {
  if (parties.length < 2) return parties;
  return ROLES.flatMap((role) => parties.filter((party) => party[ROLE] === role));
}
