/** Every byte of a small bundle changed, one after another (`npm run bench -- bundle-bytes`): each must be found out. */
import { readFileSync, writeFileSync } from 'node:fs';
import { packTo } from '../src/7-publish/bundle/pack.ts';
import { verifyBundle } from '../src/7-publish/bundle/verify-bundle.ts';
import { Folders } from '../test/bundle/support.ts';
import { synthetic } from '../test/ledger/synthetic.ts';
import type { Figures } from './figures.ts';

export async function run(): Promise<Figures> {
  const folders = new Folders();
  const ledger = await folders.ledger([synthetic(1, { claims: 1 })]);
  const [file, copy] = [folders.file(), folders.file()];
  await packTo(ledger, file);
  const bytes = readFileSync(file);
  const unnoticed: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const other = Buffer.from(bytes);
    other[at] = other[at]! ^ (1 << (at % 8));
    writeFileSync(copy, other);
    if (await isIntact(copy)) unnoticed.push(at);
  }
  await folders.close();
  for (const at of unnoticed.slice(0, 20)) console.error(`byte ${at} was changed and nobody noticed`);
  return { bytes: bytes.length, unnoticedWrong: unnoticed.length };
}

async function isIntact(file: string): Promise<boolean> {
  try {
    return (await verifyBundle(file)).intact;
  } catch (error) {
    if ((error as { code?: string }).code === 'bundle-refused') return false;
    throw error;
  }
}
