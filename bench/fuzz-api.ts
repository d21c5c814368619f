/** 20 000 requests made up from the OpenAPI document (`npm run bench -- fuzz-api [N] [SEED]`): no 5xx, no hang, nothing without a code. */
import { Fuzz, type OpenApi } from '../test/api/support/fuzz.ts';
import { smallServer } from '../test/api/support/small-server.ts';
import type { Figures } from './figures.ts';

const REQUESTS = 20_000;
const HOST = { host: '127.0.0.1:4710' };

export async function run(args: readonly string[] = []): Promise<Figures> {
  const [count = REQUESTS, seed = 1] = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const faults: unknown[] = [];
  const { app, known, ledger, close } = await smallServer({
    requestsPerMinute: Number.MAX_SAFE_INTEGER,
    onFault: (error) => faults.push(error),
  });
  const api = (await app.inject({ url: '/api/v1/openapi.json', headers: HOST })).json<OpenApi>();
  const fuzz = new Fuzz(api, [known.claim, known.document, known.document.slice(7), ...known.words], seed);
  const before = process.cpuUsage();
  const found = await fuzz.run(app, count, HOST);
  const { user, system } = process.cpuUsage(before);
  for (const fault of [...found, ...faults].slice(0, 20)) console.error(fault);
  const { intact, faults: broken } = await ledger.verify();
  for (const fault of broken) console.error(fault);
  await close();
  return {
    requests: count,
    Wrong: found.length + faults.length + (intact ? 0 : 1),
    cpuSeconds: Math.round((user + system) / 1e5) / 10,
  };
}
