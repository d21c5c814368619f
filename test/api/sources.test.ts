/** Sources over HTTP: answers fit their schemas, come page by page, and hold no private person. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/5-ledger/index.ts';
import { SourceDetail, SourcePage } from '../../src/7-publish/api/schemas/sources.ts';
import { makeServer } from '../../src/7-publish/api/server.ts';
import { synthetic } from '../ledger/synthetic.ts';
import { inventedReport } from '../support/invented-report.ts';
import { expectFits } from './fits.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-sources-'));
let ledger: Ledger;
let app: FastifyInstance;

beforeAll(async () => {
  ledger = await openLedger(folder);
  await ledger.record([inventedReport(), ...[100, 101, 102].map((seed) => synthetic(seed))]);
  app = await makeServer({ ledger });
});
afterAll(async () => {
  await app.close();
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string) =>
  app.inject({ method: 'GET', url: `/api/v1${url}`, headers: { host: '127.0.0.1:4710' } });
async function json<T>(url: string): Promise<T> {
  const response = await get(url);
  expect(response.statusCode, `${url}: ${response.body.slice(0, 300)}`).toBe(200);
  return response.json();
}

describe('sources', () => {
  it('fit their schemas, in lists and one by one', async () => {
    const page = await json<SourcePage>('/sources');
    expectFits(SourcePage, page);
    expect(page.rows.length).toBeGreaterThan(1);
    for (const { name, claims } of page.rows) {
      const detail = await json<SourceDetail>(`/sources/${encodeURIComponent(name.toUpperCase())}`);
      expectFits(SourceDetail, detail);
      expect(detail.claims).toBe(claims);
    }
    expect((await get('/sources.csv')).body.trim().split('\n').length - 1).toBe(page.total);
  });

  it('come page by page without loss or repetition', async () => {
    const { total, rows } = await json<SourcePage>('/sources');
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page: SourcePage = await json(`/sources?limit=1${next ? `&cursor=${next}` : ''}`);
      seen.push(...page.rows.map(({ id }) => id));
      next = page.next;
    } while (next);
    expect(seen).toEqual(rows.map(({ id }) => id));
    expect(seen.length).toBe(total);
  });

  it.each([
    ['/sources/Nobody', 'source-not-found', 404],
    ['/sources?kind=liar', 'query-invalid', 400],
    ['/sources?cursor=abc', 'query-invalid', 400],
  ])('%s is refused', async (url, code, status) => {
    const response = await get(url);
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
  });
});
