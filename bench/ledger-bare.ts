/** The same rows into the same tables with nothing but better-sqlite3: what a ledger's writing is measured against. */
import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { columnsOf, TABLE_NAMES } from '../src/5-ledger/tables.ts';

interface Spent {
  seconds: number;
  cpuSeconds: number;
}

/**
 * Seconds that inserting the rows of the ledger `from` takes in a new file, in as many transactions as the ledger
 * used. Reading them is not timed.
 */
export function bareInsertSeconds(from: string, file: string, transactions: number): Spent {
  const source = new Sqlite(from, { readonly: true });
  const target = new Sqlite(file);
  try {
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'secure_delete = ON',
      'cache_size = -65536',
    ])
      target.pragma(pragma);
    const schema = source
      .prepare(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\' ORDER BY rowid",
      )
      .pluck()
      .all() as string[];
    for (const sql of schema) target.exec(sql);
    return copyRows(source, target, transactions);
  } finally {
    source.close();
    target.close();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
  }
}

function copyRows(source: Sqlite.Database, target: Sqlite.Database, transactions: number): Spent {
  const spent: Spent = { seconds: 0, cpuSeconds: 0 };
  const tables = TABLE_NAMES.filter((table) => source.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get());
  const open = tables.map((table) => {
    const columns = columnsOf(table);
    const all = (source.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number) || 1;
    const names = columns.map((column) => `"${column}"`).join(', ');
    return {
      rows: source.prepare(`SELECT ${names} FROM ${table}`).raw().iterate() as Iterator<unknown[]>,
      // As many of each table go into a transaction as the ledger put into one.
      share: Math.ceil(all / transactions),
      insert: target.prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`),
    };
  });
  for (let done = 0; done < transactions; done++) {
    const batches = open.map(({ rows, share }) => take(rows, share));
    const start = performance.now();
    const before = process.cpuUsage();
    target.exec('BEGIN IMMEDIATE');
    batches.forEach((batch, i) => {
      for (const row of batch) open[i]!.insert.run(row);
    });
    target.exec('COMMIT');
    const { user, system } = process.cpuUsage(before);
    spent.seconds += (performance.now() - start) / 1000;
    spent.cpuSeconds += (user + system) / 1e6;
  }
  for (const { rows } of open) rows.return?.();
  return spent;
}

function take(rows: Iterator<unknown[]>, n: number): unknown[][] {
  const taken: unknown[][] = [];
  while (taken.length < n) {
    const { value, done } = rows.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}
