/** Writes a backup of a ledger as it is now; others may go on writing meanwhile. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { ReportedlyError } from '../../errors.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { KEYS } from '../migrations/migration.ts';
import { syncFolder, writeDurably } from '../originals/durable.ts';
import { asFileError } from '../originals/file-errors.ts';
import { OriginalsFolder } from '../originals/folder.ts';
import { genesisHash } from '../statements/hash-chain.ts';
import type { StatementRow } from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import { ABOUT_FILE, BACKUP_FORMAT, type BackupAbout, type BackupReport, STATEMENTS_FILE } from './format.ts';

const ORIGINALS_AT_ONCE = 50;

/** `folder` must not exist or be empty. It is there only when it is whole: until then it is called `….partial`. */
export async function backUp(store: Store, folder: string): Promise<BackupReport> {
  const target = path.resolve(folder);
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new ReportedlyError('ledger-unusable', {
      ledger: target,
      reason: 'a backup needs an empty folder',
    });
  }
  const partial = `${target}.partial`;
  try {
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true, mode: 0o700 });
    const about = await writeAll(store, partial);
    rmSync(target, { recursive: true, force: true });
    renameSync(partial, target);
    syncFolder(path.dirname(target));
    return { ...about, folder: target };
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw asFileError(error, target);
  }
}

async function writeAll(store: Store, folder: string): Promise<BackupAbout> {
  const { build, read } = store;
  const facts = new Map(
    (await read.all(build.selectFrom('ledger').selectAll())).map(({ key, value }) => [key, value ?? '']),
  );
  const seq = (await first(read, build.selectFrom('head').select('seq')))!.seq!;
  const head = await writeStatements(store, path.join(folder, STATEMENTS_FILE), seq);
  const about: BackupAbout = {
    format: BACKUP_FORMAT,
    id: facts.get(KEYS.id)!,
    created: facts.get(KEYS.created)!,
    statements: seq,
    originals: await copyOriginals(store, new OriginalsFolder(path.join(folder, 'originals'))),
    head: head ?? genesisHash(facts.get(KEYS.id)!),
  };
  await writeDurably(path.join(folder, ABOUT_FILE), Buffer.from(`${JSON.stringify(about, null, 2)}\n`));
  syncFolder(folder);
  return about;
}

/** The hash of the last one; null when there is none. */
async function writeStatements(
  { driver, build }: Store,
  file: string,
  until: number,
): Promise<string | null> {
  const handle = await open(file, 'w', 0o600);
  let head: string | null = null;
  try {
    const query = sql`select * from statements where seq <= ${until} order by seq`;
    for await (const row of driver.stream(written<StatementRow>(build, query))) {
      await handle.write(`${JSON.stringify(row)}\n`);
      head = row.hash;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return head;
}

async function copyOriginals({ originals }: Store, into: OriginalsFolder): Promise<number> {
  let count = 0;
  let batch: { sha256: string; bytes: Uint8Array }[] = [];
  for await (const sha256 of originals.names()) {
    const bytes = await originals.get(sha256);
    // Erased since it was listed.
    if (bytes === null) continue;
    count++;
    batch.push({ sha256, bytes });
    if (batch.length < ORIGINALS_AT_ONCE) continue;
    await into.keep(batch);
    batch = [];
  }
  await into.keep(batch);
  return count;
}
