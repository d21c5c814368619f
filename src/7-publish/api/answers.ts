/** ETags: an answer about the ledger changes only when something is said in it, so its tag is the last statement's number. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Ledger } from '../../5-ledger/index.ts';

/** Addresses whose answers are made of the ledger alone. */
const OF_THE_LEDGER =
  /^\/api\/v1\/(ledger|claims|facets|documents|articles|readings|incidents|decisions)(?=[/.]|$)/;

/** Another program may answer otherwise. */
const PROGRAM = randomBytes(4).toString('hex');

export function addETags(app: FastifyInstance, ledger: Ledger, now: () => Date): void {
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return;
    if (!OF_THE_LEDGER.test(request.routeOptions.url ?? '')) return;
    const { rows } = await ledger.log({ limit: 1 });
    // The day stands in what goes with lists.
    const tag = `W/"${rows[0]?.seq ?? 0}.${now().toISOString().slice(0, 10)}.${PROGRAM}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    const known = request.headers['if-none-match'];
    if (known?.split(',').some((one) => one.trim() === tag)) return reply.code(304).send();
  });
}
