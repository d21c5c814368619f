/** What every operation of the ledger works with: the database, the originals, and the one way to write. */
import type { Kysely } from 'kysely';
import type { Connection, Driver } from './drivers/driver.ts';
import { IndexWriter } from './index/index-writer.ts';
import type { Originals } from './originals/originals.ts';
import { Appender, type Surroundings } from './statements/appender.ts';
import type { Database } from './tables.ts';

/** One writing transaction: statements appended in order, index rows gathered, both written before it commits. */
export interface Writing {
  connection: Connection;
  build: Kysely<Database>;
  appender: Appender;
  index: IndexWriter;
}

const RANKED = 2000;

export class Store {
  readonly driver: Driver;
  readonly originals: Originals;
  /** Where the ledger is, as it may be shown. */
  readonly where: string;
  readonly surroundings: Surroundings;
  /** With more matches of a search than this the newest come first: rank then tells nothing and costs much. */
  readonly ranked: number;

  constructor(
    driver: Driver,
    originals: Originals,
    where: string,
    surroundings: Surroundings,
    ranked = RANKED,
  ) {
    this.driver = driver;
    this.originals = originals;
    this.where = where;
    this.surroundings = surroundings;
    this.ranked = ranked;
  }

  get build(): Kysely<Database> {
    return this.driver.build;
  }

  get read(): Connection {
    return this.driver.read;
  }

  write<T>(work: (writing: Writing) => Promise<T>): Promise<T> {
    return this.driver.write(async (connection) => {
      const appender = await Appender.open(connection, this.build, this.surroundings);
      const index = new IndexWriter(connection, this.build);
      const result = await work({ connection, build: this.build, appender, index });
      await index.flush();
      await appender.flush();
      return result;
    });
  }
}
