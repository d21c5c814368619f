import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loopbackServer } from '../../test/support/loopback-server.ts';
import { type AcquireOptions, acquire } from './acquire.ts';
import type { Acquired, AcquireInput } from './importer.ts';

const NOW = () => new Date('2018-03-03T12:00:00Z');
const TEXT = 'Two shells fell near the old bridge on Monday, residents said.\n';
let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'acquire-'));
  mkdirSync(at('reports/b/deep'), { recursive: true });
  mkdirSync(at('none/.hidden'), { recursive: true });
  writeFileSync(at('reports/c.txt'), TEXT);
  writeFileSync(at('reports/a.html'), '<!doctype html><p>Two shells fell.</p>');
  writeFileSync(at('reports/b/deep/d.txt'), TEXT);
  writeFileSync(at('reports/b/empty.txt'), '');
  writeFileSync(at('reports/Z.txt'), TEXT);
  writeFileSync(at('reports/.secret.txt'), TEXT);
  writeFileSync(at('reports/picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  writeFileSync(at('reports/program.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]));
  symlinkSync(at('reports'), at('reports/loop'));
  symlinkSync(at('gone'), at('reports/dead-link'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function all(input: AcquireInput, options: AcquireOptions = {}): Promise<Acquired[]> {
  const items: Acquired[] = [];
  for await (const item of acquire(input, { now: NOW, ...options })) items.push(item);
  return items;
}

async function codeOf(input: AcquireInput, options: AcquireOptions = {}): Promise<string> {
  const [item, ...more] = await all(input, options);
  expect(more).toEqual([]);
  return item!.ok ? 'read' : item!.error.code;
}

describe('a file', () => {
  it('becomes a document with its hash, type and provenance', async () => {
    const [item] = await all(at('reports/c.txt'), { given: { published: '2018-03-02' } });
    if (!item?.ok) throw new Error('not read');
    const { bytes, ...record } = item.document;
    expect(Buffer.from(bytes).toString()).toBe(TEXT);
    expect(record).toEqual({
      sha256: 'sha256:12a1e6a5066ac35385d9e3d86cdd08071525eb152c3709c63fdcd6069eae85de',
      size: TEXT.length,
      mediaType: 'text/plain',
      charset: null,
      provenance: {
        how: 'file',
        location: at('reports/c.txt'),
        finalUrl: null,
        fetched: '2018-03-03T12:00:00.000Z',
        status: null,
        headers: {},
      },
      given: { published: '2018-03-02' },
    });
  });

  it('that is too large is refused without being read', async () => {
    const large = at('large.txt');
    writeFileSync(large, '');
    truncateSync(large, 200_000_000);
    const [item] = await all(large);
    expect(item).toMatchObject({ ok: false, input: large, error: { code: 'input-too-large' } });
    expect(item!.ok ? '' : item!.error.message).toContain('200 MB, more than the limit of 20 MB');
    rmSync(large);
  });

  it('of just the limit is read, one byte more is not', async () => {
    expect(await codeOf(at('reports/c.txt'), { maxBytes: TEXT.length })).toBe('read');
    expect(await codeOf(at('reports/c.txt'), { maxBytes: TEXT.length - 1 })).toBe('input-too-large');
  });

  it('that is not there, empty, or no file, is one coded error', async () => {
    expect(await codeOf(at('nothing.txt'))).toBe('input-not-found');
    expect(await codeOf(at('reports/c.txt/x'))).toBe('input-not-found');
    expect(await codeOf(at('reports/b/empty.txt'))).toBe('input-empty');
    expect(await codeOf('/dev/zero')).toBe('input-unreadable');
    expect(await codeOf(`bad${String.fromCharCode(0)}name`)).toBe('input-unreadable');
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read says so', async () => {
    const closed = at('closed.txt');
    writeFileSync(closed, TEXT);
    chmodSync(closed, 0);
    expect(await codeOf(closed)).toBe('input-unreadable');
  });
});

describe('a folder', () => {
  it('gives its files in a stable order, hidden ones left out, failures among them', async () => {
    const items = await all(at('reports'));
    const shown = items.map((item) => [
      path.relative(at('reports'), item.input),
      item.ok ? 'read' : item.error.code,
    ]);
    expect(shown).toEqual([
      ['Z.txt', 'read'],
      ['a.html', 'read'],
      ['b/deep/d.txt', 'read'],
      ['b/empty.txt', 'input-empty'],
      ['c.txt', 'read'],
      ['dead-link', 'input-not-found'],
      ['loop', 'input-unreadable'],
      ['picture.txt', 'read'],
      ['program.txt', 'input-binary'],
    ]);
  });

  it('with nothing in it is an error', async () => {
    expect(await codeOf(at('none'))).toBe('folder-empty');
  });
});

describe('standard input', () => {
  const stdin = (...pieces: (string | Uint8Array)[]) => ({
    stdin: () => Readable.from(pieces.map((p) => Buffer.from(p))),
  });
  it('is one document', async () => {
    const [item] = await all('-', stdin('Two shells ', 'fell.'));
    expect(item).toMatchObject({
      ok: true,
      input: '-',
      document: { size: 16, provenance: { how: 'stdin', location: '-' } },
    });
  });
  it('is limited and may not be empty', async () => {
    expect(await codeOf('-', { ...stdin('x'.repeat(50), 'y'.repeat(60)), maxBytes: 100 })).toBe(
      'input-too-large',
    );
    expect(await codeOf('-', stdin())).toBe('input-empty');
  });
});

describe('bytes', () => {
  const bytes = (text: string | Uint8Array) => Buffer.from(text);
  it('that were pasted are text, whatever they look like', async () => {
    const [item] = await all({ how: 'paste', name: 'line 3', bytes: bytes('<html>') });
    expect(item).toMatchObject({
      ok: true,
      input: 'line 3',
      document: { mediaType: 'text/plain', charset: 'utf-8' },
    });
  });
  it('that were uploaded are what they hold', async () => {
    const [item] = await all({ how: 'upload', name: 'x.txt', bytes: bytes('<!DOCTYPE html><p>x') });
    expect(item).toMatchObject({ document: { mediaType: 'text/html' } });
    expect(await codeOf({ how: 'upload', name: 'x', bytes: bytes('%PDF-1.7') })).toBe('pdf-broken');
    expect(await codeOf({ how: 'upload', name: 'x', bytes: bytes('long') }, { maxBytes: 3 })).toBe(
      'input-too-large',
    );
  });
});

describe('an address', () => {
  it('becomes a document with what the server said', async () => {
    const server = await loopbackServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=windows-1251' });
      response.end('<p>Два снаряда</p>');
    });
    const [item] = await all(server.url('/a'), { allowHosts: [server.host] });
    expect(item).toMatchObject({
      ok: true,
      input: server.url('/a'),
      document: {
        mediaType: 'text/html',
        charset: 'windows-1251',
        provenance: {
          how: 'url',
          status: 200,
          finalUrl: server.url('/a'),
          fetched: '2018-03-03T12:00:00.000Z',
        },
      },
    });
    await server.close();
  });

  it('that is refused is a failure like any other', async () => {
    expect(await codeOf('http://127.0.0.1:1/')).toBe('url-refused');
    expect(await codeOf('http://example.org/', { offline: true })).toBe('offline');
    expect(await codeOf('ftp://example.org/x')).toBe('url-invalid');
  });
});
