/** Every address of the API, asked for what it was made for and for what it was not: it refuses with a code and goes on. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Fuzz, type OpenApi } from './support/fuzz.ts';
import { type SmallServer, smallServer } from './support/small-server.ts';

const HOST = { host: '127.0.0.1:4710' };
const faults: unknown[] = [];
let server: SmallServer;

beforeAll(async () => {
  server = await smallServer({ requestsPerMinute: 1e6, onFault: (error) => faults.push(error) });
});
afterAll(() => server.close());

it('answers 500 requests made up from its OpenAPI document', { timeout: 60_000 }, async () => {
  const { app, known } = server;
  const api = (await app.inject({ url: '/api/v1/openapi.json', headers: HOST })).json<OpenApi>();
  const fuzz = new Fuzz(api, [known.claim, known.document, known.document.slice(7), ...known.words], 11);
  const found = await fuzz.run(app, 500, HOST);
  expect([found, faults]).toEqual([[], []]);
  expect((await app.inject({ url: '/api/v1/verify', headers: HOST })).json()).toMatchObject({ intact: true });
});
