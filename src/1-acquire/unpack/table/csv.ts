/** Tables of reports as CSV or TSV: a row, a document. Read as a stream, so that a table may be of any size. */
import { type CsvError, parse } from 'csv-parse';
import { ReportedlyError } from '../../../errors.ts';
import type { AcquireContext } from '../../importer.ts';
import type { ByteSource } from '../byte-source.ts';
import { encodingOf, textOf } from '../text-stream.ts';
import type { Part, Unpacker } from '../unpacker.ts';
import { type ColumnMap, mapColumns } from './columns.ts';
import { rowPart } from './row-document.ts';

export const csv: Unpacker = {
  name: 'a table',
  takes: ({ name }, declared) =>
    /\.(?:csv|tsv)$/i.test(name) || /^text\/(?:csv|tab-separated-values)$/.test(declared ?? ''),
  unpack: rowsOf,
};

const MAX_COLUMNS = 5_000;

async function* rowsOf(source: ByteSource, context: AcquireContext): AsyncGenerator<Part> {
  const { name } = source;
  let columns: string[] | null = null;
  let map: ColumnMap = {};
  let number = 0;
  try {
    for await (const record of recordsOf(source, context.maxBytes)) {
      if (columns === null) {
        columns = record.slice(0, MAX_COLUMNS).map((column) => column.trim());
        map = mapColumns(columns, context.map, name);
        continue;
      }
      number++;
      yield rowPart(asObject(columns, record), map, `row=${number}`, name);
    }
  } catch (error) {
    const code = (error as CsvError).code ?? '';
    if (!code.startsWith('CSV_')) throw error;
    const reason =
      code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
        ? `a quotation mark in or after row ${number + 1} is not closed`
        : `row ${number + 1} is no row of a table`;
    throw new ReportedlyError('container-broken', { input: name, reason });
  }
}

/** Records as they are read; an error of the parser is thrown after those that stand before it. */
async function* recordsOf(source: ByteSource, maxBytes: number): AsyncGenerator<string[]> {
  let records: string[][] = [];
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(source.head),
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxBytes,
    // Taken here and not from the stream, which loses what it holds when it fails.
    on_record: (record: string[]) => {
      records.push(record);
      return null;
    },
  });
  let fault: Error | null = null;
  parser.on('error', (error) => {
    fault = error;
  });
  parser.resume();
  try {
    for await (const text of textOf(source)) {
      await new Promise<void>((resolve) => parser.write(text, () => resolve()));
      yield* records;
      records = [];
      fault ??= parser.errored;
      if (fault) throw fault;
    }
    await new Promise<void>((resolve) => {
      parser.once('close', resolve);
      if (parser.destroyed) resolve();
      else parser.end();
    });
    yield* records;
    if (fault) throw fault;
  } finally {
    parser.destroy();
  }
}

function asObject(columns: readonly string[], record: readonly string[]): Record<string, string> {
  // Without a prototype: a column may be called anything.
  const row = Object.create(null) as Record<string, string>;
  columns.forEach((column, i) => {
    if (column !== '' && record[i] !== undefined && record[i] !== '') row[column] = record[i]!;
  });
  return row;
}

/** The mark that stands most often in the first line, outside quotation marks. */
function delimiterOf(head: Uint8Array): string {
  const start = new TextDecoder(encodingOf(head)).decode(head.subarray(0, 20_000));
  const line = (/^[^\r\n]*/.exec(start)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const marks = [',', ';', '\t', '|'].map((mark) => ({ mark, count: line.split(mark).length - 1 }));
  return marks.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}
