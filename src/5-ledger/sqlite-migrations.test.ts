/** Migrating an older ledger: backed up first, safe to interrupt. */
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { all, refused } from '../../test/ledger/ledger.contract.ts';
import { passingFolders, type SqliteFolder } from '../../test/ledger/sqlite-folder.ts';
import { synthetic } from '../../test/ledger/synthetic.ts';
import { type Ledger, openLedger } from './index.ts';
import { SQLITE_MIGRATIONS } from './migrations/migration.ts';

const folders = passingFolders();
afterAll(folders.remove);
let place: SqliteFolder;
beforeEach(() => {
  place = folders.next();
});

describe('migrating', () => {
  const ADDED = { sql: 'ALTER TABLE documents ADD COLUMN colour TEXT', reindex: true };

  it('backs up first, keeps everything, and is done once', async () => {
    await place.recordSome(1, 2);
    const before = await place.with((ledger) => all(ledger));
    const migrations = [...SQLITE_MIGRATIONS, ADDED];
    for (let i = 0; i < 2; i++) {
      const ledger = await openLedger(place.folder, {}, { migrations });
      expect(await all(ledger)).toEqual(before);
      expect(await ledger.verify()).toMatchObject({ intact: true });
      await ledger.close();
    }
    const backup = path.join(place.folder, `backups/ledger-schema-${SQLITE_MIGRATIONS.length}.sqlite`);
    // The backup is a ledger of the older version.
    const restored = `${place.folder}-restored`;
    mkdirSync(restored);
    copyFileSync(backup, path.join(restored, 'ledger.sqlite'));
    const old = await openLedger(restored);
    expect(await all(old)).toEqual(before);
    await old.close();
    await expect(openLedger(place.folder)).rejects.toEqual(refused('ledger-newer'));
  });

  it('makes the search anew with lists of first letters, of what an older version recorded', async () => {
    const older = await openLedger(place.folder, {}, { migrations: SQLITE_MIGRATIONS.slice(0, 5) });
    await older.record([synthetic(1), synthetic(2)]);
    const found = (ledger: Ledger) =>
      Promise.all(
        ['k*', 'ka*', 'kar*', 'Karsa', '-karsa n*'].map(async (text) => (await ledger.claims({ text })).rows),
      );
    const before = await found(older);
    expect(before[0]!.length).toBeGreaterThan(0);
    await older.close();
    await place.with(async (ledger) => {
      expect(await found(ledger)).toEqual(before);
      expect(await ledger.verify()).toMatchObject({ intact: true });
    });
  });

  it('leaves the older version when it is interrupted, and can be begun again', async () => {
    await place.recordSome(1);
    const half = { sql: `${ADDED.sql}; CREATE TABLE extra (x TEXT); SELECT no_such_function()` };
    await expect(
      openLedger(place.folder, {}, { migrations: [...SQLITE_MIGRATIONS, half] }),
    ).rejects.toThrow();
    expect(await place.with((ledger) => ledger.verify())).toMatchObject({ intact: true, documents: 1 });
    const ledger = await openLedger(place.folder, {}, { migrations: [...SQLITE_MIGRATIONS, ADDED] });
    expect(await all(ledger)).toHaveLength(6);
    await ledger.close();
  });
});
