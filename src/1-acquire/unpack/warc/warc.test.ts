import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { WARCRecord, type WARCRecordOpts, WARCSerializer } from 'warcio';
import yazl from 'yazl';
import { takeIn, uploadOf } from '../../../../test/support/acquired.ts';
import { makePdf } from '../../../../test/support/make-pdf.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'warc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = (text: string) =>
  Buffer.from(
    `<!doctype html><title>${text}</title><article><h1>${text}</h1><p>${`The army said that ${text} on Monday. `.repeat(8)}</p></article>`,
  );

async function record(options: WARCRecordOpts, body: Uint8Array, gzip = true): Promise<Uint8Array> {
  const made = WARCRecord.create({ date: '2017-10-07T10:00:00Z', warcVersion: 'WARC/1.1', ...options }, [
    body,
  ]);
  return WARCSerializer.serialize(made, { gzip });
}

const answered = (
  url: string,
  type: string,
  more: Record<string, string> = {},
  status = '200 OK',
): WARCRecordOpts => ({
  url,
  type: 'response',
  statusline: `HTTP/1.1 ${status}`,
  httpHeaders: { 'content-type': type, 'set-cookie': 'secret', ...more },
});

async function archive(gzip = true): Promise<Buffer> {
  return Buffer.concat([
    await record(
      answered('https://example.org/a', 'text/html; charset=utf-8'),
      page('two shells fell'),
      gzip,
    ),
    await record(
      answered('https://example.org/b', 'text/html', { 'content-encoding': 'gzip' }),
      gzipSync(page('a road was closed')),
      gzip,
    ),
    await record(answered('https://example.org/style.css', 'text/css'), Buffer.from('p {}'), gzip),
    await record(
      answered('https://example.org/gone', 'text/html', {}, '404 Not Found'),
      page('nothing'),
      gzip,
    ),
    await record(
      { url: 'https://example.org/a', type: 'revisit', refersToUrl: 'https://example.org/a' },
      Buffer.from(''),
      gzip,
    ),
    await record(
      {
        url: 'https://example.org/r.pdf',
        type: 'resource',
        warcHeaders: { 'Content-Type': 'application/pdf' },
      },
      makePdf([[{ text: 'The annex tells of two shells that fell.', x: 60, y: 700 }]]),
      gzip,
    ),
    await record(
      answered('https://example.org/note', 'text/plain'),
      Buffer.from('Two shells fell near the bridge.'),
      gzip,
    ),
  ]);
}

describe('a web archive', () => {
  it('is its pages, texts and PDFs with address, date and headers; packed or not', async () => {
    for (const gzip of [true, false]) {
      const passed: string[] = [];
      const file = path.join(folder, gzip ? 'a.warc.gz' : 'a.warc');
      writeFileSync(file, await archive(gzip));
      const items = await takeIn(file, { passedOver: (_, reason) => passed.push(reason) });
      expect(items.map(({ article, status }) => [article?.url, status])).toEqual([
        ['https://example.org/a', 'ready'],
        ['https://example.org/b', 'ready'],
        ['https://example.org/r.pdf', 'ready'],
        ['https://example.org/note', 'ready'],
      ]);
      expect(items[0]).toMatchObject({ source: file, article: { title: 'two shells fell' } });
      expect(items[1]!.article!.text).toContain('a road was closed');
      const { provenance } = items[0]!.document!;
      expect(provenance).toMatchObject({ how: 'file', status: 200, fetched: '2017-10-07T10:00:00.000Z' });
      expect(provenance.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8' });
      expect(provenance.headers).not.toHaveProperty('set-cookie');
      expect(provenance.headers['warc-record-id']).toMatch(/^<urn:uuid:/);
      expect(passed).toHaveLength(3);
    }
  });

  it('that is cut short gives its whole records and says where it broke off', async () => {
    const whole = await archive();
    const items = await takeIn(uploadOf('a.warc.gz', whole.subarray(0, whole.length - 40)));
    expect(items.filter(({ code }) => code === undefined).length).toBeGreaterThanOrEqual(3);
    expect(items.at(-1)).toMatchObject({ code: 'container-broken' });
    const plain = await archive(false);
    const cut = await takeIn(uploadOf('a.warc', plain.subarray(0, plain.length - 20)));
    expect(cut.at(-1)).toMatchObject({ code: 'container-broken' });
  });

  it('holds no document over the limit, however it is packed', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000, 0x20));
    const items = await takeIn(
      uploadOf(
        'a.warc.gz',
        await record(answered('https://example.org/a', 'text/html', { 'content-encoding': 'gzip' }), bomb),
      ),
    );
    expect(items).toMatchObject([{ code: 'input-too-large' }]);
  });
});

describe('a WACZ', () => {
  it('is the pages it lists', async () => {
    const zip = new yazl.ZipFile();
    zip.addBuffer(await archive(), 'archive/data.warc.gz', { compress: false });
    zip.addBuffer(
      Buffer.from('{"format":"json-pages-1.0"}\n{"url":"https://example.org/b"}\n'),
      'pages/pages.jsonl',
    );
    zip.addBuffer(Buffer.from('{}'), 'datapackage.json');
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    const file = path.join(folder, 'a.wacz');
    writeFileSync(file, Buffer.concat(chunks));
    for (const input of [file, uploadOf('a.wacz', Buffer.concat(chunks))]) {
      const items = await takeIn(input);
      expect(items.map(({ article }) => article?.url)).toEqual(['https://example.org/b']);
    }
    expect(await takeIn(uploadOf('a.wacz', Buffer.concat(chunks).subarray(0, 900)))).toMatchObject([
      { code: 'container-broken' },
    ]);
  });
});
