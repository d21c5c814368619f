/** The files of a ledger on SQLite: what happens to them when the world is not as it should be. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { all, refused } from '../../test/ledger/ledger.contract.ts';
import { synthetic } from '../../test/ledger/synthetic.ts';
import { type Ledger, openLedger } from './index.ts';
import { SQLITE_MIGRATIONS } from './migrations/migration.ts';

const root = mkdtempSync(path.join(tmpdir(), 'reportedly-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: string;
let file: string;
let count = 0;
beforeEach(() => {
  folder = path.join(root, String(++count));
  file = path.join(folder, 'ledger.sqlite');
});

/** Runs work on the ledger of this test and closes it. */
async function withLedger<T>(work: (ledger: Ledger) => Promise<T>, busyMs = 5000): Promise<T> {
  const ledger = await openLedger(folder, { busyMs });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

const recordSome = (...seeds: number[]) =>
  withLedger((ledger) => ledger.record(seeds.map((seed) => synthetic(seed))));

/** Changes the file behind the ledger's back. */
function byHand(sql: string): void {
  const db = new Sqlite(file);
  db.exec(sql);
  db.close();
}

function everyByte(): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

describe('a file that is no usable ledger', () => {
  it.each([
    [
      'text',
      () =>
        writeFileSync(file, 'These are my notes, and they are long enough to be no header at all.'.repeat(5)),
    ],
    ['another database', () => byHand('CREATE TABLE notes (text TEXT)')],
  ])('is refused as foreign and left alone: %s', async (_what, make) => {
    mkdirSync(folder, { recursive: true });
    make();
    const before = readFileSync(file);
    await expect(openLedger(folder)).rejects.toEqual(refused('ledger-foreign'));
    expect(readFileSync(file)).toEqual(before);
  });

  it('is refused when a newer version wrote it, and left alone', async () => {
    await recordSome(1);
    byHand('PRAGMA user_version = 99');
    const before = readFileSync(file);
    await expect(openLedger(folder)).rejects.toEqual(refused('ledger-newer'));
    expect(readFileSync(file)).toEqual(before);
  });

  it('is refused when it is cut short', async () => {
    await recordSome(1, 2, 3);
    truncateSync(file, statSync(file).size - 20_000);
    await expect(openLedger(folder)).rejects.toEqual(refused('ledger-damaged'));
  });

  it('says where pages were overwritten, without falling over', async () => {
    await recordSome(...Array.from({ length: 40 }, (_, i) => i));
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 40 * 4096, bytes.length - 4096);
    writeFileSync(file, bytes);
    const look = withLedger(async (ledger) => (await ledger.verify()).intact);
    await expect(look).rejects.toMatchObject({ code: expect.stringMatching(/^ledger-/) });
  });

  it('is refused where a folder cannot be', async () => {
    writeFileSync(folder, 'a file');
    await expect(openLedger(folder)).rejects.toEqual(refused('ledger-unusable'));
    await expect(openLedger(path.join(root, 'nowhere'), { mustExist: true })).rejects.toEqual(
      refused('ledger-unusable'),
    );
  });
});

