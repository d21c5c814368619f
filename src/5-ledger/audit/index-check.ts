/**
 * The index says what the statements say: a figure changed by hand in a table is found although no statement was touched.
 * Looked at are the log, documents, Readings, which of these are in force, and every claim in force with its parties
 * and effects. Past versions are not; `reindex` makes all of them anew.
 */
import { sql } from 'kysely';
import { written } from '../drivers/written.ts';
import { articleFacts } from '../index/article-facts.ts';
import { type ClaimRows, explode } from '../index/explode.ts';
import { lineOf } from '../index/line-of.ts';
import { logRow } from '../index/log-row.ts';
import { readingId } from '../index/reading-id.ts';
import { documentRow, readingRow } from '../index/reading-rows.ts';
import { sameness } from '../index/versions.ts';
import { documentState } from '../review/document-state.ts';
import { canonicalJson } from '../statements/canonical-json.ts';
import type { CurrentPayload, DocumentPayload, ReadingPayload, StatementKind } from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import { columnsOf, type RowValues, type TableName } from '../tables.ts';
import { compareClaims } from './compare-claims.ts';
import type { Findings } from './findings.ts';
import { Fingerprints } from './fingerprint.ts';
import { indexedClaims } from './indexed-claims.ts';
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
  readonly #wanted = new Fingerprints();
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
    this.#cursors = { log: cursor('log'), documents: cursor('documents'), readings: cursor('readings') };
  }

  /** `payload` is what the statement says now; null when it was erased. */
  async statement(seq: number, at: string, kind: StatementKind, payload: unknown): Promise<void> {
    let id: string | undefined;
    if (kind === 'document' && payload !== null) {
      const record = payload as DocumentPayload;
      this.#documents.set(record.sha256, { seq, reading: null });
      await this.#row('documents', seq, documentRow(seq, record));
    } else if (kind === 'reading' && payload !== null) {
      const { given, reading } = payload as ReadingPayload;
      id = readingId(reading, given, canonicalJson(reading));
      await this.#row('readings', seq, readingRow(seq, id, given, reading));
      this.#reading(seq, payload as ReadingPayload);
    } else if (kind === 'current' && payload !== null) {
      const { document, reading } = payload as CurrentPayload;
      const known = this.#documents.get(document);
      if (known) known.reading = reading;
    }
    await this.#row('log', seq, logRow(seq, at, lineOf(kind, payload, id)));
  }

  #reading(seq: number, { reading }: ReadingPayload): void {
    const known = this.#documents.get(reading.document);
    if (!known) return;
    known.reading = seq;
    if (this.#current.get(reading.document) !== seq || this.#reviewed.has(reading.document)) return;
    const state = documentState({ document: reading.document, reading, decisions: [], retractions: [] });
    const facts = articleFacts(reading.article);
    for (const claim of state.claims)
      this.#want(known.seq, explode(claim, { documentSeq: known.seq, reading: seq }, facts));
  }

  #want(document: number, rows: ClaimRows): void {
    this.#wanted.add(document, sameness(rows));
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
    const found = await indexedClaims(this.#store);
    const seqs = new Map([...this.#documents].map(([sha256, { seq }]) => [seq, sha256]));
    for (const seq of new Set([...found.keys(), ...seqs.keys()])) {
      const sha256 = seqs.get(seq);
      const unlike = found.get(seq) !== this.#wanted.get(seq);
      if (!sha256 && unlike) this.#fault(`claims of document ${seq}`, 'no statement speaks of this document');
      else if (sha256 && (unlike || this.#reviewed.has(sha256))) {
        const current = this.#documents.get(sha256)!.reading;
        for (const { claim, detail } of await compareClaims(this.#store, { seq, sha256 }, current)) {
          this.#fault(`claims ${claim} of ${sha256}`, detail);
        }
      }
    }
  }

  async close(): Promise<void> {
    for (const cursor of Object.values(this.#cursors)) await cursor.close();
  }

  #stray(table: string, row: RowValues): void {
    this.#fault(`${table} ${row[0]}`, 'no statement says so');
  }

  #fault(where: string, detail: string): void {
    this.#findings.fault('index-differs', where, detail);
  }
}
