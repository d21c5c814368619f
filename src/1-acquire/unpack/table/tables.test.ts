import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { takeIn, uploadOf } from '../../../../test/support/acquired.ts';
import { acquire } from '../../acquire.ts';
import { parseColumnMap } from './columns.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BODY = 'The army said on Monday that two soldiers were killed near the bridge at Karez.';
const CSV = `Headline,Body,Link,Date,Source,Analyst
Bridge shelled,"${BODY}
A second line, with ""quotes"".",https://example.org/a,2017-10-07,Karez Post,Ann
Empty,,https://example.org/b,2017-10-08,Karez Post,Ann
Road closed,<p>The road was <b>closed</b>.</p><p>Nobody passed.</p>,,1507545000,,
`;

describe('a CSV table', () => {
  it('is a document a row, its columns told by their names, its faults by their rows', async () => {
    const file = path.join(folder, 'news.csv');
    writeFileSync(file, CSV);
    const [first, second, third, ...more] = await takeIn(file);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      input: `${file}#row=1`,
      source: file,
      article: {
        title: 'Bridge shelled',
        publisher: 'Karez Post',
        url: 'https://example.org/a',
        published: { value: '2017-10-07', basis: 'stated' },
        text: `Bridge shelled\n\n${BODY}\nA second line, with "quotes".`,
      },
    });
    // The row is kept as it came, what nobody asked for too.
    expect(JSON.parse(Buffer.from(first!.document!.bytes).toString()).row.Analyst).toBe('Ann');
    expect(second).toMatchObject({ input: `${file}#row=2`, source: file, code: 'table-row' });
    expect(third).toMatchObject({
      article: {
        text: 'Road closed\n\nThe road was closed.\n\nNobody passed.',
        publisher: null,
        published: { value: '2017-10-09T10:30:00Z' },
      },
    });
  });

  it('does as it is told with --map, and says which columns there are where it cannot', async () => {
    const table = 'a;b;c\nOne report.;Two;Three\n';
    expect(await takeIn(uploadOf('x.csv', table))).toMatchObject([{ code: 'table-columns' }]);
    const map = parseColumnMap('text=a, title=c');
    const [row] = await takeIn(uploadOf('x.csv', table), { map });
    expect(row).toMatchObject({ article: { title: 'Three', text: 'Three\n\nOne report.' } });
    expect(await takeIn(uploadOf('x.csv', table), { map: { text: 'z' } })).toMatchObject([
      { code: 'table-columns' },
    ]);
    expect(() => parseColumnMap('body=a')).toThrow(/looks like/);
  });

  it('in Windows-1252, packed, or with a mark of UTF-8 is read', async () => {
    const latin = Buffer.from('text\nThe caf\xe9 was shelled.\n', 'latin1');
    expect(await takeIn(uploadOf('x.csv', latin))).toMatchObject([
      { article: { text: 'The café was shelled.' } },
    ]);
    const packed = gzipSync('\ufefftext\tdate\nThe café was shelled.\t2017-10-07\n');
    expect(await takeIn(uploadOf('x.tsv.gz', packed))).toMatchObject([
      { article: { text: 'The café was shelled.', published: { value: '2017-10-07' } } },
    ]);
  });

  it('that breaks off in a quotation gives what stood before', async () => {
    const rows = await takeIn(uploadOf('x.csv', `text\n${BODY}\n"never closed\n`));
    expect(rows).toMatchObject([{ status: 'ready' }, { code: 'container-broken' }]);
    expect(await takeIn(uploadOf('x.csv', 'text\n'))).toMatchObject([{ code: 'container-empty' }]);
    const cut = gzipSync(`text\n${`${BODY}\n`.repeat(20_000)}`).subarray(0, 1500);
    const items = await takeIn(uploadOf('x.csv.gz', cut));
    expect(items.at(-1)).toMatchObject({ code: 'container-broken' });
  });

  it('is read as a stream: memory stays where it is', { timeout: 60_000 }, async () => {
    const file = path.join(folder, 'large.csv');
    const rows = 8_000;
    writeFileSync(
      file,
      `text\n${Array.from({ length: rows }, (_, i) => `${i} ${'x'.repeat(3000)}`).join('\n')}\n`,
    );
    let count = 0;
    let most = 0;
    const before = process.memoryUsage().rss;
    for await (const item of acquire(file)) {
      expect(item.ok).toBe(true);
      if (++count % 1_000 === 0) most = Math.max(most, process.memoryUsage().rss - before);
    }
    expect(count).toBe(rows);
    expect(most).toBeLessThan(200_000_000);
  });
});

describe('JSON lines', () => {
  it('are a document a line', async () => {
    const lines = [
      JSON.stringify({
        headline: 'Bridge shelled',
        body: BODY,
        author: { name: 'A. Lee' },
        date: '7 October 2017',
      }),
      '',
      'not json',
      JSON.stringify(['a list']),
      JSON.stringify({ text: BODY, source: 'Karez Post' }),
    ].join('\r\n');
    const items = await takeIn(uploadOf('x.jsonl', lines));
    expect(items.map(({ input, code }) => [input, code ?? 'read'])).toEqual([
      ['x.jsonl#line=1', 'read'],
      ['x.jsonl#line=3', 'table-row'],
      ['x.jsonl#line=4', 'table-row'],
      ['x.jsonl#line=5', 'read'],
    ]);
    expect(items[0]!.article).toMatchObject({ byline: 'A. Lee', published: { value: '2017-10-07' } });
    expect(items[3]!.article).toMatchObject({ publisher: 'Karez Post', title: null });
  });
});
