/** Bytes of an input as importers hand them over: their beginning to tell the format by, and all of them as a stream. */
import { open } from 'node:fs/promises';
import { readUpTo } from '../limits.ts';

export interface ByteSource {
  /** Path, address or upload's name. */
  name: string;
  /** Null where it is not known before the end. */
  size: number | null;
  /** The first bytes, at most HEAD_BYTES; fewer only where there are no more. */
  head: Uint8Array;
  /** Where random access is possible; else archives that need it are taken into memory. */
  path: string | null;
  /** All bytes from the beginning; asked for once. */
  stream(): AsyncIterable<Uint8Array>;
}

export const HEAD_BYTES = 65_536;

export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    head: bytes.subarray(0, HEAD_BYTES),
    path: null,
    async *stream() {
      yield bytes;
    },
  };
}

/** Of a stream that can be read once: its head is read here, and given again at the beginning. */
export async function streamSource(name: string, chunks: AsyncIterable<Uint8Array>): Promise<ByteSource> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  let done = false;
  /** What went wrong in the head: told after what stands before it. */
  let fault: unknown = null;
  while (size < HEAD_BYTES && !done) {
    try {
      const next = await iterator.next();
      if (next.done) done = true;
      else {
        first.push(next.value);
        size += next.value.length;
      }
    } catch (error) {
      if (size === 0) throw error;
      fault = error;
      done = true;
    }
  }
  const head = Buffer.concat(first, size);
  return {
    name,
    size: done && fault === null ? size : null,
    head: head.subarray(0, HEAD_BYTES),
    path: null,
    async *stream() {
      yield head;
      if (fault !== null) throw fault;
      try {
        while (!done) {
          const next = await iterator.next();
          if (next.done) done = true;
          else yield next.value;
        }
      } finally {
        await iterator.return?.();
      }
    },
  };
}

/** Of a regular file, whose size was looked at; its bytes are read anew at each use. */
export async function fileSource(path: string, size: number): Promise<ByteSource> {
  const handle = await open(path, 'r');
  try {
    const head = new Uint8Array(Math.min(size, HEAD_BYTES));
    let filled = 0;
    while (filled < head.length) {
      const { bytesRead } = await handle.read(head, filled, head.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return {
      name: path,
      size,
      head: head.subarray(0, filled),
      path,
      stream: () => fileChunks(path),
    };
  } finally {
    await handle.close();
  }
}

const CHUNK_BYTES = 1 << 18;

async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    yield* handle.createReadStream({ autoClose: false, highWaterMark: CHUNK_BYTES });
  } finally {
    await handle.close();
  }
}

/** All bytes, up to the limit. */
export function wholeOf(source: ByteSource, maxBytes: number): Promise<Uint8Array> {
  return readUpTo(source.stream(), maxBytes, source.name);
}
