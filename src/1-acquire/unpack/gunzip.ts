/** Bytes packed with gzip, of one member or many, as the bytes within. */
import { createGunzip } from 'node:zlib';
import { ReportedlyError } from '../../errors.ts';
import { type ByteSource, streamSource } from './byte-source.ts';

/** Text packs at most about 50 to 1; what packs far better and is large was made to fill a disk. */
const BOMB = { bytes: 100_000_000, ratio: 250 };

export function isGzip({ head }: ByteSource): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** The source as it is unpacked, named without `.gz`. */
export function gunzipped(source: ByteSource): Promise<ByteSource> {
  return streamSource(source.name.replace(/\.gz$/i, ''), unpack(source));
}

/** Packed bytes given at a time: each unpacks to at most about a thousand times as many, held until they are taken. */
const PIECE = 1 << 14;

async function* unpack(source: ByteSource): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 1 << 17 });
  // Taken as it comes: a stream that is iterated loses what it holds when it fails.
  let ready: Uint8Array[] = [];
  let fault: NodeJS.ErrnoException | null = null;
  gunzip.on('data', (chunk: Uint8Array) => ready.push(chunk));
  gunzip.on('error', (error) => {
    fault = error;
  });
  let settle = () => {};
  gunzip.on('close', () => settle());
  const given = (chunk: Uint8Array | null) =>
    new Promise<void>((resolve) => {
      settle = resolve;
      // One that has failed is closed already, and would never say so again.
      if (gunzip.destroyed) resolve();
      else if (chunk) gunzip.write(chunk, () => resolve());
      else gunzip.end();
    });
  let packed = 0;
  let unpacked = 0;
  try {
    for await (const piece of inPieces(source.stream())) {
      await given(piece);
      packed += piece?.length ?? 0;
      for (const chunk of ready.splice(0)) {
        unpacked += chunk.length;
        if (unpacked > BOMB.bytes && unpacked > packed * BOMB.ratio) {
          throw broken(source, 'it unpacks without end');
        }
        yield chunk;
      }
      const failed: NodeJS.ErrnoException | null = fault ?? gunzip.errored;
      if (failed) throw reasonOf(source, failed);
    }
  } finally {
    ready = [];
    gunzip.destroy();
  }
}

/** The pieces, and null for their end. */
async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
  }
  yield null;
}

function reasonOf(source: ByteSource, { code }: NodeJS.ErrnoException): ReportedlyError {
  return broken(source, code === 'Z_BUF_ERROR' ? 'it is cut short' : 'its packing is damaged');
}

function broken({ name }: ByteSource, reason: string): ReportedlyError {
  return new ReportedlyError('container-broken', { input: name, reason });
}
