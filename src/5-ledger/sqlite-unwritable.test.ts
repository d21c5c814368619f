/** A ledger that cannot be written, or that several processes write: nothing acknowledged is lost. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundled } from '../../test/ledger/bundled.ts';
import { refused } from '../../test/ledger/ledger.contract.ts';
import { passingFolders, type SqliteFolder } from '../../test/ledger/sqlite-folder.ts';
import { synthetic } from '../../test/ledger/synthetic.ts';
import { openLedger } from './index.ts';
import { SQLITE_MIGRATIONS } from './migrations/migration.ts';

const folders = passingFolders();
afterAll(folders.remove);
let child: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  child = await bundled('open-child.ts');
});
afterAll(() => child.remove());
let place: SqliteFolder;
beforeEach(() => {
  place = folders.next();
});

describe('a ledger that cannot be written', () => {
  it('is locked: says so after the wait, loses nothing, and goes on when it is free', async () => {
    await place.recordSome(1);
    const other = new Sqlite(place.file);
    other.exec('BEGIN IMMEDIATE');
    await place.with(async (ledger) => {
      await expect(ledger.record([synthetic(2)])).rejects.toEqual(refused('ledger-locked'));
      expect(await ledger.coverage()).toMatchObject({ documents: 1 });
      other.exec('ROLLBACK');
      await ledger.record([synthetic(2)]);
      expect(await ledger.verify()).toMatchObject({ intact: true, documents: 2 });
    }, 100);
    other.close();
  });

  it('is read-only: everything can be read, all writing is refused, and it stays as it is', async () => {
    await place.recordSome(1, 2);
    const before = fileNames();
    const [bytes, lookedAt] = [readFileSync(place.file), lockAndRun('look')];
    expect(lookedAt).toContain('read only true\nread true 2 true\nfacets true\noriginal true\nintact true\n');
    const refusals = [...lookedAt.matchAll(/^(\w+) ledger-read-only$/gm)].map(([, name]) => name);
    expect(refusals, lookedAt).toEqual([
      'record',
      'again',
      'decide',
      'assess',
      'retract',
      'release',
      'erase',
      'failures',
      'reindex',
    ]);
    expect(readFileSync(place.file)).toEqual(bytes);
    expect(fileNames()).toEqual(before);
  });

  it('is read-only and was not closed: what stands in its log is not passed over', async () => {
    await place.recordSome(1);
    const writer = new Sqlite(place.file);
    writer.pragma('wal_autocheckpoint = 0');
    writer.exec("UPDATE ledger SET value = value || ' ' WHERE key = 'created'");
    // While the other has it open the log is shared.
    expect(lockAndRun('open')).toMatch(/^id /);
    const [log, folder] = [`${place.file}-wal`, place.folder];
    const left = readFileSync(log);
    writer.close();
    writeFileSync(log, left);
    expect(lockAndRun('open')).toContain('error ledger-read-only');
    expect(readdirSync(folder)).toContain('ledger.sqlite-wal');
  });

  it('is read-only and of an older version, or may not even be read: says so', async () => {
    const older = await openLedger(place.folder, {}, { migrations: SQLITE_MIGRATIONS.slice(0, 5) });
    await older.close();
    expect(lockAndRun('open')).toContain('error ledger-read-only');
    expect(lockAndRun('open', 0o000)).toContain('error ledger-unusable');
  });

  it('is full: says so, keeps what was there, and goes on when there is room', async () => {
    await place.recordSome(1);
    // Files may not grow beyond 256 KiB; the signal that goes with it is ignored, so that writing fails as on a full disk.
    const { stdout, stderr } = inChild('fill');
    expect(stdout, stderr).toMatch(/ledger-(full|io)/);
    const kept = [...stdout.matchAll(/kept (\d+)/g)].map((match) => Number(match[1]));
    await place.with(async (ledger) => {
      expect(await ledger.verify()).toMatchObject({ intact: true });
      for (const seed of kept)
        expect(await ledger.document(synthetic(seed, { claims: 20 }).document.sha256)).not.toBeNull();
      expect((await ledger.coverage()).documents).toBe(1 + kept.length);
      await ledger.record([synthetic(99)]);
    });
  });

  const fileNames = () => readdirSync(place.folder, { recursive: true }).sort();

  /** Runs open-child.ts as somebody who may write nothing there. */
  function lockAndRun(what: 'open' | 'look', mode = 0o444): string {
    chmodSync(folders.root, 0o755);
    const all = readdirSync(place.folder, { recursive: true, withFileTypes: true });
    const change = (file: number, folder: number) => {
      for (const entry of all)
        chmodSync(path.join(entry.parentPath, entry.name), entry.isFile() ? file : folder);
      chmodSync(place.folder, folder);
    };
    change(mode, 0o555);
    const { stdout, stderr } = inChild(what);
    change(0o644, 0o755);
    return stdout || stderr;
  }

  /** Runs open-child.ts: as somebody who is not root, or with files that may not grow. */
  function inChild(what: 'open' | 'look' | 'fill'): { stdout: string; stderr: string } {
    const limit = what === 'fill' ? "trap '' XFSZ; ulimit -f 256; " : '';
    const asNobody = process.getuid?.() === 0 && what !== 'fill' ? { uid: 65534, gid: 65534 } : {};
    const program = `${limit}exec '${process.execPath}' '${child.file}' ${what} '${place.folder}'`;
    return spawnSync('sh', ['-c', program], { encoding: 'utf8', ...asNobody });
  }
});

describe('several processes', () => {
  it('read while one writes, and write in turn', async () => {
    const handles = await Promise.all([1, 2, 3].map(() => openLedger(place.folder)));
    await Promise.all(
      handles.map(async (ledger, i) => {
        for (let n = 0; n < 5; n++) {
          await ledger.record([synthetic(100 * i + n)]);
          await ledger.claims({ limit: 5 });
        }
      }),
    );
    expect(await handles[0]!.verify()).toMatchObject({ intact: true, documents: 15 });
    for (const ledger of handles) await ledger.close();
  });

  it('may create the same ledger at once', async () => {
    const ids = await Promise.all(
      [1, 2].map(
        () =>
          new Promise<string>((resolve, reject) => {
            const process_ = spawn(process.execPath, [child.file, 'open', place.folder]);
            let said = '';
            process_.stdout.on('data', (chunk: Buffer) => (said += chunk));
            process_.once('close', (code) =>
              code === 0 ? resolve(said.trim()) : reject(new Error(`exit ${code}`)),
            );
          }),
      ),
    );
    expect(ids[0]).toMatch(/^id [0-9a-f-]{36}$/);
    expect(ids[1]).toBe(ids[0]);
  });
});
