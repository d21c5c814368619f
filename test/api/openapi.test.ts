/** The OpenAPI document: valid, with named components, shown by pages that ask nothing of anybody else. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallServer, smallServer } from './support/small-server.ts';

let server: SmallServer;
let app: FastifyInstance;
beforeAll(async () => {
  server = await smallServer({}, 1);
  app = server.app;
});
afterAll(() => server.close());

const get = (url: string) => app.inject({ url, headers: { host: '127.0.0.1:4710' } });

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: { name: string; in: string; required: boolean; schema: object }[];
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}

describe('the OpenAPI document', () => {
  it('names each operation once, says what it does, and what comes back', async () => {
    const api = (await get('/api/v1/openapi.json')).json<{
      openapi: string;
      paths: Record<string, Record<string, Operation>>;
      tags: { name: string }[];
    }>();
    expect(api.openapi).toBe('3.1.0');
    const ids = new Set<string>();
    const tags = new Set(api.tags.map(({ name }) => name));
    for (const [path, methods] of Object.entries(api.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const [method, operation] of Object.entries(methods)) {
        const { operationId, summary, responses, parameters = [] } = operation;
        const where = `${method} ${path}`;
        expect(ids, where).not.toContain(operationId);
        ids.add(operationId);
        expect(summary, where).toBeTruthy();
        expect(tags, where).toContain(operation.tags[0]);
        expect(
          parameters.filter((one) => one.in === 'path').map(({ name }) => name),
          where,
        ).toEqual(inPath);
        const good = Object.keys(responses).filter((status) => status.startsWith('2'));
        expect(good.length, where).toBe(1);
        expect(responses[good[0]!]!.description, where).toBeTypeOf('string');
        if (good[0] !== '204') expect(responses[good[0]!]!.content, where).toBeTruthy();
        expect(responses.default!.content, where).toHaveProperty(['application/problem+json']);
      }
    }
  });

  it('is shown by pages of our own, under a policy without inline scripts', async () => {
    const page = await get('/api/v1/docs/');
    expect(page.statusCode).toBe(200);
    const scripts = [...page.body.matchAll(/<script([^>]*)>([^<]*)</g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, inline] of scripts) {
      expect(attributes).toMatch(/src="[./]/);
      expect(inline!.trim()).toBe('');
    }
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
    const initializer = await get('/api/v1/docs/static/swagger-initializer.js');
    expect(initializer.statusCode).toBe(200);
    expect((await get('/api/v1/docs/static/swagger-ui-bundle.js')).statusCode).toBe(200);
  });
});
