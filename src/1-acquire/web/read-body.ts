/** Reads a body within its limits: bytes on the wire and unpacked, silence, and average speed. */
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ReportedlyError } from '../../errors.ts';
import { readUpTo, tooLarge } from '../limits.ts';
import type { WebPolicy } from './web-policy.ts';

/** One coding only: pages packed twice are attacks. What is not listed here is not asked for. */
const DECODERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};
export const ACCEPT_ENCODING = 'gzip, deflate, br';

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
  if (!(coding in DECODERS))
    throw cannotUnpack(input, `its packing ${JSON.stringify(coding.slice(0, 40))} is not known`);
  const decoder = DECODERS[coding as keyof typeof DECODERS]();
  let bytes: Uint8Array = new Uint8Array();
  try {
    await pipeline(wire, decoder, async (unpacked: AsyncIterable<Uint8Array>) => {
      bytes = await readUpTo(unpacked, policy.maxBytes, input);
    });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (/^(Z_|ERR_BROTLI|ERR__ERROR)/.test(code)) throw cannotUnpack(input, 'it is broken');
    throw error;
  }
  return bytes;
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
