/**
 * The claims in force in the index, walked beside the statements. Rows are numbered in the order in which statements
 * made them, so those of a Reading come when the Reading comes; what is out of step is looked at by itself in the end.
 */
import { sql } from 'kysely';
import type { Reader } from '../drivers/driver.ts';
import type { ArticleFacts } from '../index/article-facts.ts';
import { type ClaimRows, type ClaimState, explode } from '../index/explode.ts';
import { columnsOf, type RowValues } from '../tables.ts';
import { RowCursor } from './row-cursor.ts';
import { type Stretch, within } from './stretch.ts';

const SINCE = columnsOf('claims').indexOf('since');
const DOCUMENT = columnsOf('claims').indexOf('document_seq');
const ROLE = columnsOf('claim_parties').indexOf('role');
/** In the order in which `explode` gives them; the table is walked by row, role and position. */
const ROLES = ['source', 'by', 'against'];

export class ClaimsCheck {
  readonly #claims: RowCursor;
  readonly #parties: RowCursor;
  readonly #effects: RowCursor;
  /** Statement numbers of documents to be looked at by themselves. */
  readonly outOfStep = new Set<number>();

  constructor(reader: Reader, { rows }: Stretch) {
    const there = within('row', rows);
    this.#claims = new RowCursor(reader, 'claims', ['row'], sql`until is null and ${there}`, SINCE);
    this.#parties = new RowCursor(reader, 'claim_parties', ['row', 'role', 'position'], there);
    this.#effects = new RowCursor(reader, 'claim_effects', ['row', 'position'], there);
  }

  /** Rows that statement `seq` made; `wanted`: what they should say, null where this cannot be told here. */
  async statement(
    seq: number,
    wanted: { document: number; claims: ClaimState[]; facts: ArticleFacts } | null,
  ): Promise<void> {
    const rows = await this.#claims.take(seq, (stray) => this.outOfStep.add(Number(stray[DOCUMENT])));
    if (!wanted) {
      for (const row of rows) this.outOfStep.add(Number(row[DOCUMENT]));
      return;
    }
    let same = rows.length === wanted.claims.length;
    for (let i = 0; same && i < rows.length; i++) {
      const from = { documentSeq: wanted.document, reading: seq };
      same = await this.#sameClaim(rows[i]!, explode(wanted.claims[i]!, from, wanted.facts));
    }
    if (!same) {
      this.outOfStep.add(wanted.document);
      for (const row of rows) this.outOfStep.add(Number(row[DOCUMENT]));
    }
  }

  async #sameClaim(row: RowValues, wanted: ClaimRows): Promise<boolean> {
    if (!sameValues(row, 3, wanted.claim)) return false;
    const parties = await this.#parties.take(Number(row[0]));
    const effects = await this.#effects.take(Number(row[0]));
    return sameRows(inRoleOrder(parties), wanted.parties) && sameRows(effects, wanted.effects);
  }

  async end(): Promise<void> {
    for await (const row of this.#claims.rest()) this.outOfStep.add(Number(row[DOCUMENT]));
  }

  async close(): Promise<void> {
    for (const cursor of [this.#claims, this.#parties, this.#effects]) await cursor.close();
  }
}

function sameRows(found: readonly RowValues[], wanted: readonly RowValues[]): boolean {
  return found.length === wanted.length && found.every((row, i) => sameValues(row, 1, wanted[i]!));
}

/** `skip`: columns in front that the index has for itself. */
function sameValues(found: RowValues, skip: number, wanted: RowValues): boolean {
  if (found.length !== wanted.length + skip) return false;
  for (let i = 0; i < wanted.length; i++) if (found[i + skip] !== wanted[i]) return false;
  return true;
}

function inRoleOrder(parties: RowValues[]): RowValues[] {
  // One walked by role has "against" and "by" ahead of "source"; most claims have sources only.
  if (parties.every((party) => party[ROLE] === parties[0]![ROLE])) return parties;
  return ROLES.flatMap((role) => parties.filter((party) => party[ROLE] === role));
}
