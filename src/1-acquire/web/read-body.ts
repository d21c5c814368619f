/** Reads a body within its limits: bytes on the wire and unpacked, silence, and average speed. */
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { ReportedlyError } from '../../errors.ts';
import { readUpTo, tooLarge } from '../limits.ts';
import type { WebPolicy } from './web-policy.ts';

/** One coding only: pages packed twice are attacks. What is not listed here is not asked for. */
const DECODERS: Readonly<Record<string, (start: number) => Transform>> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  // Some servers leave out the wrapper that RFC 9110 asks for; its first byte always ends in 8.
  deflate: (start) => ((start & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw()),
  br: () => zlib.createBrotliDecompress(),
  ...zstd(),
};
export const ACCEPT_ENCODING = Object.keys(DECODERS)
  .filter((name) => name !== 'x-gzip')
  .join(', ');

/** Node has it from 22.15 on. */
function zstd(): Record<string, () => Transform> {
  const { createZstdDecompress: create } = zlib as { createZstdDecompress?: () => Transform };
  return create ? { zstd: create } : {};
}

/**
 * @param encoding the Content-Encoding header
 * @throws ReportedlyError `input-too-large`, `url-encoding`, `url-slow`; other errors are the connection's
 */
export async function readBody(
  body: Readable,
  encoding: string | null,
  policy: WebPolicy,
  input: string,
): Promise<Uint8Array> {
  const coding = encoding?.trim().toLowerCase() ?? '';
  const wire = watched(body, policy, input);
  if (coding === '' || coding === 'identity') return readUpTo(wire, policy.maxBytes, input);
  if (!Object.hasOwn(DECODERS, coding))
    throw cannotUnpack(input, `its packing ${JSON.stringify(coding.slice(0, 40))} is not known`);
  const first = await wire.next();
  // Nothing was sent, so nothing was packed.
  if (first.done) return new Uint8Array();
  const decoder = DECODERS[coding]!(first.value[0] ?? 0);
  let bytes: Uint8Array = new Uint8Array();
  try {
    await pipeline(withFirst(first.value, wire), decoder, async (unpacked: AsyncIterable<Uint8Array>) => {
      bytes = await readUpTo(unpacked, policy.maxBytes, input);
    });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (/^(Z_|ZSTD_|ERR_BROTLI|ERR__ERROR)/.test(code)) throw cannotUnpack(input, 'it is broken');
    throw error;
  }
  return bytes;
}

async function* withFirst(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** Counts what comes over the wire, and gives up on a body that is too large or drips. */
async function* watched(body: Readable, policy: WebPolicy, input: string): AsyncGenerator<Uint8Array> {
  const begun = performance.now();
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > policy.maxBytes) throw tooLarge(input, null, policy.maxBytes);
    const elapsed = performance.now() - begun;
    if (elapsed > policy.slowAfterMs && size < (policy.minBytesPerSecond * elapsed) / 1000) {
      throw new ReportedlyError('url-slow', {
        input,
        reason: `under ${policy.minBytesPerSecond} bytes a second`,
      });
    }
    yield chunk;
  }
}

function cannotUnpack(input: string, reason: string): ReportedlyError {
  return new ReportedlyError('url-encoding', { input, reason });
}
