/** Lines of JSON out of an entry, each of bounded length. */
import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';

/** A Reading of the longest report there may be, with room to spare. */
const LONGEST = 400_000_000;

/** Each line parsed, or null where it is no JSON object. */
export async function* jsonLines(stream: Readable): AsyncIterable<{ line: number; value: object | null }> {
  let number = 0;
  for await (const text of linesOf(stream)) {
    number++;
    yield { line: number, value: parsed(text) };
  }
}

async function* linesOf(stream: Readable): AsyncIterable<string> {
  let pieces: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...pieces, chunk.subarray(from, at)]).toString('utf8');
      pieces = [];
      length = 0;
      from = at + 1;
    }
    length += chunk.length - from;
    if (length > LONGEST) throw new Error('a line is too long');
    if (from < chunk.length) pieces.push(chunk.subarray(from));
  }
  if (length > 0) yield Buffer.concat(pieces).toString('utf8');
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** The sha256 and size of a stream. */
export async function digestOf(stream: Readable): Promise<{ sha256: string; size: number }> {
  const hash: Hash = createHash('sha256');
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size };
}

/** The whole of a stream, where it is known to be small enough. */
export async function wholeOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
