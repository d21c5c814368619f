import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { backupContract } from '../../test/ledger/backup.contract.ts';
import { documentsContract } from '../../test/ledger/documents.contract.ts';
import { eraseContract, releaseContract } from '../../test/ledger/erase.contract.ts';
import { type LedgerPlace, ledgerContract } from '../../test/ledger/ledger.contract.ts';
import { reviewContract } from '../../test/ledger/review.contract.ts';
import { dumpSqlite } from '../../test/ledger/schema-dump.ts';
import { openLedger } from './open.ts';
import { newSalt } from './statements/hash-chain.ts';
import { columnsOf, TABLE_NAMES } from './tables.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the ledger on SQLite', () => {
  let places = 0;
  const newPlace = (): LedgerPlace => {
    const where = path.join(folder, String(++places));
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
  backupContract(() => path.join(folder, String(++places)));

  it('has the schema that is checked in, and the columns that bulk inserts name', async () => {
    const where = path.join(folder, 'schema');
    await (await openLedger(where)).close();
    const file = path.join(where, 'ledger.sqlite');
    // `vitest run -u` writes it anew, on purpose.
    await expect(dumpSqlite(file)).toMatchFileSnapshot('migrations/schema.sqlite.sql');
    const db = new Sqlite(file, { readonly: true });
    for (const table of TABLE_NAMES) {
      expect(db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table), table).toEqual(
        columnsOf(table),
      );
    }
    db.close();
  });
});
