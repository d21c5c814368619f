/**
 * The claims in the index, past versions too, walked beside the statements. Rows are numbered in the order in which statements
 * made them, so those of a Reading come when the Reading comes; what is out of step is looked at by itself in the end.
 */
import { sql } from 'kysely';
import type { Reader } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { ArticleFacts } from '../index/article-facts.ts';
import { type ClaimRows, type ClaimState, explode } from '../index/explode.ts';
import { columnsOf, type RowValues } from '../tables.ts';
import { RowCursor } from './row-cursor.ts';
import { rowsText, rowText, textOf, textOfRows } from './row-text.ts';
import { type Stretch, within } from './stretch.ts';

/** Columns that `explode` gives, and which of them hold fractions and are compared as numbers. */
const COLUMNS = columnsOf('claims').slice(3);
const FRACTIONS = ['lat', 'lon'].map((column) => COLUMNS.indexOf(column));
const WHOLE = COLUMNS.map((_, i) => i).filter((i) => !FRACTIONS.includes(i));
const PARTY = columnsOf('claim_parties').slice(1);
const EFFECT = columnsOf('claim_effects').slice(1);
/** As the database orders them; `explode` gives sources first. */
const ROLES = ['against', 'by', 'source'];
const ROLE = PARTY.indexOf('role');

/** What the query below gives of each claim. */
const SINCE = 0;
const UNTIL = 1;
const DOCUMENT = 2;
const TEXT = 3;
const LAT = 4;
const PARTIES = 6;
const EFFECTS = 7;

/** What the rows that a Reading made should say, and when they should have ended. */
export interface WantedClaims {
  document: number;
  until: number | null;
  claims: ClaimState[];
  facts: ArticleFacts;
}

export class ClaimsCheck {
  readonly #claims: RowCursor;
  /** Statement numbers of documents to be looked at by themselves. */
  readonly outOfStep = new Set<number>();

  constructor(reader: Reader, { rows }: Stretch) {
    const { kind, build } = reader;
    const whole = WHOLE.map((i) => COLUMNS[i]!);
    const parties = sql`select ${rowText(kind, PARTY)} as text from claim_parties p where p."row" = claims."row"
      order by p.role, p.position`;
    const effects = sql`select ${rowText(kind, EFFECT)} as text from claim_effects e where e."row" = claims."row"
      order by e.position`;
    const query = sql`select since, until, document_seq, ${rowText(kind, whole)}, lat, lon, ${rowsText(kind, parties)},
      ${rowsText(kind, effects)} from claims where ${within('row', rows)} order by "row"`;
    this.#claims = new RowCursor(reader, written(build, query), SINCE);
  }

  /** Rows that statement `seq` made; `wanted`: what they should say, null where this cannot be told here. */
  async statement(seq: number, wanted: WantedClaims | null): Promise<void> {
    const rows = await this.#claims.take(seq, (stray) => this.outOfStep.add(Number(stray[DOCUMENT])));
    if (!wanted) {
      for (const row of rows) this.outOfStep.add(Number(row[DOCUMENT]));
      return;
    }
    const from = { documentSeq: wanted.document, reading: seq };
    const same =
      rows.length === wanted.claims.length &&
      rows.every(
        (row, i) =>
          row[UNTIL] === wanted.until && sameClaim(row, explode(wanted.claims[i]!, from, wanted.facts)),
      );
    if (!same) {
      this.outOfStep.add(wanted.document);
      for (const row of rows) this.outOfStep.add(Number(row[DOCUMENT]));
    }
  }

  async end(): Promise<void> {
    for await (const row of this.#claims.rest()) this.outOfStep.add(Number(row[DOCUMENT]));
  }

  close(): Promise<void> {
    return this.#claims.close();
  }
}

function sameClaim(row: RowValues, { claim, parties, effects }: ClaimRows): boolean {
  return (
    FRACTIONS.every((column, i) => row[LAT + i] === claim[column]) &&
    row[TEXT] === textOf(claim, WHOLE) &&
    row[PARTIES] === textOfRows(inOrder(parties)) &&
    row[EFFECTS] === textOfRows(effects)
  );
}

function inOrder(parties: readonly RowValues[]): readonly RowValues[] {
  // Most claims have sources only.
  if (parties.every((party) => party[ROLE] === parties[0]![ROLE])) return parties;
  return ROLES.flatMap((role) => parties.filter((party) => party[ROLE] === role));
}