describe('a ledger that cannot be written', () => {
  it('is locked: says so after the wait, loses nothing, and goes on when it is free', async () => {
    await recordSome(1);
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    await withLedger(async (ledger) => {
      await expect(ledger.record([synthetic(2)])).rejects.toEqual(refused('ledger-locked'));
      expect(await ledger.coverage()).toMatchObject({ documents: 1 });
      other.exec('ROLLBACK');
      await ledger.record([synthetic(2)]);
      expect(await ledger.verify()).toMatchObject({ intact: true, documents: 2 });
    }, 100);
    other.close();
  });

  it('is read-only: says so and stays as it is', async () => {
    await recordSome(1);
    const before = readFileSync(file);
    // As root every file can be written, so the ledger is opened by somebody who is not.
    chmodSync(root, 0o755);
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      chmodSync(path.join(entry.parentPath, entry.name), entry.isFile() ? 0o444 : 0o555);
    }
    chmodSync(folder, 0o555);
    const { stdout, stderr } = inChild('openLedger(where)', {});
    expect(stdout, stderr).toContain('ledger-read-only');
    expect(readFileSync(file)).toEqual(before);
    chmodSync(folder, 0o755);
  });

  it('is full: says so, keeps what was there, and goes on when there is room', async () => {
    await recordSome(1);
    // Files may not grow beyond 256 KiB; the signal that goes with it is ignored, so that writing fails as on a full disk.
    const record = `openLedger(where).then(async (ledger) => {
      for (let i = 2; i < 40; i++) { await ledger.record([synthetic(i, { claims: 20 })]); console.log('kept', i); }
    })`;
    const { stdout, stderr } = inChild(record, { limit: true });
    expect(stdout, stderr).toMatch(/ledger-(full|io)/);
    const kept = [...stdout.matchAll(/kept (\d+)/g)].map((match) => Number(match[1]));
    await withLedger(async (ledger) => {
      expect(await ledger.verify()).toMatchObject({ intact: true });
      for (const seed of kept)
        expect(await ledger.document(synthetic(seed, { claims: 20 }).document.sha256)).not.toBeNull();
      expect((await ledger.coverage()).documents).toBe(1 + kept.length);
      await ledger.record([synthetic(99)]);
    });
  });

  /** Runs an expression over `openLedger`, `synthetic` and `where` in a process of its own, printing the code it fails with. */
  function inChild(expression: string, { limit = false }): { stdout: string; stderr: string } {
    const script = `import { openLedger } from './src/5-ledger/index.ts';
      import { synthetic } from './test/ledger/synthetic.ts';
      const where = ${JSON.stringify(folder)};
      Promise.resolve().then(() => ${expression}).then(() => console.log('done'), (error) => console.log(error.code ?? error));`;
    const repository = path.resolve(import.meta.dirname, '../..');
    const program = `${limit ? "trap '' XFSZ; ulimit -f 256; " : ''}exec '${process.execPath}' --import tsx --input-type=module`;
    const asNobody = process.getuid?.() === 0 && !limit ? { uid: 65534, gid: 65534 } : {};
    const env = { ...process.env, TSX_DISABLE_CACHE: '1', HOME: root };
    return spawnSync('sh', ['-c', program], {
      input: script,
      cwd: repository,
      encoding: 'utf8',
      env,
      ...asNobody,
    });
  }
});

describe('several processes', () => {
  it('read while one writes, and write in turn', async () => {
    const handles = await Promise.all([1, 2, 3].map(() => openLedger(folder)));
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
    const script = `import { openLedger } from './src/5-ledger/index.ts';
      const ledger = await openLedger(${JSON.stringify(folder)}); console.log(ledger.id); await ledger.close();`;
    const ids = await Promise.all(
      [1, 2].map(
        () =>
          new Promise<string>((resolve, reject) => {
            const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
              cwd: path.resolve(import.meta.dirname, '../..'),
            });
            let said = '';
            child.stdout.on('data', (chunk: Buffer) => (said += chunk));
            child.once('close', (code) =>
              code === 0 ? resolve(said.trim()) : reject(new Error(`exit ${code}`)),
            );
          }),
      ),
    );
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[1]).toBe(ids[0]);
  });
});

