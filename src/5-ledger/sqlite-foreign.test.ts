/** Files that are no usable ledger: refused with a code, and left as they are. */
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { refused } from '../../test/ledger/ledger.contract.ts';
import { passingFolders, type SqliteFolder } from '../../test/ledger/sqlite-folder.ts';
import { openLedger } from './index.ts';

const folders = passingFolders();
afterAll(folders.remove);
let place: SqliteFolder;
beforeEach(() => {
  place = folders.next();
});

describe('a file that is no usable ledger', () => {
  it.each([
    [
      'text',
      () =>
        writeFileSync(
          place.file,
          'These are my notes, and they are long enough to be no header at all.'.repeat(5),
        ),
    ],
    ['another database', () => place.byHand('CREATE TABLE notes (text TEXT)')],
  ])('is refused as foreign and left alone: %s', async (_what, make) => {
    mkdirSync(place.folder, { recursive: true });
    make();
    const before = readFileSync(place.file);
    await expect(openLedger(place.folder)).rejects.toEqual(refused('ledger-foreign'));
    expect(readFileSync(place.file)).toEqual(before);
    expect(readdirSync(place.folder)).toEqual([path.basename(place.file)]);
  });

  it('is refused when a newer version wrote it, and left alone', async () => {
    await place.recordSome(1);
    place.byHand('PRAGMA user_version = 99');
    const before = readFileSync(place.file);
    await expect(openLedger(place.folder)).rejects.toEqual(refused('ledger-newer'));
    expect(readFileSync(place.file)).toEqual(before);
  });

  it('is refused when it is cut short', async () => {
    await place.recordSome(1, 2, 3);
    truncateSync(place.file, statSync(place.file).size - 20_000);
    await expect(openLedger(place.folder)).rejects.toEqual(refused('ledger-damaged'));
  });

  it('says where pages were overwritten, without falling over', async () => {
    await place.recordSome(...Array.from({ length: 40 }, (_, i) => i));
    const bytes = readFileSync(place.file);
    bytes.fill(0x5a, 40 * 4096, bytes.length - 4096);
    writeFileSync(place.file, bytes);
    const look = place.with(async (ledger) => (await ledger.verify()).intact);
    await expect(look).rejects.toMatchObject({ code: expect.stringMatching(/^ledger-/) });
  });

  it('is refused where a place.folder cannot be', async () => {
    writeFileSync(place.folder, 'a file');
    await expect(openLedger(place.folder)).rejects.toEqual(refused('ledger-unusable'));
    await expect(openLedger(path.join(folders.root, 'nowhere'), { mustExist: true })).rejects.toEqual(
      refused('ledger-unusable'),
    );
  });
});
