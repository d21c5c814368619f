/**
 * The index says what the statements say: a figure changed by hand in a table is found although no statement was touched.
 * Looked at are the log, documents, Readings, which of these are in force, and every claim in force with its parties
 * and effects. Past versions are not; `reindex` makes all of them anew.
 */
import { sql } from 'kysely';
import { first, type Reader } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { articleFacts } from '../index/article-facts.ts';
import { lineOf } from '../index/line-of.ts';
import { logRow } from '../index/log-row.ts';
import { readingId, readingJson } from '../index/reading-id.ts';
import { documentRow, readingRow } from '../index/reading-rows.ts';
import { untouchedClaims } from '../review/document-state.ts';
import type {
  CurrentPayload,
  DocumentPayload,
  ReadingPayload,
  StatementKind,
  StatementRow,
} from '../statements/kinds.ts';
import { columnsOf, type RowValues, type TableName } from '../tables.ts';
import { ClaimsCheck } from './claims-check.ts';
import type { Findings } from './findings.ts';
import { RowCursor } from './row-cursor.ts';
import { isAmbiguous } from './row-text.ts';
import { type Stretch, within } from './stretch.ts';

/** What one stretch says of the index that can only be judged with the others. */
export interface IndexSaid {
  /** Documents by their sha256, as statements name them. */
  documents: Map<string, number>;
  /** Which Reading statements make the one in force for a document: the last one said. */
  saidCurrent: Map<string, number>;
  /** As the index has it. */
  current: Map<string, number>;
  /** Statement numbers of documents whose claims are to be looked at by themselves. */
  outOfStep: Set<number>;
}

export class IndexCheck {
  readonly #reader: Reader;
  readonly #findings: Findings;
  readonly #cursors: Record<'log' | 'documents' | 'readings', RowCursor>;
  readonly #claims: ClaimsCheck;
  readonly #said: IndexSaid;
  /** Readings in force, as the index has them: only says where to look. */
  readonly #inForce: Set<number>;
  readonly #reviewed: Set<string>;

  /** `reviewed`: documents with decisions. */
  static async start(
    reader: Reader,
    stretch: Stretch,
    reviewed: Set<string>,
    findings: Findings,
  ): Promise<IndexCheck> {
    const query = sql`select document, reading from current_readings
      where until is null and ${within('reading', stretch.statements)}`;
    const current = await reader.read.all(
      written<{ document: string; reading: number }>(reader.build, query),
    );
    const inIndex = new Map(current.map(({ document, reading }) => [document, reading]));
    return new IndexCheck(reader, stretch, reviewed, findings, inIndex);
  }

  private constructor(
    reader: Reader,
    stretch: Stretch,
    reviewed: Set<string>,
    findings: Findings,
    current: Map<string, number>,
  ) {
    this.#reader = reader;
    this.#findings = findings;
    this.#reviewed = reviewed;
    this.#inForce = new Set(current.values());
    this.#said = { documents: new Map(), saidCurrent: new Map(), current, outOfStep: new Set() };
    const there = within('seq', stretch.statements);
    const cursor = (table: TableName) => RowCursor.over(reader, table, there);
    this.#claims = new ClaimsCheck(reader, stretch);
    this.#cursors = { log: cursor('log'), documents: cursor('documents'), readings: cursor('readings') };
  }

  /** `payload` is what the statement says now, null when it was erased; `json` the text it was parsed from. */
  async statement({ seq, at, kind }: StatementRow, payload: unknown, json: string | null): Promise<void> {
    let id: string | undefined;
    let wanted: Parameters<ClaimsCheck['statement']>[1] = null;
    if (kind === 'document' && payload !== null) {
      const record = payload as DocumentPayload;
      this.#said.documents.set(record.sha256, seq);
      await this.#row('documents', seq, documentRow(seq, record));
    } else if (kind === 'reading' && payload !== null) {
      const { given, reading } = payload as ReadingPayload;
      id = readingId(reading, given, readingJson(json, payload as ReadingPayload));
      await this.#row('readings', seq, readingRow(seq, id, given, reading));
      wanted = await this.#reading(seq, payload as ReadingPayload);
      // Looked at by itself where the texts of rows do not tell all.
      if (wanted && (json === null || isAmbiguous(json))) {
        this.#claims.outOfStep.add(wanted.document);
        wanted = null;
      }
    } else if (kind === 'current' && payload !== null) {
      const { document, reading } = payload as CurrentPayload;
      this.#said.saidCurrent.set(document, reading);
    }
    await this.#row('log', seq, logRow(seq, at, lineOf(kind as StatementKind, payload, id)));
    await this.#claims.statement(seq, wanted);
  }

  /** What the claims of this Reading should say in the index, if they should be there and nobody decided on them. */
  async #reading(seq: number, { reading }: ReadingPayload): Promise<Parameters<ClaimsCheck['statement']>[1]> {
    const { document } = reading;
    this.#said.saidCurrent.set(document, seq);
    if (!this.#inForce.has(seq) || this.#reviewed.has(document)) return null;
    const known = this.#said.documents.get(document) ?? (await this.#documentBefore(document));
    if (known === undefined) return null;
    return { document: known, claims: untouchedClaims(reading), facts: articleFacts(reading.article) };
  }

  /** Where the statement of the document lies in another stretch the index names it; where it errs, claims come out of step. */
  async #documentBefore(sha256: string): Promise<number | undefined> {
    const { build, read } = this.#reader;
    const found = await first(read, build.selectFrom('documents').select('seq').where('sha256', '=', sha256));
    return found?.seq ?? undefined;
  }

  async #row(table: 'log' | 'documents' | 'readings', seq: number, wanted: RowValues): Promise<void> {
    const [row] = await this.#cursors[table].take(seq, (stray) => this.#stray(table, stray));
    if (!row) this.#fault(`${table} ${seq}`, 'the row is gone');
    else if (row.length !== wanted.length || wanted.some((value, i) => row[i] !== value)) {
      const column = columnsOf(table).find((_, i) => row[i] !== wanted[i]);
      const i = columnsOf(table).indexOf(column!);
      this.#fault(
        `${table} ${seq}`,
        `${column} is ${JSON.stringify(row[i])}, the statement says ${JSON.stringify(wanted[i])}`,
      );
    }
  }

  async end(): Promise<IndexSaid> {
    for (const table of ['log', 'documents', 'readings'] as const) {
      for await (const row of this.#cursors[table].rest()) this.#stray(table, row);
    }
    await this.#claims.end();
    this.#said.outOfStep = this.#claims.outOfStep;
    return this.#said;
  }

  async close(): Promise<void> {
    await this.#claims.close();
    for (const cursor of Object.values(this.#cursors)) await cursor.close();
  }

  #stray(table: string, row: RowValues): void {
    this.#fault(`${table} ${row[0]}`, 'no statement says so');
  }

  #fault(where: string, detail: string): void {
    this.#findings.fault('index-differs', where, detail);
  }
}
