import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { backupContract } from '../../test/ledger/backup.contract.ts';
import { documentsContract } from '../../test/ledger/documents.contract.ts';
import { eraseContract, releaseContract } from '../../test/ledger/erase.contract.ts';
import { type LedgerPlace, ledgerContract, refused } from '../../test/ledger/ledger.contract.ts';
import { startPostgres } from '../../test/ledger/postgres-server.ts';
import { reviewContract } from '../../test/ledger/review.contract.ts';
import { dumpPostgres } from '../../test/ledger/schema-dump.ts';
import { synthetic } from '../../test/ledger/synthetic.ts';
import { openLedger } from './open.ts';
import { newSalt } from './statements/hash-chain.ts';

async function untilWaiting(database: string): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock'";
  while ((await client.query(waiting)).rowCount === 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await client.end();
}

const server = await startPostgres();
afterAll(() => server.stop(), 60_000);

describe('the ledger on PostgreSQL', () => {
  const newPlace = (): LedgerPlace => {
    const where = server.ledger();
    return {
      open: ({ at, ranked } = {}) =>
        openLedger(where, {}, { ranked, ...(at && { surroundings: { now: at, salt: newSalt } }) }),
    };
  };
  ledgerContract(newPlace);
  documentsContract(newPlace);
  reviewContract(newPlace);
  eraseContract(newPlace);
  releaseContract(newPlace);
  backupContract(() => server.ledger());

  it('says so when the connection is lost, loses nothing, and goes on with another', async () => {
    const where = server.ledger();
    const ledger = await openLedger(where);
    await ledger.record(Array.from({ length: 12 }, (_, seed) => synthetic(seed, { claims: 50 })));
    const cut = async () => {
      const client = new pg.Client({ connectionString: server.database });
      await client.connect();
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null',
      );
      await client.end();
    };
    const lost = refused('ledger-unusable');
    // While a statement of the writing transaction waits for a lock that somebody else holds.
    const other = new pg.Client({ connectionString: server.database });
    other.on('error', () => undefined);
    await other.connect();
    const schema = new URL(where).searchParams.get('schema')!;
    await other.query(`begin; lock table ${schema}.statements in exclusive mode`);
    const writing = expect(ledger.record([synthetic(99)])).rejects.toEqual(lost);
    await untilWaiting(server.database);
    await cut();
    await writing;
    // Connections that lay idle are replaced without a word.
    expect(await ledger.coverage()).toMatchObject({ documents: 12 });
    await ledger.record([synthetic(99)]);
    expect(await ledger.verify()).toMatchObject({ intact: true, documents: 13 });
    await ledger.close();
    await expect(openLedger('postgres://reportedly@127.0.0.1:1/postgres')).rejects.toEqual(lost);
  }, 60_000);

  it('has the schema that is checked in', async () => {
    const where = server.ledger();
    await (await openLedger(where)).close();
    const schema = new URL(where).searchParams.get('schema')!;
    await expect(await dumpPostgres(server.database, schema)).toMatchFileSnapshot(
      'migrations/schema.postgres.sql',
    );
  });
});
