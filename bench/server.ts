/**
 * The claim list over HTTP beside the bare framework giving the same bytes, in turns in one run (`npm run bench -- server`).
 * `asked again`: the same page, as people who work side by side ask for it; `asked anew`: each time another page.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import fastify, { type FastifyInstance } from 'fastify';
import Type from 'typebox';
import { openLedger } from '../src/5-ledger/index.ts';
import { makeServer } from '../src/7-publish/api/server.ts';
import { synthetic } from '../test/ledger/synthetic.ts';
import type { Figures } from './figures.ts';

const DOCUMENTS = 500;
const ROUNDS = 3;
const SECONDS = 3;
const LIST = '/api/v1/claims?certainty=asserted&limit=20';

export async function run(): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-bench-server-'));
  const ledger = await openLedger(folder);
  for (let i = 0; i < DOCUMENTS; i += 100)
    await ledger.record(Array.from({ length: 100 }, (_, j) => synthetic(i + j)));
  const app = await makeServer({ ledger, requestsPerMinute: Number.MAX_SAFE_INTEGER });
  const page = (await app.inject({ url: LIST, headers: { host: '127.0.0.1' } })).json<object>();
  const bare = bareServer(page);
  const [ours, theirs] = [await start(app), await start(bare)];
  const anew = Array.from(
    { length: 400 },
    (_, i) => `/api/v1/claims?certainty=asserted&limit=20&timeFrom=${1000 + i}`,
  );
  try {
    const ratios = { again: [] as number[], anew: [] as number[] };
    const seen = { again: 0, anew: 0, bare: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const base = await perSecond(theirs, [LIST]);
      const again = await perSecond(ours, [LIST]);
      // Something is said, so that nothing that was answered is still so.
      await ledger.record([synthetic(10_000 + round)]);
      const fresh = await perSecond(ours, anew);
      ratios.again.push(again / base);
      ratios.anew.push(fresh / base);
      Object.assign(seen, { again, anew: fresh, bare: base });
    }
    return {
      bareRequestsPerSecond: Math.round(seen.bare),
      askedAgainRequestsPerSecond: Math.round(seen.again),
      askedAnewRequestsPerSecond: Math.round(seen.anew),
      askedAgainOfBare: rounded(median(ratios.again)),
      askedAnewOfBare: rounded(median(ratios.anew)),
    };
  } finally {
    await app.close();
    await bare.close();
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The framework with nothing around it: the same object, the query validated, sent as JSON. */
function bareServer(page: object): FastifyInstance {
  const app = fastify({ forceCloseConnections: true });
  const querystring = Type.Object({ certainty: Type.String(), limit: Type.Integer() });
  app.get('/api/v1/claims', { schema: { querystring } }, async () => page);
  return app;
}

async function start(app: FastifyInstance): Promise<string> {
  return app.listen({ host: '127.0.0.1', port: 0 });
}

async function perSecond(url: string, paths: readonly string[]): Promise<number> {
  const result = await autocannon({
    url,
    connections: 32,
    duration: SECONDS,
    requests: paths.map((one) => ({ method: 'GET', path: one })),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return result.requests.average;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const rounded = (value: number) => Math.round(value * 100) / 100;
