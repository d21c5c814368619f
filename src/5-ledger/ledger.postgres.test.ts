import { afterAll, describe, expect, it } from 'vitest';
import { backupContract } from '../../test/ledger/backup.contract.ts';
import { eraseContract, releaseContract } from '../../test/ledger/erase.contract.ts';
import { type LedgerPlace, ledgerContract } from '../../test/ledger/ledger.contract.ts';
import { startPostgres } from '../../test/ledger/postgres-server.ts';
import { reviewContract } from '../../test/ledger/review.contract.ts';
import { dumpPostgres } from '../../test/ledger/schema-dump.ts';
import { openLedger } from './open.ts';
import { newSalt } from './statements/hash-chain.ts';

const server = await startPostgres();
afterAll(() => server.stop(), 60_000);

describe('the ledger on PostgreSQL', () => {
  const newPlace = (): LedgerPlace => {
    const where = server.ledger();
    return {
      open: ({ at } = {}) => openLedger(where, {}, at ? { surroundings: { now: at, salt: newSalt } } : {}),
    };
  };
  ledgerContract(newPlace);
  reviewContract(newPlace);
  eraseContract(newPlace);
  releaseContract(newPlace);
  backupContract(() => server.ledger());

  it('has the schema that is checked in', async () => {
    const where = server.ledger();
    await (await openLedger(where)).close();
    const schema = new URL(where).searchParams.get('schema')!;
    await expect(await dumpPostgres(server.database, schema)).toMatchFileSnapshot(
      'migrations/schema.postgres.sql',
    );
  });
});
