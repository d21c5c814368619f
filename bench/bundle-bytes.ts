/**
 * Bytes of bundles changed, one after another (`npm run bench -- bundle-bytes [TRIES]`): every byte of a small bundle, and
 * seeded ones of a larger (default 5000). Each must be found out, and where it is must be said.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { packTo } from '../src/7-publish/bundle/pack.ts';
import { verifyBundle } from '../src/7-publish/bundle/verify-bundle.ts';
import { Folders } from '../test/bundle/support.ts';
import { numbers, synthetic } from '../test/ledger/synthetic.ts';
import type { Figures } from './figures.ts';

const TRIES = 5000;
const REPORTS = 12;

export async function run(args: readonly string[] = []): Promise<Figures> {
  const [tries = TRIES] = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const folders = new Folders();
  const small = await bundle(folders, [synthetic(1, { claims: 1 })]);
  const large = await bundle(
    folders,
    Array.from({ length: REPORTS }, (_, i) => synthetic(i + 10)),
  );
  const below = numbers(7);
  const copy = folders.file();
  const found = await changed(small, copy, [...small.keys()]);
  const sampled = await changed(
    large,
    copy,
    Array.from({ length: tries }, () => below(large.length)),
  );
  await folders.close();
  return {
    bytes: small.length,
    largerBytes: large.length,
    tries: small.length + tries,
    unnoticedWrong: found.unnoticed + sampled.unnoticed,
    nowhereWrong: found.nowhere + sampled.nowhere,
  };
}

async function bundle(folders: Folders, reports: Parameters<Folders['ledger']>[0]): Promise<Buffer> {
  const file = folders.file();
  await packTo(await folders.ledger(reports), file);
  return readFileSync(file);
}

async function changed(
  bytes: Buffer,
  copy: string,
  places: Iterable<number>,
): Promise<{ unnoticed: number; nowhere: number }> {
  const count = { unnoticed: 0, nowhere: 0 };
  for (const at of places) {
    const other = Buffer.from(bytes);
    other[at] = other[at]! ^ (1 << (at % 8));
    writeFileSync(copy, other);
    const said = await saidOf(copy);
    if (said === null) count.unnoticed++;
    else if (said.trim() === '') count.nowhere++;
    if (!said?.trim())
      console.error(`byte ${at}: ${said === null ? 'nobody noticed' : 'nothing says where'}`);
  }
  return count;
}

/** Where something is wrong; null: all is well. */
async function saidOf(file: string): Promise<string | null> {
  try {
    const { intact, faults } = await verifyBundle(file);
    return intact ? null : faults.map(({ where }) => where).join(' ');
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === 'bundle-refused') return message;
    throw error;
  }
}
