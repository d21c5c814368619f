/** Makes a ledger of a backup, on either store, checking every hash on the way. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ReportedlyError } from '../../errors.ts';
import { ChainCheck } from '../audit/chain-check.ts';
import { Findings } from '../audit/findings.ts';
import { reindex } from '../index/reindex.ts';
import { OriginalsFolder } from '../originals/folder.ts';
import { contentHash, genesisHash } from '../statements/hash-chain.ts';
import type { StatementRow } from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import { columnsOf } from '../tables.ts';
import { ABOUT_FILE, BACKUP_FORMAT, type BackupAbout, STATEMENTS_FILE } from './format.ts';

const STATEMENTS_AT_ONCE = 200;

/** What a backup says of itself; `ledger-foreign` where there is none. */
export function readAbout(folder: string): BackupAbout {
  try {
    const about = JSON.parse(readFileSync(path.join(folder, ABOUT_FILE), 'utf8')) as BackupAbout;
    if (about.format === BACKUP_FORMAT && typeof about.id === 'string') return about;
  } catch {
    // Told below, like any other folder that is none.
  }
  throw new ReportedlyError('ledger-foreign', { ledger: folder, reason: 'it is no backup of a ledger' });
}

/** Fills an empty ledger, made with the backup's id. One transaction: a damaged backup leaves it empty. */
export async function fill(store: Store, folder: string, about: BackupAbout): Promise<void> {
  await copyOriginals(store, path.join(folder, 'originals'), folder);
  await store.driver.write(async (connection) => {
    const { build } = store;
    const findings = new Findings();
    const chain = new ChainCheck(findings, { seq: 0, hash: genesisHash(about.id) });
    const stopAtFault = () => {
      const [fault] = findings.statements.listed;
      if (fault) damaged(folder, `${fault.where}: ${fault.detail}`);
    };
    let batch: StatementRow[] = [];
    let last: StatementRow | null = null;
    const flush = async () => {
      const columns = columnsOf('statements') as (keyof StatementRow)[];
      await connection.insert(
        'statements',
        batch.map((row) => columns.map((column) => row[column])),
      );
      batch = [];
    };
    for await (const row of statementsIn(folder)) {
      chain.link(row);
      stopAtFault();
      last = row;
      if (batch.push(row) >= STATEMENTS_AT_ONCE) await flush();
    }
    await flush();
    chain.end({ seq: about.statements, hash: about.head });
    stopAtFault();
    if (last) {
      const { seq, hash, at } = last;
      await connection.all(build.updateTable('head').set({ seq, hash, at }).where('one', '=', 1));
    }
  });
  await reindex(store);
}

async function* statementsIn(folder: string): AsyncIterable<StatementRow> {
  const file = path.join(folder, STATEMENTS_FILE);
  if (!existsSync(file)) damaged(folder, `${STATEMENTS_FILE} is missing`);
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line === '') continue;
    let row: StatementRow;
    try {
      row = JSON.parse(line) as StatementRow;
    } catch {
      return damaged(folder, `a line of ${STATEMENTS_FILE} is cut short`);
    }
    yield row;
  }
}

async function copyOriginals(store: Store, from: string, folder: string): Promise<void> {
  const originals = new OriginalsFolder(from);
  for await (const sha256 of originals.names()) {
    const bytes = (await originals.get(sha256))!;
    if (contentHash(bytes) !== sha256) damaged(folder, `the original ${sha256} was changed`);
    await store.originals.keep([{ sha256, bytes }]);
  }
}

function damaged(folder: string, reason: string): never {
  throw new ReportedlyError('ledger-damaged', { ledger: folder, reason });
}
