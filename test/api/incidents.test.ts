/** Incidents over HTTP: answers fit their schemas, filters, pages, and what is said later is taken in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/5-ledger/index.ts';
import { STANDINGS } from '../../src/6-reconcile/index.ts';
import type { IncidentDetail, IncidentPage } from '../../src/7-publish/api/schemas/incidents.ts';
import * as incidentSchemas from '../../src/7-publish/api/schemas/incidents.ts';
import { makeServer } from '../../src/7-publish/api/server.ts';
import { synthetic } from '../ledger/synthetic.ts';
import { inventedReport } from '../support/invented-report.ts';
import { expectFits } from './fits.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-incidents-'));
const reports = [inventedReport(), ...[100, 101, 102].map((seed) => synthetic(seed))];
let ledger: Ledger;
let app: FastifyInstance;

beforeAll(async () => {
  ledger = await openLedger(folder);
  await ledger.record(reports);
  app = await makeServer({ ledger, examples: new Set(reports.map(({ document }) => document.sha256)) });
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
const decide = async (decision: object) => {
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/decisions',
    headers: { host: '127.0.0.1:4710' },
    payload: { decisions: [{ who: 'rhea', why: 'one strike', decision }] },
  });
  expect(response.statusCode, response.body).toBe(201);
};

describe('incidents', () => {
  it('fit their schemas, in lists and one by one', async () => {
    const page = await json<IncidentPage>('/incidents');
    expectFits(incidentSchemas.IncidentPage, page);
    expect(page.rows.length).toBeGreaterThan(1);
    expect(page.rows.every(({ example }) => example)).toBe(true);
    expect(page.coverage).toContain('4 documents, 4 read, 0 not read');
    for (const { id, claims } of page.rows) {
      const detail = await json<IncidentDetail>(`/incidents/${id}`);
      expectFits(incidentSchemas.IncidentDetail, detail);
      expect(detail.claims.length).toBe(claims);
    }
  });

  it('are found by a claim in them, and give their claims as CSV', async () => {
    const { rows } = await json<IncidentPage>('/incidents');
    const detail = await json<IncidentDetail>(`/incidents/${rows[0]!.id}`);
    const byClaim = await json<IncidentDetail>(`/incidents/${detail.claims[0]!.id}`);
    expect(byClaim.incident.id).toBe(rows[0]!.id);
    const csv = await get(`/incidents/${rows[0]!.id}.csv`);
    expect(csv.headers['content-type']).toMatch(/^text\/csv/);
    expect(csv.body.trim().split('\n').length - 1).toBe(rows[0]!.claims);
    expect((await get('/incidents.csv')).body.trim().split('\n').length - 1).toBe(rows.length);
  });

  it('come page by page without loss or repetition', async () => {
    const { total } = await json<IncidentPage>('/incidents');
    const seen = new Set<string>();
    let next: string | null = null;
    do {
      const page: IncidentPage = await json(`/incidents?limit=1${next ? `&cursor=${next}` : ''}`);
      for (const { id } of page.rows) seen.add(id);
      next = page.next;
    } while (next);
    expect(seen.size).toBe(total);
  });

  it('are filtered by every field, alone and together', async () => {
    const { rows, total } = await json<IncidentPage>('/incidents');
    const [first] = rows;
    const dated = rows.find(({ from }) => from !== null)!;
    const placed = rows.find(({ place }) => place !== null)!;
    for (const [filter, wanted] of [
      [`type=${first!.types[0]}`, first!],
      [`from=${dated.from}&to=${dated.to ?? dated.from}`, dated],
      [`place=${encodeURIComponent(placed.place!)}`, placed],
      [`text=${encodeURIComponent(first!.summary.split(' ').slice(0, 3).join(' '))}`, first!],
      [STANDINGS.map((one) => `standing=${one}`).join('&'), first!],
    ] as const) {
      const page = await json<IncidentPage>(`/incidents?${filter}`);
      expect(page.total, filter).toBeLessThanOrEqual(total);
      expect(
        page.rows.map(({ id }) => id),
        filter,
      ).toContain(wanted.id);
    }
    for (const none of ['place=Nowhere', 'country=ZZ', 'from=2099', 'to=1900', 'text=zzzzzz'])
      expect((await json<IncidentPage>(`/incidents?${none}`)).total, none).toBe(0);
  });

  it.each([
    ['/incidents?nonsense=1', 'query-invalid', 400],
    ['/incidents?standing=true', 'query-invalid', 400],
    ['/incidents?cursor=abc', 'query-invalid', 400],
    ['/incidents/R-ZZZZZZ', 'incident-not-found', 404],
    ['/incidents/R-ZZZZZZ.csv', 'incident-not-found', 404],
  ])('%s is refused', async (url, code, status) => {
    const response = await get(url);
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
  });

  it('follow what people decide, at once', async () => {
    const { rows, total } = await json<IncidentPage>('/incidents');
    const [a, b] = rows;
    await decide({ type: 'merge', what: 'incident', into: a!.id, from: [b!.id] });
    const merged = await json<IncidentPage>('/incidents');
    expect(merged.total).toBe(total - 1);
    const one = merged.rows.find(({ id }) => id === a!.id)!;
    expect(one.claims).toBe(a!.claims + b!.claims);
    expect(one.decided.length).toBe(1);
    const { claims } = await json<IncidentDetail>(`/incidents/${a!.id}`);
    await decide({ type: 'reject', claim: claims.at(-1)!.id });
    expect((await json<IncidentDetail>(`/incidents/${a!.id}`)).claims.length).toBe(claims.length - 1);
    // As it stood before anything was decided.
    const { rows: log } = await json<{ rows: { seq: number }[] }>('/decisions').then((all) => ({
      rows: all as unknown as { seq: number }[],
    }));
    const before = Math.min(...log.map(({ seq }) => seq)) - 1;
    expect((await json<IncidentPage>(`/incidents?asOf=${before}`)).total).toBe(total);
  });

  it('name what people decided of incidents that are gone', async () => {
    const { rows, withoutEffect } = await json<IncidentPage>('/incidents');
    expect(withoutEffect).toEqual([]);
    const [a, b] = rows.filter(({ decided }) => decided.length === 0);
    await decide({ type: 'merge', what: 'incident', into: a!.id, from: [b!.id] });
    const { claims } = await json<IncidentDetail>(`/incidents/${a!.id}`);
    for (const { id } of claims) await decide({ type: 'reject', claim: id });
    const after = await json<IncidentPage>('/incidents');
    expect(after.withoutEffect.length).toBe(1);
    expectFits(incidentSchemas.IncidentPage, after);
  });
});
