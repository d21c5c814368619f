/** Every column of every table of a ledger is changed by hand in turn, and `verify` finds each change. */
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reread } from '../../test/ledger/review.contract.ts';
import { passingFolders, type SqliteFolder } from '../../test/ledger/sqlite-folder.ts';
import { synthetic } from '../../test/ledger/synthetic.ts';
import { type Ledger, openLedger } from './index.ts';
import { columnTypes, TABLE_NAMES, type TableName } from './tables.ts';
import type { Visit } from './visits/visit-types.ts';

const folders = passingFolders();
afterAll(folders.remove);

/** Beside the chain: nothing says what should stand in them. */
const BESIDE: readonly TableName[] = ['ledger', 'failures', 'collecting'];
/** One value only, which the schema holds to. */
const FIXED = new Set(['head.one']);

/** Something of every kind: documents read twice and read again, corrected, withdrawn, orphaned, erased and masked. */
async function fill(place: SqliteFolder): Promise<void> {
  await place.with(async (ledger) => {
    const first = synthetic(1);
    await ledger.record([1, 2, 3, 4, 5].map((seed) => synthetic(seed)));
    const claims = first.reading!.claims.map(({ id }) => id);
    const who = 'Ana';
    const said = (decision: object) => ({ who, why: 'read again', decision }) as never;
    await ledger.decide([
      said({ type: 'correct', claim: claims[0], field: 'type', value: 'grenade' }),
      said({ type: 'reject', claim: claims[1] }),
      said({ type: 'note', on: { what: 'claim', id: claims[2] }, text: 'see there' }),
    ]);
    // Read by a newer engine and then by the older one again; another document with the newer one to stay.
    await ledger.record([reread(2)]);
    await ledger.record([synthetic(2)]);
    await ledger.record([reread(3)]);
    const gone = synthetic(5, { claims: 2, engine: { ...first.reading!.engine, version: '0.2.0' } }).reading!;
    const of5 = synthetic(5);
    await ledger.decide([said({ type: 'reads-right', claim: of5.reading!.claims.at(-1)!.id })]);
    const shorter = { ...of5.reading!, engine: gone.engine, claims: of5.reading!.claims.slice(0, 2) };
    await ledger.record([{ ...of5, reading: shorter }], {
      visits: [visitOf('https://example.org/5', of5.document.sha256)],
      retractions: [
        {
          who,
          why: null,
          document: of5.document.sha256,
          kind: 'withdrawn',
          claims: null,
          url: null,
          text: null,
        },
      ],
    });
    const document = synthetic(4).document.sha256;
    await ledger.erase({
      who,
      why: 'asked',
      what: 'words',
      document: synthetic(3).document.sha256,
      span: [0, 8],
    });
    await ledger.erase({ who, why: 'asked', what: 'document', document });
    await ledger.createRelease({ who, name: 'first', why: null } as never);
    expect((await ledger.orphans()).length).toBeGreaterThan(0);
    expect(await ledger.verify()).toMatchObject({ intact: true, faults: [] });
  });
}

function visitOf(url: string, document: string): Visit {
  const came = { became: null, sha256: null, finalUrl: null, redirects: [], status: 200, headers: {} };
  const at = '2017-12-02T00:00:00.000Z';
  return { url, document, outcome: 'same', at, ...came, notice: null, claims: { changed: [], gone: [] } };
}

describe('every column of every table', () => {
  let ledger: Ledger;
  let db: Sqlite.Database;
  beforeAll(async () => {
    const place = folders.next();
    await fill(place);
    ledger = await openLedger(place.folder);
    db = new Sqlite(place.file);
  }, 60_000);
  afterAll(async () => {
    db.close();
    await ledger.close();
  });

  const tables = TABLE_NAMES.filter((table) => !BESIDE.includes(table));
  it.each(tables)('%s: is looked at', { timeout: 60_000 }, async (table) => {
    const rows = firstAndLast(db, table);
    const unnoticed: string[] = [];
    for (const [i, [column, type]] of Object.entries(columnTypes(table)).entries()) {
      if (FIXED.has(`${table}.${column}`)) continue;
      // Now the first row, now the last.
      const row = rows[i % 2]!;
      const changed = {
        ...row,
        [column]: type === 'text' ? `${row[column] ?? ''}x` : Number(row[column]) + 1e6,
      };
      put(db, table, row, changed);
      if ((await ledger.verify()).intact) unnoticed.push(column);
      put(db, table, changed, row);
    }
    expect(unnoticed).toEqual([]);
    expect(await ledger.verify()).toMatchObject({ intact: true });
  });
});

type Row = Record<string, string | number | null>;

function firstAndLast(db: Sqlite.Database, table: TableName): Row[] {
  const keys = keysOf(db, table);
  const at = (way: string) =>
    db.prepare(`SELECT * FROM ${table} ORDER BY ${keys.map((key) => `"${key}" ${way}`).join(', ')}`).get();
  const rows = [at('ASC'), at('DESC')] as Row[];
  expect(rows[0], `a row in ${table}`).toBeDefined();
  return rows;
}

function keysOf(db: Sqlite.Database, table: TableName): string[] {
  const columns = db.pragma(`table_info(${table})`) as { name: string; pk: number }[];
  return columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
}

/** Puts one row in the place of another. */
function put(db: Sqlite.Database, table: TableName, from: Row, to: Row): void {
  const keys = keysOf(db, table);
  const columns = Object.keys(to);
  const sets = columns.map((column) => `"${column}" = ?`).join(', ');
  const where = keys.map((key) => `"${key}" = ?`).join(' AND ');
  const values = [...columns.map((column) => to[column]), ...keys.map((key) => from[key])];
  expect(db.prepare(`UPDATE ${table} SET ${sets} WHERE ${where}`).run(values).changes).toBe(1);
}
