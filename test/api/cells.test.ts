/** Cells of incidents over HTTP: coded, told with the derived value, flagged when the evidence changes, undone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Decision, type Ledger, openLedger } from '../../src/5-ledger/index.ts';
import * as schemas from '../../src/7-publish/api/schemas/cells.ts';
import type { IncidentDetail, IncidentPage } from '../../src/7-publish/api/schemas/incidents.ts';
import { makeServer } from '../../src/7-publish/api/server.ts';
import { synthetic } from '../ledger/synthetic.ts';
import { inventedReport } from '../support/invented-report.ts';
import { expectFits } from './fits.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-cells-'));
let ledger: Ledger;
let app: FastifyInstance;
let incident: string;
let dated: string[];

beforeAll(async () => {
  ledger = await openLedger(folder);
  // Published after what they tell of: a day that was not yet over dates nothing.
  const given = { published: '2017-11-20' };
  await ledger.record([inventedReport(), ...[100, 101, 102].map((seed) => synthetic(seed, { given }))]);
  app = await makeServer({ ledger });
  const { rows } = await json<IncidentPage>('/incidents');
  const told = [];
  for (const { id, from } of rows) {
    const { claims } = await json<IncidentDetail>(`/incidents/${id}`);
    const asserted = claims.filter(({ certainty, time }) => certainty === 'asserted' && time !== null);
    if (from !== null && asserted.length === claims.length) told.push({ id, claims });
  }
  // Of the claims of two, so that it stays when one of them goes.
  const [first, second] = told;
  incident = first!.id;
  dated = [...first!.claims, ...second!.claims].map(({ id }) => id);
  const merge: Decision = { type: 'merge', what: 'incident', into: incident, from: [second!.id] };
  await ledger.decide([{ who: 'rhea', why: 'one day', decision: merge }]);
}, 60_000);
afterAll(async () => {
  await app.close();
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const headers = { host: '127.0.0.1:4710' };
const get = (url: string) => app.inject({ method: 'GET', url: `/api/v1${url}`, headers });
async function json<T>(url: string): Promise<T> {
  const response = await get(url);
  expect(response.statusCode, `${url}: ${response.body.slice(0, 300)}`).toBe(200);
  return response.json();
}
const post = (url: string, payload: object) =>
  app.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload });
const code = (cell: string, value: unknown, more: object = {}) =>
  post(`/incidents/${incident}/coding`, {
    ...{ who: 'rhea', why: 'the hospital list', profile: 'incidents', cell, value },
    ...more,
  });
const cell = async (name: string, asOf = ''): Promise<schemas.Cell> => {
  const cells = await json<schemas.Cell[]>(`/incidents/${incident}/coding?profile=incidents${asOf}`);
  for (const one of cells) expectFits(schemas.Cell, one);
  return cells.find((one) => one.cell === name)!;
};

describe('cells', () => {
  it('are derived until a person codes them; the derived value stays beside it', async () => {
    const before = await cell('reports');
    expect(before).toMatchObject({ value: before.derived, coded: null });
    expect(before.claims).toEqual([...dated].sort());
    const said = (await code('reports', 5)).json();
    expect(await cell('reports')).toMatchObject({
      value: 5,
      derived: before.derived,
      coded: { who: 'rhea', derivedThen: before.derived, evidenceChanged: false, seq: said.seq },
    });
    expect((await cell('reports', `&asOf=${said.seq - 1}`)).coded).toBeNull();
    expect(await json('/cells?changed=true')).toEqual([]);
  });

  it('say when the evidence changed since they were coded, and keep what was coded', async () => {
    await ledger.decide([{ who: 'rhea', why: null, decision: { type: 'reject', claim: dated.at(-1)! } }]);
    expect(await cell('reports')).toMatchObject({ value: 5, coded: { evidenceChanged: true } });
    const [entry] = await json<schemas.CodedEntry[]>('/cells?changed=true');
    expectFits(schemas.CodedEntry, entry);
    const { seq } = entry!.cell;
    await ledger.decide([{ who: 'rhea', why: 'wrong day', decision: { type: 'undo', decision: seq } }]);
    expect((await cell('reports')).coded).toBeNull();
  });

  it('of own fields take the codes of their list, set over HTTP', async () => {
    const codes = [{ code: 'N', label: 'North' }];
    const list = { who: 'rhea', why: null, name: 'front', codes };
    expect((await post('/code-lists', list)).statusCode).toBe(201);
    expect(await json<schemas.CodeList[]>('/code-lists')).toMatchObject([{ name: 'front', codes }]);
    const own = { profile: 'own' };
    expect((await code('front', 'N', own)).statusCode).toBe(201);
    expect((await code('front', 'W', own)).json().code).toBe('decision-invalid');
    expect(await json(`/incidents/${incident}/coding?profile=own`)).toMatchObject([
      // Nothing derives it, so that nothing can change either.
      { cell: 'front', value: 'N', derived: null, codes, coded: { evidenceChanged: false } },
    ]);
  });

  it('refuse an unknown profile, cell or incident, and coding without a reason', async () => {
    expect((await code('weather', 'fine')).json().code).toBe('not-in-ledger');
    expect((await code('country', 'SY', { profile: 'none' })).json().code).toBe('not-in-ledger');
    expect((await code('country', 'SY', { why: ' ' })).json().code).toBe('decision-invalid');
    expect((await get('/incidents/RP-ZZZZZZ/coding?profile=incidents')).json().code).toBe(
      'incident-not-found',
    );
  });
});
