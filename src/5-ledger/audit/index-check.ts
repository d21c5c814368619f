/**
 * The index says what the statements say: a figure changed by hand in a table is found although no statement was touched.
 * Looked at are the log, documents, Readings, which of these are in force, and every claim in force with its parties
 * and effects. Past versions are not; `reindex` makes all of them anew.
 */
import { sql } from 'kysely';
import { written } from '../drivers/written.ts';
import { articleFacts } from '../index/article-facts.ts';
import { lineOf } from '../index/line-of.ts';
import { logRow } from '../index/log-row.ts';
import { readingId, readingJson } from '../index/reading-id.ts';
import { documentRow, readingRow } from '../index/reading-rows.ts';
import { documentState } from '../review/document-state.ts';
import type {
  CurrentPayload,
  DocumentPayload,
  ReadingPayload,
  StatementKind,
  StatementRow,
} from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import { columnsOf, type RowValues, type TableName } from '../tables.ts';
import { ClaimsCheck } from './claims-check.ts';
import { compareClaims } from './compare-claims.ts';
import type { Findings } from './findings.ts';
import { RowCursor } from './row-cursor.ts';

interface KnownDocument {
  seq: number;
  /** Number of the Reading that the statements make the one in force. */
  reading: number | null;
}

export class IndexCheck {
  readonly #store: Store;
  readonly #findings: Findings;
  readonly #cursors: Record<'log' | 'documents' | 'readings', RowCursor>;
  readonly #documents = new Map<string, KnownDocument>();
  readonly #claims: ClaimsCheck;
  /** Readings in force and documents with decisions, as the index has them: only says where to look. */
  readonly #current: Map<string, number>;
  readonly #reviewed: Set<string>;

  static async start(store: Store, findings: Findings): Promise<IndexCheck> {
    const { build, read } = store;
    const current = await read.all(
      build.selectFrom('current_readings').selectAll().where('until', 'is', null),
    );
    const reviewed = await read.all(
      written<{ document: string }>(
        build,
        sql`select distinct document from log where kind in ('decision', 'retraction') and document is not null`,
      ),
    );
    return new IndexCheck(
      store,
      findings,
      new Map(current.map(({ document, reading }) => [document!, reading!])),
      new Set(reviewed.map(({ document }) => document)),
    );
  }

  private constructor(store: Store, findings: Findings, current: Map<string, number>, reviewed: Set<string>) {
    this.#store = store;
    this.#findings = findings;
    this.#current = current;
    this.#reviewed = reviewed;
    const cursor = (table: TableName) => new RowCursor(store.driver, store.build, table, ['seq']);
    this.#claims = new ClaimsCheck(store);
    this.#cursors = { log: cursor('log'), documents: cursor('documents'), readings: cursor('readings') };
  }

  /** `payload` is what the statement says now, null when it was erased; `json` the text it was parsed from. */
  async statement({ seq, at, kind }: StatementRow, payload: unknown, json: string | null): Promise<void> {
    let id: string | undefined;
    let wanted: Parameters<ClaimsCheck['statement']>[1] = null;
    if (kind === 'document' && payload !== null) {
      const record = payload as DocumentPayload;
      this.#documents.set(record.sha256, { seq, reading: null });
      await this.#row('documents', seq, documentRow(seq, record));
    } else if (kind === 'reading' && payload !== null) {
      const { given, reading } = payload as ReadingPayload;
      id = readingId(reading, given, readingJson(json, payload as ReadingPayload));
      await this.#row('readings', seq, readingRow(seq, id, given, reading));
      wanted = this.#reading(seq, payload as ReadingPayload);
    } else if (kind === 'current' && payload !== null) {
      const { document, reading } = payload as CurrentPayload;
      const known = this.#documents.get(document);
      if (known) known.reading = reading;
    }
    await this.#row('log', seq, logRow(seq, at, lineOf(kind as StatementKind, payload, id)));
    await this.#claims.statement(seq, wanted);
  }

  /** What the claims of this Reading should say in the index, if they should be there and nobody decided on them. */
  #reading(seq: number, { reading }: ReadingPayload): Parameters<ClaimsCheck['statement']>[1] {
    const { document } = reading;
    const known = this.#documents.get(document);
    if (!known) return null;
    known.reading = seq;
    if (this.#current.get(document) !== seq || this.#reviewed.has(document)) return null;
    const { claims } = documentState({ document, reading, decisions: [], retractions: [] });
    return { document: known.seq, claims, facts: articleFacts(reading.article) };
  }

  async #row(table: 'log' | 'documents' | 'readings', seq: number, wanted: RowValues): Promise<void> {
    const [row] = await this.#cursors[table].take(seq, (stray) => this.#stray(table, stray));
    if (!row) this.#fault(`${table} ${seq}`, 'the row is gone');
    else if (JSON.stringify(row) !== JSON.stringify(wanted)) {
      const column = columnsOf(table).find((_, i) => row[i] !== wanted[i]);
      const i = columnsOf(table).indexOf(column!);
      this.#fault(
        `${table} ${seq}`,
        `${column} is ${JSON.stringify(row[i])}, the statement says ${JSON.stringify(wanted[i])}`,
      );
    }
  }

  async end(): Promise<void> {
    for (const table of ['log', 'documents', 'readings'] as const) {
      for await (const row of this.#cursors[table].rest()) this.#stray(table, row);
    }
    for (const [sha256, { reading }] of this.#documents) {
      if ((this.#current.get(sha256) ?? null) === reading) continue;
      this.#fault(
        `current_readings ${sha256}`,
        `Reading ${this.#current.get(sha256) ?? 'none'} is in force, the statements say ${reading ?? 'none'}`,
      );
    }
    await this.#claims.end();
    for (const [sha256, { seq, reading }] of this.#documents) {
      if (!this.#claims.outOfStep.delete(seq) && !this.#reviewed.has(sha256)) continue;
      for (const { claim, detail } of await compareClaims(this.#store, { seq, sha256 }, reading)) {
        this.#fault(`claims ${claim} of ${sha256}`, detail);
      }
    }
    for (const seq of this.#claims.outOfStep) {
      this.#fault(`claims of document ${seq}`, 'no statement speaks of this document');
    }
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
