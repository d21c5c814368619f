/** `reportedly table`: figures by place and time, low to high over distinct incidents. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Ledger } from '../../../5-ledger/index.ts';
import { fileName } from '../../exports/source.ts';
import { tableCsv, tableXlsx } from '../../exports/table/files.ts';
import {
  makeTable,
  TABLE_BY,
  TABLE_WHAT,
  type Table,
  type TableBy,
  type TableWhat,
} from '../../exports/table/table.ts';
import { addPublic, outlet, type PublicOptions, sourceFor } from '../export-options.ts';
import { plural } from '../options.ts';
import { say, write } from '../output.ts';
import { withLedger } from '../where.ts';

const FORMATS = ['text', 'csv', 'hxl', 'xlsx', 'json'] as const;

interface TableCommand extends PublicOptions {
  by: TableBy[];
  what: TableWhat[];
  format: (typeof FORMATS)[number];
}

const listOf =
  <T extends string>(known: readonly T[]) =>
  (text: string): T[] => {
    const given = text.split(',').map((one) => one.trim());
    const wrong = given.filter((one) => !(known as readonly string[]).includes(one));
    if (wrong.length > 0) throw new InvalidArgumentError(`There are ${known.join(', ')}.`);
    return [...new Set(given)] as T[];
  };

export function addTable(program: Command): void {
  const command = program
    .command('table')
    .option('--by <columns>', `what the rows are, with , between: ${TABLE_BY.join(', ')}`, listOf(TABLE_BY), [
      'admin1',
      'week',
    ])
    .option('--what <figures>', `what is counted: ${TABLE_WHAT.join(', ')}`, listOf(TABLE_WHAT), [
      'killed',
      'wounded',
      'displaced',
    ])
    .addOption(new Option('--format <form>', 'hxl: CSV with hashtags').choices([...FORMATS]).default('text'))
    .description(
      'figures by place and time: low to high over distinct incidents, with who stands behind them',
    );
  addPublic(command).action(async (_: unknown, self: Command) => {
    const options = self.optsWithGlobals<TableCommand>();
    await withLedger(options, (ledger) => run(ledger, options), { mustExist: true });
  });
}

async function run(ledger: Ledger, options: TableCommand): Promise<void> {
  const { by, what, format, out } = options;
  const source = await sourceFor(ledger, options);
  const table = await makeTable(source, by, what);
  if (format === 'text' && out === undefined) write(tableText(table));
  else {
    const extension = format === 'xlsx' || format === 'json' ? format : 'csv';
    const { put, file } = outlet(
      out ?? (format === 'xlsx' ? '.' : undefined),
      fileName(source, 'table', extension),
    );
    put(
      format === 'xlsx'
        ? await tableXlsx(table)
        : format === 'json'
          ? `${JSON.stringify(table)}\n`
          : tableCsv(table, format === 'hxl'),
    );
    if (file) say(file);
  }
  say(
    `${plural(table.rows.length, 'row')} over ${plural(table.total.incidents, 'incident')}. ${table.caption}; ${table.coverage}.`,
  );
  if (table.leftOut > 0)
    say(`Left out: ${plural(table.leftOut, 'incident')} that nobody reviewed; --unreviewed takes them in.`);
}

function tableText({ by, what, rows, total }: Table): string {
  const lines = [
    [...by, ...what, 'incidents', 'origins', 'only parties', 'unreviewed'],
    ...[...rows, total].map((row, i) => [
      ...by.map((one, at) => row.keys[one] ?? (i < rows.length ? `no ${one}` : at === 0 ? 'all' : '')),
      ...what.map((one) => row.figures[one]!.text),
      String(row.incidents),
      `${row.origins} (${row.parties} parties)`,
      `${Math.round(row.partyOnly * 100)} %`,
      `${Math.round(row.unreviewed * 100)} %`,
    ]),
  ];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
