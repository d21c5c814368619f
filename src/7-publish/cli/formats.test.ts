/** Tables and archives on the command line: rows into a ledger, faults told, documents out as a web archive and in again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { cli } from '../../../test/support/cli.ts';

const root = mkdtempSync(path.join(tmpdir(), 'reportedly-formats-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = (name: string) => path.join(root, name);

it('reads a table with its columns told, and writes what it holds as an archive', {
  timeout: 120_000,
}, async () => {
  const text = 'The army said on Monday that two soldiers were killed near the bridge.';
  writeFileSync(
    at('news.csv'),
    `story,head,where\n${text},Bridge shelled,https://example.org/a\n,Nothing,\n`,
  );
  const ledger = ['--ledger', at('ledger')];
  const read = await cli(...ledger, 'read', at('news.csv'), '--map', 'text=story,title=head,url=where');
  expect(read.status).toBe(1);
  expect(read.said).toContain('1 report read');
  expect(read.said).toContain('[table-row]');
  // A row is tried again with the whole table, and with the columns it was asked for with.
  writeFileSync(
    at('news.csv'),
    `story,head,where\n${text},Bridge shelled,https://example.org/a\n${text} Five died.,Later,\n`,
  );
  const again = await cli(...ledger, 'retry');
  expect(again).toMatchObject({ status: 0 });
  expect(again.said).toContain('1 report read');
  expect((await cli(...ledger, 'failures')).said).toContain('Nothing failed');

  const warc = await cli(...ledger, 'warc', at('all.warc.gz'));
  expect(warc.said).toContain('2 documents written');
  const written = gunzipSync(readFileSync(at('all.warc.gz'))).toString('utf8');
  expect(written.match(/WARC\/1\.1/g)).toHaveLength(3);
  expect(written).toContain(text);
  expect(written).not.toContain(root);
});
