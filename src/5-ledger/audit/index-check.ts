/**
 * The index says what the statements say: a figure changed by hand in a table is found although no statement was touched.
 * Looked at are the log, documents, visits, Readings with their texts, which of these are and were in force, and every
 * version of every claim with its parties and effects. Only the words that search goes by are not; `reindex` makes them anew.
 */
import { sql } from 'kysely';
import { first, type Reader } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { articleFacts } from '../index/article-facts.ts';
import { lineOf } from '../index/line-of.ts';
import { logRow } from '../index/log-row.ts';
import { readingId, readingJson } from '../index/reading-id.ts';
import { articleTextRow, documentRow, readingRow } from '../index/reading-rows.ts';
import { untouchedClaims } from '../review/document-state.ts';
import type {
  CurrentPayload,
  DocumentPayload,
  ReadingPayload,
  StatementKind,
  StatementRow,
} from '../statements/kinds.ts';
import { columnsOf, type RowValues, type TableName, type TableRow } from '../tables.ts';
import type { Visit } from '../visits/visit-types.ts';
import { visitRow } from '../visits/visits.ts';
import { ClaimsCheck, type WantedClaims } from './claims-check.ts';
import type { Findings } from './findings.ts';
import { RowCursor } from './row-cursor.ts';
import { isAmbiguous } from './row-text.ts';
import { type Stretch, within } from './stretch.ts';

/** What one stretch says of the index that can only be judged with the others. */
export interface IndexSaid {
  /** Documents by their sha256, as statements name them. */
  documents: Map<string, number>;
  /** Which Readings the statements make the one in force, in order, `until` left open. */
  saidCurrent: TableRow<'current_readings'>[];
  /** As the index has it, from when to when. */
  current: TableRow<'current_readings'>[];
  /** Statement numbers of documents whose claims are to be looked at by themselves. */
  outOfStep: Set<number>;
}

/** Tables with one row for each statement of a kind. */
const BESIDE = ['log', 'documents', 'readings', 'article_texts', 'visits'] as const;
type Beside = (typeof BESIDE)[number];

export class IndexCheck {
  readonly #reader: Reader;
  readonly #findings: Findings;
  readonly #cursors: Record<Beside, RowCursor>;
  readonly #claims: ClaimsCheck;
  readonly #said: IndexSaid;
  /** When what a statement put in force ended, as the index has it: that is looked at in the end. */
  readonly #until: Map<number, number | null>;
  readonly #reviewed: Set<string>;

  /** `reviewed`: documents with decisions. */
  static async start(
    reader: Reader,
    stretch: Stretch,
    reviewed: Set<string>,
    findings: Findings,
  ): Promise<IndexCheck> {
    const query = sql`select * from current_readings where ${within('since', stretch.statements)}`;
    const current = await reader.read.all(written<TableRow<'current_readings'>>(reader.build, query));
    return new IndexCheck(reader, stretch, reviewed, findings, current);
  }

  private constructor(
    reader: Reader,
    stretch: Stretch,
    reviewed: Set<string>,
    findings: Findings,
    current: TableRow<'current_readings'>[],
  ) {
    this.#reader = reader;
    this.#findings = findings;
    this.#reviewed = reviewed;
    this.#until = new Map(current.map(({ since, until }) => [since!, until]));
    this.#said = { documents: new Map(), saidCurrent: [], current, outOfStep: new Set() };
    const cursor = (table: TableName) =>
      RowCursor.over(reader, table, within(columnsOf(table)[0]!, stretch.statements));
    this.#claims = new ClaimsCheck(reader, stretch);
    this.#cursors = Object.fromEntries(BESIDE.map((table) => [table, cursor(table)])) as Record<
      Beside,
      RowCursor
    >;
  }

  /** `payload` is what the statement says now, null when it was erased; `json` the text it was parsed from. */
  async statement({ seq, at, kind }: StatementRow, payload: unknown, json: string | null): Promise<void> {
    let id: string | undefined;
    let wanted: WantedClaims | null = null;
    if (kind === 'document' && payload !== null) {
      const record = payload as DocumentPayload;
      this.#said.documents.set(record.sha256, seq);
      await this.#row('documents', seq, documentRow(seq, record));
    } else if (kind === 'reading' && payload !== null) {
      const { given, reading } = payload as ReadingPayload;
      id = readingId(reading, given, readingJson(json, payload as ReadingPayload));
      await this.#row('readings', seq, readingRow(seq, id, given, reading));
      await this.#row('article_texts', seq, articleTextRow(seq, reading));
      wanted = await this.#reading(seq, payload as ReadingPayload);
      // Looked at by itself where the texts of rows do not tell all.
      if (wanted && (json === null || isAmbiguous(json))) {
        this.#claims.outOfStep.add(wanted.document);
        wanted = null;
      }
    } else if (kind === 'current' && payload !== null) {
      // The Reading is not at hand here, so its document is looked at by itself.
      const { document } = payload as CurrentPayload;
      const known = await this.#documentOf(document);
      if (known !== undefined) this.#claims.outOfStep.add(known);
    } else if (kind === 'visit' && payload !== null) {
      await this.#row('visits', seq, visitRow(seq, payload as Visit));
    }
    await this.#row('log', seq, logRow(seq, at, lineOf(kind as StatementKind, payload, id)));
    await this.#claims.statement(seq, wanted);
  }

  /** What the claims of this Reading should say in the index, if they should be there and nobody decided on them. */
  async #reading(seq: number, { reading }: ReadingPayload): Promise<WantedClaims | null> {
    const { document } = reading;
    this.#said.saidCurrent.push({ document, reading: seq, since: seq, until: null });
    const until = this.#until.get(seq);
    if (until === undefined || this.#reviewed.has(document)) return null;
    const known = await this.#documentOf(document);
    if (known === undefined) return null;
    return { document: known, until, claims: untouchedClaims(reading), facts: articleFacts(reading.article) };
  }

  async #documentOf(sha256: string): Promise<number | undefined> {
    return this.#said.documents.get(sha256) ?? (await this.#documentBefore(sha256));
  }

  /** Where the statement of the document lies in another stretch the index names it; where it errs, claims come out of step. */
  async #documentBefore(sha256: string): Promise<number | undefined> {
    const { build, read } = this.#reader;
    const found = await first(read, build.selectFrom('documents').select('seq').where('sha256', '=', sha256));
    return found?.seq ?? undefined;
  }

  async #row(table: Beside, seq: number, wanted: RowValues): Promise<void> {
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
    for (const table of BESIDE) {
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
