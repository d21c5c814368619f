/** Reports as JSON Lines: an object a line, a document. */
import { ReportedlyError } from '../../../errors.ts';
import type { AcquireContext } from '../../importer.ts';
import type { ByteSource } from '../byte-source.ts';
import { linesOfText, textOf } from '../text-stream.ts';
import type { Part, Unpacker } from '../unpacker.ts';
import { type ColumnMap, mapColumns } from './columns.ts';
import { rowPart } from './row-document.ts';

export const jsonl: Unpacker = {
  name: 'a file of JSON lines',
  takes: ({ name }, declared) =>
    /\.(?:jsonl|ndjson)$/i.test(name) ||
    /^application\/(?:x-)?(?:jsonl|ndjson|jsonlines)$/.test(declared ?? ''),
  unpack: linesOf,
};

async function* linesOf(source: ByteSource, context: AcquireContext): AsyncGenerator<Part> {
  const { name } = source;
  let number = 0;
  for await (const line of linesOfText(textOf(source), context.maxBytes)) {
    number++;
    if (line !== null && line.replace(/^\ufeff/, '').trim() === '') continue;
    const part = `line=${number}`;
    const row = line === null ? 'it is too long' : objectIn(line.replace(/^\ufeff/, ''));
    if (typeof row === 'string') {
      yield {
        ok: false,
        part,
        error: new ReportedlyError('table-row', { input: name, row: String(number), reason: row }),
      };
      continue;
    }
    const map = mapFor(row, context, name);
    if (map instanceof ReportedlyError) yield { ok: false, part, error: map };
    else yield rowPart(row, map, part, name);
  }
}

/** Lines need not have the same fields, so each is looked at. */
function mapFor(
  row: Record<string, unknown>,
  context: AcquireContext,
  name: string,
): ColumnMap | ReportedlyError {
  try {
    const known = Object.entries(context.map).filter(([, column]) => column in row);
    const hasText = context.map.text === undefined || context.map.text in row;
    return mapColumns(
      Object.keys(row),
      hasText ? (Object.fromEntries(known) as ColumnMap) : context.map,
      name,
    );
  } catch (error) {
    if (error instanceof ReportedlyError) return error;
    throw error;
  }
}

function objectIn(line: string): Record<string, unknown> | string {
  try {
    const value = JSON.parse(line) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
    return 'it is no object';
  } catch {
    return 'it is no JSON';
  }
}
