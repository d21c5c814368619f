/** Bytes packed with gzip, of one member or many, as the bytes within. */
import { Readable } from 'node:stream';
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

async function* unpack(source: ByteSource): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const counted = async function* () {
    for await (const chunk of source.stream()) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const gunzip = createGunzip({ chunkSize: 1 << 17 });
  const input = Readable.from(counted(), { objectMode: false, highWaterMark: 1 << 16 });
  input.on('error', (error) => gunzip.destroy(error));
  input.pipe(gunzip);
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      unpacked += chunk.length;
      if (unpacked > BOMB.bytes && unpacked > packed * BOMB.ratio)
        throw broken(source, 'it unpacks without end');
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ReportedlyError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('Z_')) throw error;
    throw broken(source, code === 'Z_BUF_ERROR' ? 'it is cut short' : 'its packing is damaged');
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

function broken({ name }: ByteSource, reason: string): ReportedlyError {
  return new ReportedlyError('container-broken', { input: name, reason });
}
