/** Every public file of a ledger, in memory. */
import { parse } from 'csv-parse/sync';
import type { Ledger } from '../../src/5-ledger/index.ts';
import { openTables, reconcileLedger } from '../../src/6-reconcile/index.ts';
import { newTally, type Tally } from '../../src/7-publish/exports/exporter.ts';
import { EXPORTERS, exporterOf } from '../../src/7-publish/exports/formats.ts';
import { type ExportOptions, type ExportSource, openSource } from '../../src/7-publish/exports/source.ts';
import { tableCsv } from '../../src/7-publish/exports/table/files.ts';
import { makeTable } from '../../src/7-publish/exports/table/table.ts';
import { openExportTables } from '../../src/7-publish/exports/tables.ts';
import { readPackageFile } from '../../src/package.ts';

const tables = openTables(readPackageFile);
const exportTables = openExportTables(readPackageFile);

export const sourceOf = (ledger: Ledger, options: ExportOptions = {}): Promise<ExportSource> =>
  openSource(
    {
      ledger,
      reconciler: () => reconcileLedger(ledger, { tables, asOf: options.asOf }),
      tables: exportTables,
      now: new Date('2017-10-20T12:00:00Z'),
    },
    options,
  );

export async function exported(
  ledger: Ledger,
  format: string,
  options: ExportOptions = {},
): Promise<{ text: string; tally: Tally }> {
  const source = await sourceOf(ledger, options);
  const tally = newTally();
  let text = '';
  for await (const piece of exporterOf(format).pieces(source, tally)) text += piece;
  return { text, tally };
}

export type Row = Record<string, string>;

export async function rows(ledger: Ledger, format: string, options: ExportOptions = {}): Promise<Row[]> {
  return parse((await exported(ledger, format, options)).text, { columns: true }) as Row[];
}

/** Each format, its reasons where it has any, and the table, by name. */
export async function everything(ledger: Ledger, options: ExportOptions = {}): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { name, extension } of EXPORTERS) {
    files.set(name, (await exported(ledger, name, options)).text);
    if (extension === 'csv')
      files.set(`${name} why`, (await exported(ledger, name, { ...options, why: true })).text);
  }
  const table = await makeTable(
    await sourceOf(ledger, options),
    ['admin1', 'week'],
    ['killed', 'wounded', 'displaced'],
  );
  files.set('table json', JSON.stringify(table));
  files.set('table hxl', tableCsv(table, true));
  return files;
}
