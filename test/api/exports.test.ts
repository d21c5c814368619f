/** The routes of files that leave the ledger: each format, the table, and what is refused. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/5-ledger/index.ts';
import { FigureTable } from '../../src/7-publish/api/schemas/table.ts';
import { makeServer } from '../../src/7-publish/api/server.ts';
import { FORMATS } from '../../src/7-publish/exports/formats.ts';
import { synthetic } from '../ledger/synthetic.ts';
import { expectFits } from './fits.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-api-exports-'));
let ledger: Ledger;
let app: FastifyInstance;
beforeAll(async () => {
  ledger = await openLedger(folder);
  await ledger.record(Array.from({ length: 6 }, (_, i) => synthetic(i + 100)));
  app = await makeServer({ ledger, now: () => new Date('2017-10-20T12:00:00Z') });
});
afterAll(async () => {
  await app.close();
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string) =>
  app.inject({ method: 'GET', url: `/api/v1${url}`, headers: { host: '127.0.0.1:4710' } });

it.each(FORMATS)('%s is a file whose name says what it is', async (format) => {
  const response = await get(`/exports/${format}?unreviewed=true&certainty=asserted`);
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200);
  expect(response.headers['content-disposition']).toMatch(
    new RegExp(`^attachment; filename="reportedly-${format}-2017-10-20-machine-unreviewed\\.\\w+"$`),
  );
  expect(response.body.length).toBeGreaterThan(20);
});

it('lists what there is, and refuses what there is not', async () => {
  const names = (await get('/exports')).json().map(({ name }: { name: string }) => name);
  expect(names).toEqual(FORMATS);
  expect((await get('/exports/pdf')).json()).toMatchObject({ status: 404, code: 'format-unknown' });
  expect((await get('/exports/acled?delay=-1')).json()).toMatchObject({ status: 400, code: 'query-invalid' });
});

it('the table fits its schema, and has its twins', async () => {
  const table = (await get('/table?by=admin1&by=month&what=killed&unreviewed=true')).json();
  expectFits(FigureTable, table);
  expect(table.rows.length).toBeGreaterThan(0);
  expect((await get('/table.csv?unreviewed=true')).body).toMatch(/^admin1,admin1_code,week,from,to,killed,/);
  expect((await get('/table.hxl?unreviewed=true')).body.split('\n')[1]).toMatch(/^#adm1\+name,#adm1\+code,/);
  expect((await get('/table.xlsx?unreviewed=true')).rawPayload.subarray(0, 2).toString()).toBe('PK');
});

it('every page has its twins', async () => {
  const claim = (await get('/claims?limit=1')).json().rows[0];
  const [incident] = (await get('/incidents?limit=1')).json().rows;
  for (const page of [
    `/claims/${claim.id}`,
    `/documents/${claim.document.slice(7)}`,
    `/incidents/${incident.id}`,
  ]) {
    expect((await get(`${page}.json`)).json()).toEqual((await get(page)).json());
    expect((await get(`${page}.csv`)).body, page).toMatch(/^claim,text,/);
  }
  expect((await get('/ledger.json')).json()).toMatchObject({ coverage: { documents: 6 } });
});
