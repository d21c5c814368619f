/**
 * Answers are sent as small as the caller takes them: brotli or gzip, over JSON, lists and the workbench's files. Streams stay
 * streams; server-sent events are left as they are, since a compressor would hold them back.
 */
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';

export type Encoding = 'br' | 'gzip';

const SMALL =
  /^(?:text\/(?!event-stream)|application\/(?:[\w.-]+\+)?(?:json|xml|javascript|wasm|x-ndjson|x-bibtex|manifest)|image\/svg)/;
/** Below this nothing is won. */
const LEAST = 1024;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const GZIP = { level: 5 };
const zipped = {
  br: (body: Buffer) => promisify(brotliCompress)(body, BROTLI),
  gzip: (body: Buffer) => promisify(gzip)(body, GZIP),
};

/** To be added after all that looks at answers as they are. */
export function addCompression(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!isSmaller(reply) || payload === null || payload === undefined) return payload;
    reply.header('vary', vary(reply));
    const encoding = accepted(request.headers['accept-encoding']);
    if (encoding === null || request.method !== 'GET') return payload;
    const stream = payload instanceof Readable;
    const body = stream ? null : Buffer.from(payload as string | Buffer);
    const length = body?.length ?? Number(reply.getHeader('content-length') ?? LEAST);
    if (length < LEAST) return payload;
    reply.header('content-encoding', encoding).removeHeader('content-length').removeHeader('accept-ranges');
    weaken(reply);
    if (body) return zipped[encoding](body);
    const through = encoding === 'br' ? createBrotliCompress(BROTLI) : createGzip(GZIP);
    const source = payload as Readable;
    source.on('error', (error) => through.destroy(error));
    through.on('close', () => source.destroy());
    return source.pipe(through);
  });
}

function isSmaller(reply: FastifyReply): boolean {
  const type = reply.getHeader('content-type');
  return (
    reply.statusCode === 200 &&
    typeof type === 'string' &&
    SMALL.test(type) &&
    reply.getHeader('content-encoding') === undefined
  );
}

/** The better of what the caller takes; null: neither. */
export function accepted(header: string | string[] | undefined): Encoding | null {
  const weights = new Map<string, number>();
  for (const part of [header ?? ''].flat().join(',').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((one) => one.trim());
    const q = parameters.find((one) => one.startsWith('q='));
    if (name !== '') weights.set(name, q ? Number(q.slice(2)) || 0 : 1);
  }
  const weight = (name: Encoding) => weights.get(name) ?? weights.get('*') ?? 0;
  if (weight('br') > 0 && weight('br') >= weight('gzip')) return 'br';
  return weight('gzip') > 0 ? 'gzip' : null;
}

function vary(reply: FastifyReply): string {
  const names = String(reply.getHeader('vary') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return [...new Set([...names, 'Accept-Encoding'])].join(', ');
}

/** The same in meaning, no longer byte for byte. */
function weaken(reply: FastifyReply): void {
  const tag = reply.getHeader('etag');
  if (typeof tag === 'string' && !tag.startsWith('W/')) reply.header('etag', `W/${tag}`);
}