describe('migrating', () => {
  const ADDED = { sql: 'ALTER TABLE documents ADD COLUMN colour TEXT', reindex: true };

  it('backs up first, keeps everything, and is done once', async () => {
    await recordSome(1, 2);
    const before = await withLedger((ledger) => all(ledger));
    const migrations = [...SQLITE_MIGRATIONS, ADDED];
    for (let i = 0; i < 2; i++) {
      const ledger = await openLedger(folder, {}, { migrations });
      expect(await all(ledger)).toEqual(before);
      expect(await ledger.verify()).toMatchObject({ intact: true });
      await ledger.close();
    }
    const backup = path.join(folder, 'backups/ledger-schema-1.sqlite');
    // The backup is a ledger of the older version.
    const restored = path.join(root, `restored-${count}`);
    mkdirSync(restored);
    copyFileSync(backup, path.join(restored, 'ledger.sqlite'));
    const old = await openLedger(restored);
    expect(await all(old)).toEqual(before);
    await old.close();
    await expect(openLedger(folder)).rejects.toEqual(refused('ledger-newer'));
  });

  it('leaves the older version when it is interrupted, and can be begun again', async () => {
    await recordSome(1);
    const half = { sql: `${ADDED.sql}; CREATE TABLE extra (x TEXT); SELECT no_such_function()` };
    await expect(openLedger(folder, {}, { migrations: [...SQLITE_MIGRATIONS, half] })).rejects.toThrow();
    expect(await withLedger((ledger) => ledger.verify())).toMatchObject({ intact: true, documents: 1 });
    const ledger = await openLedger(folder, {}, { migrations: [...SQLITE_MIGRATIONS, ADDED] });
    expect(await all(ledger)).toHaveLength(6);
    await ledger.close();
  });
});

