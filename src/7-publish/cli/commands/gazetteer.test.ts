/** The command as it is typed, in this process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, expect, it, vi } from 'vitest';

const printed = vi.hoisted(() => ({ data: '', said: '' }));
vi.mock('../output.ts', () => ({
  write: (data: string) => {
    printed.data += data;
  },
  say: (line = '') => {
    printed.said += `${line}\n`;
  },
}));

const { addGazetteer } = await import('./gazetteer.ts');

const folder = mkdtempSync(path.join(tmpdir(), 'gazetteer-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  process.exitCode = undefined;
});

async function run(...args: string[]): Promise<string> {
  const program = new Command().option('--ledger <where>').exitOverride();
  addGazetteer(program);
  Object.assign(printed, { data: '', said: '' });
  const ledger = path.join(folder, 'data');
  await program.parseAsync(['--ledger', ledger, 'gazetteer', ...args], { from: 'user' });
  return printed.data;
}

it('imports a table into the ledger’s folder and finds its places from then on', async () => {
  const table = path.join(folder, 'camps.csv');
  writeFileSync(
    table,
    'name,lat,lon,country,pcode\nQuartz Camp,36.1,37.2,Syria,SY-C1\nOther Camp,33,44,IRQ,\nNo Camp,1,2,Atlantis,\n',
  );
  expect(await run('find', 'Quartz', 'Camp')).toBe('');
  expect(printed.said).toContain('"Quartz Camp" is not in the gazetteer');
  await run('import', table);
  expect(printed.said).toContain('left out: 1 country not known');
  expect(await run('find', 'quartz camp')).toMatch(/^Quartz Camp {2}PPL {2}SY +36\.1000 37\.2000 +SY-C1/);
  expect(await run('find', 'Other Camp')).toContain('IQ');
  const [line] = (await run('find', '--json', 'Damascus')).split('\n');
  expect(JSON.parse(line!)).toMatchObject({ name: 'Damascus', country: 'SY' });
});

it('has no folder to import into for a ledger in PostgreSQL', async () => {
  const program = new Command().option('--ledger <where>').exitOverride();
  addGazetteer(program);
  await expect(
    program.parseAsync(['--ledger', 'postgres://x/y', 'gazetteer', 'import', 'a.txt'], { from: 'user' }),
  ).rejects.toMatchObject({ code: 'usage' });
});
