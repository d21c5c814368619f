/** Lists as CSV: sent row by row in constant memory, safe to open in a spreadsheet. */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { csvCell } from '../cli/claims-csv.ts';

/** Names of columns with how each is taken from a row. */
export type Columns<Row> = readonly (readonly [name: string, value: (row: Row) => unknown])[];

const CHUNK = 64 * 1024;

export function csvLines<Row>(columns: Columns<Row>, rows: AsyncIterable<Row> | Iterable<Row>) {
  return lines(
    columns.map(([name]) => name).join(','),
    (row: Row) => `${columns.map(([, value]) => csvCell(value(row))).join(',')}\n`,
    rows,
  );
}

/** A header (none where it is empty), then a line for each row, joined into pieces that are worth sending. */
export async function* lines<Row>(
  header: string,
  line: (row: Row) => string,
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncIterable<string> {
  let piece = header === '' || header.endsWith('\n') ? header : `${header}\n`;
  for await (const row of rows) {
    piece += line(row);
    if (piece.length < CHUNK) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

export function sendCsv(reply: FastifyReply, name: string, pieces: AsyncIterable<string>): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(Readable.from(pieces));
}
