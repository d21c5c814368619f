/** Originals in a table of the PostgreSQL database, so that every machine of a team reaches them. */
import type { PostgresDriver } from '../drivers/postgres.ts';
import type { Original, Originals } from './originals.ts';

export class OriginalsTable implements Originals {
  readonly #driver: PostgresDriver;

  constructor(driver: PostgresDriver) {
    this.#driver = driver;
  }

  async keep(items: readonly Original[]): Promise<void> {
    if (items.length === 0) return;
    await this.#driver.read.run(
      'INSERT INTO originals (sha256, bytes) SELECT * FROM unnest($1::text[], $2::bytea[]) ON CONFLICT DO NOTHING',
      [items.map((item) => item.sha256), items.map((item) => Buffer.from(item.bytes))],
    );
  }

  async get(sha256: string): Promise<Uint8Array | null> {
    const { rows } = await this.#driver.read.run('SELECT bytes FROM originals WHERE sha256 = $1', [sha256]);
    return (rows[0]?.bytes as Buffer | undefined) ?? null;
  }

  async *names(): AsyncIterable<string> {
    let after = '';
    for (;;) {
      const { rows } = await this.#driver.read.run(
        'SELECT sha256 FROM originals WHERE sha256 > $1 ORDER BY sha256 LIMIT 1000',
        [after],
      );
      if (rows.length === 0) return;
      for (const row of rows) yield (after = row.sha256 as string);
    }
  }

  async remove(sha256s: readonly string[]): Promise<void> {
    await this.#driver.read.run('DELETE FROM originals WHERE sha256 = ANY($1)', [sha256s]);
  }
}
