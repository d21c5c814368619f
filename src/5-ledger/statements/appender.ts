/** Appends statements to the chain inside one writing transaction. */

import type { Kysely } from 'kysely';
import { type Connection, first } from '../drivers/driver.ts';
import type { Database, RowValues } from '../tables.ts';
import { canonicalJson } from './canonical-json.ts';
import { chainHash, commit, newSalt } from './hash-chain.ts';
import type { StatementKind } from './kinds.ts';

/** Where time and salt come from; tests give fixed ones. */
export interface Surroundings {
  now(): Date;
  salt(): string;
}

export const REAL_SURROUNDINGS: Surroundings = { now: () => new Date(), salt: newSalt };

export interface Appended {
  seq: number;
  at: string;
}

export class Appender {
  readonly #connection: Connection;
  readonly #build: Kysely<Database>;
  readonly #surroundings: Surroundings;
  #head: { seq: number; hash: string; at: string };
  #rows: RowValues[] = [];
  /**
   * When everything of this transaction is said: the clock's time, but never before the statement ahead of it. One time
   * for all, so that no past state falls between a document and its Reading.
   */
  readonly at: string;

  private constructor(
    connection: Connection,
    build: Kysely<Database>,
    surroundings: Surroundings,
    head: { seq: number; hash: string; at: string },
  ) {
    this.#connection = connection;
    this.#build = build;
    this.#surroundings = surroundings;
    this.#head = head;
    const now = surroundings.now().toISOString();
    this.at = now > head.at ? now : head.at;
  }

  static async open(
    connection: Connection,
    build: Kysely<Database>,
    surroundings: Surroundings,
  ): Promise<Appender> {
    const head = await first(connection, build.selectFrom('head').selectAll());
    return new Appender(connection, build, surroundings, {
      seq: head!.seq!,
      hash: head!.hash!,
      at: head!.at!,
    });
  }

  /** The number of the last statement. */
  get seq(): number {
    return this.#head.seq;
  }

  /** Puts a statement at the end of the chain. It is written by `flush`. */
  append(kind: StatementKind, payload: unknown): Appended {
    return this.appendJson(kind, canonicalJson(payload));
  }

  /** As `append`, for a payload that is canonical JSON already. */
  appendJson(kind: StatementKind, json: string): Appended {
    const salt = this.#surroundings.salt();
    const link = { seq: this.#head.seq + 1, kind, at: this.at, commitment: commit(salt, json) };
    const hash = chainHash(this.#head.hash, link);
    this.#rows.push([link.seq, kind, link.at, salt, json, link.commitment, hash]);
    this.#head = { seq: link.seq, hash, at: link.at };
    return { seq: link.seq, at: link.at };
  }

  /** Writes what was appended; must be called before the transaction ends. */
  async flush(): Promise<void> {
    if (this.#rows.length === 0) return;
    await this.#connection.insert('statements', this.#rows);
    this.#rows = [];
    const { seq, hash, at } = this.#head;
    await this.#connection.all(this.#build.updateTable('head').set({ seq, hash, at }).where('one', '=', 1));
  }
}
