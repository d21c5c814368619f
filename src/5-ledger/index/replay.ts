/** Applies statements again, in their order, to an index from which their rows were taken. */
import { type Kysely, sql } from 'kysely';
import type { Connection } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { CurrentPayload, DocumentPayload, ReadingPayload, StatementKind } from '../statements/kinds.ts';
import type { Writing } from '../store.ts';
import type { Database } from '../tables.ts';
import {
  applyCurrent,
  applyDocument,
  applyErased,
  applyReading,
  applySaid,
  type DocumentKey,
} from './apply.ts';
import { parsePayload, type SaidRow } from './stored.ts';

/** A row of the view `said`. */
export interface Replayed extends SaidRow {
  seq: number;
  kind: string;
  at: string;
}

/** All that is said of one document and shows in its index rows, in order. */
export function statementsOn(
  connection: Connection,
  build: Kysely<Database>,
  document: string,
): Promise<Replayed[]> {
  const query = sql`select s.* from said s join log l on l.seq = s.seq
    where l.document = ${document} and s.kind <> 'assessment' order by s.seq`;
  return connection.all(written<Replayed>(build, query));
}

export class Replay {
  readonly #writing: Writing;
  readonly #documents = new Map<string, DocumentKey & { fresh: boolean }>();

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  async apply(row: Replayed): Promise<void> {
    const { seq, at } = row;
    const standing = { seq, at };
    const kind = row.kind as StatementKind;
    const payload = parsePayload<unknown>(row);
    if (payload === null) return applyErased(this.#writing, standing, kind);
    switch (kind) {
      case 'document':
        return this.#document(standing, payload as DocumentPayload);
      case 'reading':
        return this.#reading(standing, payload as ReadingPayload);
      case 'current':
        return this.#current(standing, payload as CurrentPayload);
      default:
        return applySaid(this.#writing, standing, kind, payload);
    }
  }

  #document(standing: { seq: number; at: string }, record: DocumentPayload): void {
    const { sha256 } = record;
    this.#documents.set(sha256, { seq: standing.seq, sha256, fresh: true });
    applyDocument(this.#writing, standing, record);
  }

  async #reading(standing: { seq: number; at: string }, payload: ReadingPayload): Promise<void> {
    const document = this.#documents.get(payload.reading.document);
    if (!document) return;
    await applyReading(this.#writing, standing, payload, document, document.fresh);
    document.fresh = false;
  }

  async #current(standing: { seq: number; at: string }, payload: CurrentPayload): Promise<void> {
    const document = this.#documents.get(payload.document);
    if (!document) return;
    await this.#writing.index.flush();
    await applyCurrent(this.#writing, standing, payload, document);
  }
}
