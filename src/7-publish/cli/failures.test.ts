/** Failures kept, told and tried again, as a person would. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cli, type Ran } from '../../../test/support/cli.ts';
import { openLedger } from '../../5-ledger/index.ts';
import { whyTable } from './why-table.ts';

const root = mkdtempSync(path.join(tmpdir(), 'reportedly-failures-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = (...names: string[]) => path.join(root, ...names);
const REPORT = 'The army said on Monday that two soldiers were killed near the bridge.\n';
const on = (...args: string[]): Promise<Ran> => cli('--ledger', at('ledger'), ...args);

describe('what fails', () => {
  it('is kept with its code, tried again, and forgotten when it is read', { timeout: 60_000 }, async () => {
    mkdirSync(at('reports'));
    writeFileSync(at('reports/good.txt'), REPORT);
    writeFileSync(at('reports/empty.txt'), '');
    writeFileSync(at('reports/program.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]));
    const read = await on('read', at('reports'), '--publisher', 'Bridge Post');
    expect(read).toMatchObject({ status: 1 });
    expect(read.said).toContain('2 inputs failed');
    expect(read.said).toContain('reportedly retry');

    const list = (await on('failures', '--json')).lines.map((line) => JSON.parse(line));
    expect(list).toEqual([
      expect.objectContaining({
        input: at('reports/empty.txt'),
        source: at('reports/empty.txt'),
        code: 'input-empty',
        times: 1,
        due: null,
        settings: { given: { publisher: 'Bridge Post' } },
      }),
      expect.objectContaining({ input: at('reports/program.txt'), code: 'input-binary' }),
    ]);

    writeFileSync(at('reports/empty.txt'), REPORT.replace('two', 'nine'));
    expect((await on('retry', '--due')).said).toContain('0 reports read');
    const retried = await on('retry', '--json');
    expect(retried.said).toContain('1 report read');
    // Asked for as it was the first time.
    expect(retried.lines.map((line) => JSON.parse(line).article.publisher)).toEqual(['Bridge Post']);
    const left = (await on('failures', '--json')).lines.map((line) => JSON.parse(line));
    expect(left).toEqual([expect.objectContaining({ code: 'input-binary', times: 2 })]);

    // A later run over the folder forgets what it can read, too.
    rmSync(at('reports/program.txt'));
    writeFileSync(at('reports/program.txt'), REPORT.replace('two', 'six'));
    expect(await on('read', at('reports'), '-q')).toMatchObject({ status: 0 });
    expect((await on('failures')).said).toContain('Nothing failed.');
    const ledger = await openLedger(at('ledger'));
    expect(await ledger.verify()).toMatchObject({ intact: true });
    await ledger.close();
  });

  it('is told as a table of why where there is much of it', () => {
    const failed = [...Array(300)].map((_, i) => ({
      input: `f${i}`,
      code: i % 10 === 0 ? ('input-empty' as const) : ('input-binary' as const),
      message: `f${i} cannot be read.`,
    }));
    const lines = whyTable(failed);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('  270  input-binary  e.g. f1 cannot be read.');
    expect(lines[2]).toBe('   30  input-empty   e.g. f0 cannot be read.');
  });
});
