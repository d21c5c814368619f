/** Lists as NDJSON: one JSON object a line, sent row by row in constant memory. */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { lines } from '../csv-lists.ts';

export const NDJSON = 'application/x-ndjson';

export async function* mapped<A, B>(rows: AsyncIterable<A>, to: (row: A) => B): AsyncIterable<B> {
  for await (const row of rows) yield to(row);
}

export function sendNdjson<Row>(
  reply: FastifyReply,
  name: string,
  rows: AsyncIterable<Row> | Iterable<Row>,
): FastifyReply {
  const pieces = lines('', (row: Row) => `${JSON.stringify(row)}\n`, rows);
  return reply
    .type(`${NDJSON}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}.ndjson"`)
    .send(Readable.from(pieces));
}
