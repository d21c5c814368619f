/** Coding at the command line: own fields with their codes, cells set with a reason, and what is refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { synthetic } from '../../../test/ledger/synthetic.ts';
import { cli, type Ran } from '../../../test/support/cli.ts';
import { openLedger } from '../../5-ledger/index.ts';

const root = mkdtempSync(path.join(tmpdir(), 'reportedly-coding-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const ledger = path.join(root, 'ledger');
beforeAll(async () => {
  const opened = await openLedger(ledger);
  await opened.record([synthetic(1), synthetic(2)]);
  await opened.close();
});

const on = (...args: string[]): Promise<Ran> => cli('--ledger', ledger, ...args);
const by = (...args: string[]): Promise<Ran> => on(...args, '--by', 'Ana', '--why', 'as the text has it');

describe('coding', () => {
  it('takes codes of own fields from the list only', async () => {
    const file = path.join(root, 'fronts.csv');
    writeFileSync(file, 'code,label\nN,"North, upper"\nS,South\n');
    expect((await by('code-list', 'set', 'front', file)).status).toBe(0);
    expect((await on('code-list', 'list')).data).toContain('North, upper');
    const incident = (await on('incidents', '--json')).lines.map((line) => JSON.parse(line).id as string)[0]!;
    const code = (...args: string[]) => by('decide', 'code', incident, ...args);
    expect((await code('own', 'front', 'N')).status).toBe(0);
    expect((await code('own', 'front', 'W')).said).toContain('[decision-invalid]');
    expect((await code('own', 'back', 'N')).said).toContain('[not-in-ledger]');
    expect((await code('acled', 'weather', 'N')).said).toContain('[not-in-ledger]');
    expect((await by('decide', 'code', 'RP-1', 'own', 'front', 'N')).said).toContain('[incident-not-found]');
    const bare = await on('decide', 'code', incident, 'own', 'front', 'S', '--by', 'Ana');
    expect(bare.said).toContain('[decision-invalid]');
    expect((await on('cells', incident, '--profile', 'own')).data).toContain('front                 N  (');
    expect((await on('cells')).lines.some((line) => line.includes(`${incident}  own front: N`))).toBe(true);
    writeFileSync(file, 'name\nN\n');
    expect((await by('code-list', 'set', 'front', file)).said).toContain('[table-invalid]');
  });
});

describe('incidents', () => {
  it('are as many as asked for, and how many more is told', async () => {
    const all = await on('incidents', '--json');
    const one = await on('incidents', '--json', '--limit', '1');
    expect(one.lines).toEqual(all.lines.slice(0, 1));
    expect(one.said).toContain(`${all.lines.length - 1} more: --limit`);
    expect((await on('incidents')).said).not.toContain('more: --limit');
  });
});
