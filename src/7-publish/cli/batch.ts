/** The batch form: one JSON object a line in, one Reading (or coded error) a line out, in order, in constant memory. */
import { createInterface } from 'node:readline';
import Type from 'typebox';
import { Check } from 'typebox/value';
import { acquire } from '../../1-acquire/acquire.ts';
import { ReportedlyError } from '../../errors.ts';
import { inOrder } from '../../in-order.ts';
import type { DocumentReader } from '../../pipeline.ts';
import type { GivenMetadata } from '../../records/index.ts';
import { write } from './output.ts';

const BatchLine = Type.Object({
  id: Type.Union([Type.String(), Type.Number()]),
  text: Type.String(),
  title: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  published: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  url: Type.Optional(Type.Union([Type.String(), Type.Null()])),
});
type BatchLine = Type.Static<typeof BatchLine>;

export async function readBatch(reader: DocumentReader): Promise<void> {
  for await (const result of inOrder(lines(), reader.atOnce, (line) => readLine(line, reader))) {
    write(`${JSON.stringify(result)}\n`);
  }
}

async function* lines(): AsyncGenerator<string> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') yield line;
  }
}

/** A Reading, or `{ id, error }` in its place. */
async function readLine(line: string, reader: DocumentReader): Promise<unknown> {
  let id: string | number | null = null;
  try {
    const value = parse(line);
    id = idOf(value);
    if (!Check(BatchLine, value)) {
      throw new ReportedlyError('batch-line', {
        reason: 'it needs "id" and "text"; title, published and url may be given',
      });
    }
    return await readValue(value, reader);
  } catch (error) {
    if (!(error instanceof ReportedlyError) || error.exit !== 1) throw error;
    return { id, error: { code: error.code, message: error.message } };
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new ReportedlyError('batch-line', { reason: 'it is no JSON' }, { cause });
  }
}

function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

async function readValue(
  { id, text, title, published, url }: BatchLine,
  reader: DocumentReader,
): Promise<unknown> {
  const given: GivenMetadata = {
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
    ...(url ? { url } : {}),
  };
  const input = { how: 'paste' as const, name: String(id), bytes: new TextEncoder().encode(text) };
  for await (const acquired of acquire(input, { given })) {
    if (!acquired.ok) throw acquired.error;
    return await reader.read(acquired.document, String(id));
  }
  throw new ReportedlyError('input-empty', { input: String(id) });
}
