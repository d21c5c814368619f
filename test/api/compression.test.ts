/** Answers as small as the caller takes them, the same in meaning. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../src/7-publish/api/compress.ts';
import { makeServer } from '../../src/7-publish/api/server.ts';
import { readsNothing, type SmallServer, smallServer } from './support/small-server.ts';

const HOST = { host: '127.0.0.1:4710' };
const SCRIPT = 'export const words = "the same words again";\n'.repeat(200);
let server: SmallServer;
let app: FastifyInstance;
beforeAll(async () => {
  server = await smallServer({ now: () => new Date('2017-10-20T12:00:00Z') }, 8);
  const web = path.join(server.folder, 'web');
  mkdirSync(path.join(web, 'assets'), { recursive: true });
  writeFileSync(path.join(web, 'index.html'), '<!doctype html><title>Reportedly</title>');
  writeFileSync(path.join(web, 'assets', 'main-1.js'), SCRIPT);
  app = await makeServer({ ledger: server.ledger, openReader: readsNothing, web });
});
afterAll(async () => {
  await app.close();
  await server.close();
});

const get = (url: string, encoding?: string, more: Record<string, string> = {}) =>
  app.inject({ url, headers: { ...HOST, ...(encoding && { 'accept-encoding': encoding }), ...more } });

const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };

describe.each(['br', 'gzip'] as const)('as %s', (encoding) => {
  it.each([
    '/api/v1/claims',
    '/api/v1/claims.ndjson',
    '/api/v1/exports/claims?unreviewed=true',
    '/assets/main-1.js',
  ])('%s', async (url) => {
    const plain = await get(url);
    const packed = await get(url, encoding);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe(encoding);
    const length = packed.headers['content-length'] ?? packed.rawPayload.length;
    expect(Number(length)).toBe(packed.rawPayload.length);
    for (const answer of [plain, packed]) expect(answer.headers.vary).toContain('Accept-Encoding');
    expect(UNPACK[encoding](packed.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  });
});

it('a tag stands for the answer in any form', async () => {
  for (const url of ['/api/v1/claims', '/assets/main-1.js']) {
    const { etag } = (await get(url, 'br')).headers;
    expect(etag).toBe((await get(url)).headers.etag);
    const again = await get(url, 'gzip', { 'if-none-match': String(etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(again.headers['content-encoding']).toBeUndefined();
  }
});

it('an answer kept from before is the same, in the form that is asked for', async () => {
  const url = '/api/v1/claims?limit=20';
  const [first, second, plain] = [await get(url, 'gzip'), await get(url, 'br'), await get(url)];
  expect(gunzipSync(first.rawPayload).toString()).toBe(plain.body);
  expect(brotliDecompressSync(second.rawPayload).toString()).toBe(plain.body);
});

it('events, small answers, parts and archives go as they are', async () => {
  const events = await get('/api/v1/events?stay=false&since=0', 'br, gzip');
  expect(events.headers['content-encoding']).toBeUndefined();
  expect(events.body).toContain('event: claims');
  expect((await get('/api/v1/exports', 'identity')).headers['content-encoding']).toBeUndefined();
  expect((await get('/', 'br')).headers['content-encoding']).toBeUndefined();
  const part = await get('/assets/main-1.js', 'br', { range: 'bytes=0-9' });
  expect([part.statusCode, part.body]).toEqual([206, SCRIPT.slice(0, 10)]);
  expect((await get('/api/v1/table.xlsx', 'br')).headers['content-encoding']).toBeUndefined();
});

it.each([
  [undefined, null],
  ['', null],
  ['identity', null],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['br;q=0.5, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', null],
  ['*', 'br'],
  ['*;q=0', null],
  ['GZIP;q=1.0', 'gzip'],
])('%s takes %s', (header, encoding) => expect(accepted(header)).toBe(encoding));
