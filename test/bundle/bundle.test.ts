/** Evidence bundles: the same bytes for the same state, checked by themselves, each changed byte found and named. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import type { Ledger } from '../../src/5-ledger/index.ts';
import { openZip } from '../../src/7-publish/bundle/open-zip.ts';
import { packTo } from '../../src/7-publish/bundle/pack.ts';
import { verifyBundle } from '../../src/7-publish/bundle/verify-bundle.ts';
import { numbers, synthetic } from '../ledger/synthetic.ts';
import { inventedReport } from '../support/invented-report.ts';
import { decideAs, Folders } from './support.ts';

const folders = new Folders();
const invented = inventedReport();
let ledger: Ledger;
let file: string;
beforeAll(async () => {
  ledger = await folders.ledger([invented, synthetic(100), synthetic(101)]);
  await decideAs(ledger, 'rhea')({ type: 'reads-right', claim: invented.reading!.claims[0]!.id });
  file = folders.file();
  await packTo(ledger, file);
});
afterAll(() => folders.close());

describe('a bundle', () => {
  it('is intact, and the same for the same state', async () => {
    const report = await verifyBundle(file);
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({ intact: true, documents: 3, withoutBytes: 0 });
    expect(report.claims).toBe((await ledger.coverage()).claims);
    const again = folders.file();
    await packTo(ledger, again);
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
    await expect(packTo(ledger, again)).rejects.toMatchObject({ code: 'output-exists' });
  });

  it('of one document withholds the rest, and its chain holds', async () => {
    const one = folders.file();
    const manifest = await packTo(ledger, one, { documents: [invented.document.sha256] });
    expect(manifest.chain.withheld).toBeGreaterThan(0);
    expect(await verifyBundle(one)).toMatchObject({ intact: true, documents: 1 });
    const bytes = readFileSync(one, 'latin1');
    expect(bytes).toContain('Shells hit the mill');
    expect(bytes).not.toContain(
      Buffer.from(synthetic(100).reading!.article.text).toString('latin1').slice(0, 60),
    );
  });

  it('since a release holds what was said after it', async () => {
    const own = await folders.ledger([synthetic(100)]);
    await own.createRelease({ who: 'a', why: null, name: 'first' });
    await own.record([synthetic(101)]);
    const since = folders.file();
    const manifest = await packTo(own, since, { since: 'first' });
    expect(manifest.chain.before.seq).toBeGreaterThan(0);
    const report = await verifyBundle(since);
    expect(report.faults).toEqual([]);
    expect(report.statements).toBeLessThan(manifest.chain.head.seq);
    await expect(packTo(own, folders.file(), { since: 'none' })).rejects.toMatchObject({
      code: 'not-in-ledger',
    });
  });
});

/** Whether a copy with one byte other than it was is found out. */
async function withByte(at: number, change: number): Promise<string | null> {
  const bytes = Buffer.from(readFileSync(file));
  bytes[at] = bytes[at]! ^ change;
  const copy = folders.file();
  writeFileSync(copy, bytes);
  try {
    const { faults } = await verifyBundle(copy);
    return faults[0] ? `${faults[0].where}: ${faults[0].detail}` : null;
  } catch (error) {
    return (error as { code?: string; message: string }).code === 'bundle-refused'
      ? (error as Error).message
      : null;
  }
}

describe('one byte changed', () => {
  it('anywhere is found, and said where', { timeout: 120_000 }, async () => {
    const size = readFileSync(file).length;
    const below = numbers(3);
    const { entries, close } = await openZip(file);
    // Headers are few beside content: their beginnings are tried too.
    const heads = entries.flatMap(({ relativeOffsetOfLocalHeader: at }) => [at + 6, at + 11, at + 31]);
    close();
    const ends = [0, 1, size - 1, size - 2, size - 10, size - 22, size - 30, size - 40];
    const places = [...heads.slice(0, 9), ...ends, ...Array.from({ length: 20 }, () => below(size))];
    const unnoticed: number[] = [];
    for (const at of places) {
      const said = await withByte(at, 1 << below(8));
      if (said === null) unnoticed.push(at);
    }
    expect(unnoticed).toEqual([]);
  });

  it('is named with the entry that it is in', async () => {
    const { entries, close } = await openZip(file);
    close();
    const original = entries.find(({ fileName }) => fileName.startsWith('originals/'))!;
    const at = original.relativeOffsetOfLocalHeader + 30 + original.fileName.length + 5;
    expect(await withByte(at, 1)).toContain(original.fileName);
    const bytes = readFileSync(file);
    expect(await withByte(bytes.indexOf('"kind":"decision"') + 3, 1)).toContain('statements.jsonl');
  });

  it('and a byte too many, or too few', async () => {
    const bytes = readFileSync(file);
    for (const other of [
      bytes.subarray(0, -1),
      Buffer.concat([bytes, Buffer.from([0])]),
      bytes.subarray(1),
    ]) {
      const copy = folders.file();
      writeFileSync(copy, other);
      const found = await verifyBundle(copy).then(
        ({ intact }) => intact,
        ({ code }) => code,
      );
      expect(['bundle-refused', false]).toContain(found);
    }
  });
});

describe('a ZIP that is no bundle', () => {
  const refused = async (make: (zip: yazl.ZipFile) => void, change = (bytes: Buffer) => bytes) => {
    const zip = new yazl.ZipFile();
    make(zip);
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    const hostile = folders.file();
    writeFileSync(hostile, change(Buffer.concat(chunks)));
    await expect(verifyBundle(hostile)).rejects.toMatchObject({ code: 'bundle-refused' });
  };
  const replaced = (from: string, to: string) => (bytes: Buffer) =>
    Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

  it('is refused: names that lead elsewhere', async () => {
    for (const name of [
      '../etc/passwd',
      '/etc/passwd',
      '..\\evil',
      'C:/evil',
      'originals/../../x',
      'a\u0000b',
    ])
      await refused(
        (zip) => zip.addBuffer(Buffer.from('x'), 'N'.repeat(name.length), { compress: false }),
        replaced('N'.repeat(name.length), name),
      );
  });

  it('is refused: a bomb, a name twice, other files, no ZIP at all', async () => {
    const bomb = Buffer.alloc(20_000_000);
    await refused((zip) => zip.addBuffer(bomb, 'statements.jsonl', { compress: true }));
    await refused(
      (zip) => {
        zip.addBuffer(Buffer.from('a'), 'README.txt', { compress: false });
        zip.addBuffer(Buffer.from('b'), 'README.tx2', { compress: false });
      },
      replaced('README.tx2', 'README.txt'),
    );
    await refused((zip) => zip.addBuffer(Buffer.from('a'), 'run.exe', { compress: false }));
    const none = folders.file();
    writeFileSync(none, 'no zip');
    await expect(verifyBundle(none)).rejects.toMatchObject({ code: 'bundle-refused' });
    await expect(verifyBundle(folders.file())).rejects.toMatchObject({ code: 'input-not-found' });
    copyFileSync(file, none);
  });

  it('with no manifest is not intact', async () => {
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from('hello'), 'README.txt', { compress: false });
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    const bare = folders.file();
    writeFileSync(bare, Buffer.concat(chunks));
    expect(await verifyBundle(bare)).toMatchObject({ intact: false });
  });
});
