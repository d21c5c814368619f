/** Brings the index rows of one document in line with its statements: ends versions that no longer hold, adds new ones. */
import type { Kysely } from 'kysely';
import type { Connection } from '../drivers/driver.ts';
import { documentState } from '../review/document-state.ts';
import type { ReadingPayload } from '../statements/kinds.ts';
import { columnsOf, type Database, type RowValues } from '../tables.ts';
import { articleFacts, givenFacts } from './article-facts.ts';
import { type ClaimRows, explode } from './explode.ts';
import type { IndexWriter } from './index-writer.ts';

export interface Refresh {
  /** Statement number of the document. */
  documentSeq: number;
  /** The statement from which on the new versions hold. */
  since: number;
  /** The Reading in force, with its statement number; null for a document that was not read. */
  current: { seq: number; payload: ReadingPayload } | null;
  /** Nothing of this document is in the index yet. */
  fresh: boolean;
}

export async function refreshDocument(
  connection: Connection,
  build: Kysely<Database>,
  index: IndexWriter,
  refresh: Refresh,
): Promise<void> {
  const { current, since } = refresh;
  const state = documentState({ reading: current?.payload.reading ?? null });
  const facts = current ? articleFacts(current.payload.reading.article) : givenFacts({});
  const from = { documentSeq: refresh.documentSeq, reading: current?.seq ?? null };
  const wanted = state.claims.map((claim) => explode(claim, from, facts));
  const open = refresh.fresh
    ? new Map<string, number>()
    : await openVersions(connection, build, refresh.documentSeq);
  const ended = new Map(open);
  for (const rows of wanted) {
    // A version that says the same stays as it is.
    if (!ended.delete(sameness(rows))) await index.addClaim(rows, since);
  }
  await index.endClaims([...ended.values()], since);
}

function sameness(rows: ClaimRows): string {
  return JSON.stringify([rows.claim, rows.parties, rows.effects]);
}

/** The versions in force, by what they say. */
async function openVersions(
  connection: Connection,
  build: Kysely<Database>,
  documentSeq: number,
): Promise<Map<string, number>> {
  const claims = await connection.all(
    build.selectFrom('claims').selectAll().where('document_seq', '=', documentSeq).where('until', 'is', null),
  );
  if (claims.length === 0) return new Map();
  const rows = claims.map((claim) => claim.row!);
  const parties = await connection.all(
    build.selectFrom('claim_parties').selectAll().where('row', 'in', rows),
  );
  const effects = await connection.all(
    build.selectFrom('claim_effects').selectAll().where('row', 'in', rows).orderBy('position'),
  );
  const versions = new Map<string, number>();
  for (const claim of claims) {
    const key = sameness({
      claim: valuesOf('claims', claim, 3),
      parties: ROLES.flatMap((role) =>
        parties
          .filter((party) => party.row === claim.row && party.role === role)
          .sort((a, b) => a.position! - b.position!)
          .map((party) => valuesOf('claim_parties', party, 1)),
      ),
      effects: effects
        .filter((effect) => effect.row === claim.row)
        .map((effect) => valuesOf('claim_effects', effect, 1)),
    });
    versions.set(key, claim.row!);
  }
  return versions;
}

const ROLES = ['source', 'by', 'against'];

function valuesOf(table: 'claims' | 'claim_parties' | 'claim_effects', row: object, skip: number): RowValues {
  return columnsOf(table)
    .slice(skip)
    .map((column) => (row as Record<string, string | number | null>)[column] ?? null);
}