describe('a ledger edited by hand', () => {
  const EDITS: [what: string, sql: string, fault: string, where: RegExp][] = [
    [
      'a word of a Reading',
      "UPDATE statements SET payload = replace(payload, 'Karsa', 'Besna') WHERE seq = 2",
      'payload-changed',
      /^statement 2$/,
    ],
    [
      'a time',
      "UPDATE statements SET at = '2001-01-01T00:00:00.000Z' WHERE seq = 3",
      'statement-changed',
      /^statement 3$/,
    ],
    ['a kind', "UPDATE statements SET kind = 'decision' WHERE seq = 4", 'statement-changed', /^statement 4$/],
    [
      'a hash',
      'UPDATE statements SET hash = lower(hex(randomblob(32))) WHERE seq = 2',
      'statement-changed',
      /^statement [23]$/,
    ],
    ['a statement gone', 'DELETE FROM statements WHERE seq = 3', 'statement-missing', /^statement 3$/],
    ['the last one gone', 'DELETE FROM statements WHERE seq = 6', 'statement-missing', /^statement 6$/],
    [
      'content gone',
      'UPDATE statements SET payload = NULL, salt = NULL WHERE seq = 4',
      'payload-gone',
      /^statement 4$/,
    ],
    [
      'only the salt gone',
      'UPDATE statements SET salt = NULL WHERE seq = 4',
      'payload-changed',
      /^statement 4$/,
    ],
    ['the head', 'UPDATE head SET hash = lower(hex(randomblob(32)))', 'head-differs', /^head$/],
    [
      'the ledger’s id',
      "UPDATE ledger SET value = '00000000-0000-4000-8000-000000000000' WHERE key = 'id'",
      'statement-changed',
      /^statement 1$/,
    ],
    [
      'a figure in the index',
      'UPDATE claim_effects SET high = 4000 WHERE "row" = 3',
      'index-differs',
      /^claims /,
    ],
    [
      'a certainty in the index',
      "UPDATE claims SET certainty = 'asserted', text = text || '!' WHERE \"row\" = 5",
      'index-differs',
      /^claims /,
    ],
    [
      'a source in the index',
      "UPDATE claim_parties SET name = 'Somebody' WHERE \"row\" = 7 AND role = 'by'",
      'index-differs',
      /^claims /,
    ],
    ['a claim gone from the index', 'DELETE FROM claims WHERE "row" = 9', 'index-differs', /^claims /],
    [
      'a claim made up in the index',
      `INSERT INTO claims SELECT 9999, since, until, 'made-up', document, document_seq, reading, position, start, origin, text, names, certainty, kind, type, cue, happening, about_claim, about_as, depth, nearest, nearest_kind, nearest_public, outermost, outermost_kind, outermost_public, place, place_text, place_status, precision, geonames, country, admin1, lat, lon, time_text, time_from, time_to, time_precision, published, publisher, title, url, language, review, withdrawn FROM claims WHERE "row" = 1`,
      'index-differs',
      /^claims made-up/,
    ],
    ['a name in the log', "UPDATE log SET who = 'Somebody' WHERE seq = 1", 'index-differs', /^log 1$/],
    [
      'a publication date in the index',
      "UPDATE readings SET published = '1999-01-01' WHERE seq = 2",
      'index-differs',
      /^readings 2$/,
    ],
    [
      'another Reading in force',
      'UPDATE current_readings SET reading = 4 WHERE reading = 2',
      'index-differs',
      /^current_readings /,
    ],
  ];

  it.each(EDITS)('fails: %s', async (_what, sql, fault, where) => {
    await recordSome(1, 2, 3);
    expect(await withLedger((ledger) => ledger.verify())).toMatchObject({ intact: true, faults: [] });
    byHand(sql);
    const report = await withLedger((ledger) => ledger.verify());
    expect(report.intact).toBe(false);
    expect(report.faults).toContainEqual(
      expect.objectContaining({ what: fault, where: expect.stringMatching(where) }),
    );
  });

  it('fails: an original changed or gone, and says which', async () => {
    await recordSome(1, 2, 3);
    const originals = path.join(folder, 'originals');
    const files = readdirSync(originals, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const [first, second] = files.map((entry) => path.join(entry.parentPath, entry.name));
    writeFileSync(first!, 'changed');
    rmSync(second!);
    const { faults } = await withLedger((ledger) => ledger.verify());
    expect(faults.map(({ what }) => what).sort()).toEqual(['original-changed', 'original-missing']);
    expect(faults.map(({ where }) => where).join()).toContain(path.basename(first!));
  });

  it('is mended in its index by building it anew', async () => {
    await recordSome(1, 2, 3);
    byHand('UPDATE claim_effects SET high = 4000; DELETE FROM claims WHERE "row" = 2');
    await withLedger(async (ledger) => {
      expect((await ledger.verify()).intact).toBe(false);
      await ledger.reindex();
      expect((await ledger.verify()).intact).toBe(true);
    });
  });
});

describe('erasing on disk', () => {
  const who = 'Ana';
  const why = 'asked';

  it('leaves no byte of a document in any file, search index and log files included', async () => {
    const sha256 = synthetic(2).document.sha256;
    await recordSome(1, 2, 3);
    const traces = ['Report 2 from', 'post 2-0', sha256.slice(7), 'reports/2.txt'];
    for (const trace of traces.slice(0, 2)) expect(everyByte()).toContain(trace);
    await withLedger(async (ledger) => {
      await ledger.erase({ who, why, what: 'document', document: sha256 });
      // While it is open, and not only after closing has tidied up.
      for (const trace of traces) expect(everyByte(), trace).not.toContain(trace);
      expect(everyByte()).toContain('Report 3 from');
    });
  });

  it('leaves no byte of a name, nor its pieces in the search index', async () => {
    await recordSome(...Array.from({ length: 30 }, (_, i) => i));
    const name = /mirza/i;
    expect(everyByte()).toMatch(name);
    await withLedger(async (ledger) => {
      await ledger.erase({ who, why, what: 'person', names: ['Mirza Tal', 'Mirza', 'Tal'] });
      expect(everyByte()).not.toMatch(name);
      expect(await ledger.verify()).toMatchObject({ intact: true });
    });
  });

  it('is finished on opening when it was interrupted after the rows were through', async () => {
    await recordSome(1, 2);
    const { sha256 } = synthetic(2).document;
    const kept = path.join(folder, 'originals', sha256.slice(7, 9), sha256.slice(7));
    const bytes = readFileSync(kept);
    await withLedger((ledger) => ledger.erase({ who, why, what: 'document', document: sha256 }));
    writeFileSync(kept, bytes);
    byHand(`INSERT INTO ledger VALUES ('erase-due', '["${sha256}"]')`);
    expect(everyByte()).toContain(sha256.slice(7));
    const report = await withLedger((ledger) => ledger.verify());
    expect(report).toMatchObject({ intact: true, erasureUnfinished: false, unnamedOriginals: 0 });
    expect(everyByte()).not.toContain(sha256.slice(7));
  });
});
