/** ETags: an answer about the ledger changes only when something is said in it, so its tag is the last statement's number. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Ledger } from '../../5-ledger/index.ts';
import { KeptAnswers } from './kept-answers.ts';

/** Addresses whose answers are made of the ledger alone. */
const OF_THE_LEDGER =
  /^\/api\/v1\/(ledger|claims|facets|documents|articles|readings|incidents|decisions|sources|map|timeline|cells|code-lists)(?=[/.]|$)/;

/** Another program may answer otherwise. */
const PROGRAM = randomBytes(4).toString('hex');
const JSON_TYPE = 'application/json; charset=utf-8';

export function addETags(app: FastifyInstance, ledger: Ledger, now: () => Date): void {
  const kept = new KeptAnswers();
  // After the gate, before the query is looked at: only what was answered before is answered here.
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return;
    if (!OF_THE_LEDGER.test(request.routeOptions.url ?? '')) return;
    // The day stands in what goes with lists.
    const tag = `W/"${await ledger.head()}.${now().toISOString().slice(0, 10)}.${PROGRAM}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    const answer = request.method === 'GET' ? kept.get(request.url, tag) : null;
    if (answer === null) return;
    if (isKnown(request, tag)) return reply.code(304).send();
    return reply.type(JSON_TYPE).send(answer);
  });
  app.addHook('preHandler', async (request, reply) => {
    const tag = reply.getHeader('etag');
    if (typeof tag === 'string' && isKnown(request, tag)) return reply.code(304).send();
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const tag = reply.getHeader('etag');
    const isAnswer = typeof payload === 'string' && typeof tag === 'string' && tag.startsWith('W/');
    if (isAnswer && request.method === 'GET' && reply.statusCode === 200) {
      if (reply.getHeader('content-type') === JSON_TYPE) kept.keep(request.url, tag, payload);
    }
    return payload;
  });
}

const isKnown = ({ headers }: FastifyRequest, tag: string): boolean =>
  headers['if-none-match']?.split(',').some((one) => one.trim() === tag) ?? false;
