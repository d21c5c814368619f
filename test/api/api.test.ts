/** The API's contract: every answer fits its schema, every refusal is a problem with a code. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/5-ledger/index.ts';
import * as claimSchemas from '../../src/7-publish/api/schemas/claims.ts';
import { Problem } from '../../src/7-publish/api/schemas/common.ts';
import * as documentSchemas from '../../src/7-publish/api/schemas/documents.ts';
import * as overviewSchemas from '../../src/7-publish/api/schemas/overview.ts';
import { makeServer } from '../../src/7-publish/api/server.ts';
import { csvCell } from '../../src/7-publish/cli/claims-csv.ts';
import { synthetic } from '../ledger/synthetic.ts';
import { inventedReport } from '../support/invented-report.ts';
import { expectFits } from './fits.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-api-'));
const invented = inventedReport();
const documentOf = invented.document.sha256;
let ledger: Ledger;
let app: FastifyInstance;

beforeAll(async () => {
  ledger = await openLedger(folder);
  await ledger.record([invented, ...Array.from({ length: 20 }, (_, i) => synthetic(i + 100))]);
  app = await makeServer({
    ledger,
    examples: new Set([documentOf]),
    now: () => new Date('2017-10-20T12:00:00Z'),
  });
});
afterAll(async () => {
  await app.close();
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url: `/api/v1${url}`, headers: { host: '127.0.0.1:4710', ...headers } });

async function json<T>(url: string): Promise<T> {
  const response = await get(url);
  expect(response.statusCode, `${url}: ${response.body.slice(0, 300)}`).toBe(200);
  return response.json();
}

async function refused(url: string, code: string, status: number) {
  const response = await get(url);
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect([response.statusCode, response.json().code]).toEqual([status, code]);
  expect(Value.Check(Problem, response.json())).toBe(true);
}

describe('answers fit their schemas, with nothing beyond them', () => {
  const { ClaimPage, Facet, StandingClaim, DecisionEntry } = claimSchemas;
  const { LedgerInfo, DocumentPage, DocumentDetail, ArticleDetail, ArticlePage } = documentSchemas;
  const lists = (schema: unknown) => ({ type: 'array', items: schema });
  it.each([
    ['/ledger', LedgerInfo],
    ['/claims?limit=50', ClaimPage],
    ['/claims.json?text=soldiers', ClaimPage],
    ['/facets?field=certainty&field=source&field=timeMonth', lists(Facet)],
    ['/documents', DocumentPage],
    [`/documents/${documentOf}`, DocumentDetail],
    [`/documents/${documentOf.slice(7)}/article`, ArticleDetail],
    ['/articles?text=mill', ArticlePage],
    [`/claims/${invented.reading!.claims[1]!.id}`, StandingClaim],
    ['/map?certainty=asserted', overviewSchemas.ClaimMap],
    ['/timeline.json?bars=type&over=published', overviewSchemas.Timeline],
    ['/decisions', lists(DecisionEntry)],
  ])('%s', async (url, schema) => expectFits(schema, await json(url)));
});

interface Page {
  rows: { id: string; certainty: string; place: unknown; example: boolean; snippet?: { text: string } }[];
  next: string | null;
  total: number | null;
}

describe('claims', () => {
  it('are filtered by every field, alone and together', async () => {
    const { total } = await json<Page>('/claims');
    for (const filter of [
      'certainty=denied&certainty=hedged',
      'type=',
      'type=shelling-artillery-missile',
      'source=Northern%20Front',
      'nearest=',
      'nearestKind=author',
      'outermost=Norland%20Radio',
      'by=Norland&kind=event',
      'against=Nobody',
      'party=Hill%20Guard',
      'place=&place=Karsa',
      'country=XN&admin1=East',
      'placeStatus=none',
      'precision=exact',
      'box=40,34,41,36',
      'placed=true',
      'timeFrom=2017-10-01&timeTo=2017-10-10',
      'dated=false',
      'publishedFrom=2017-06&publishedTo=2017-09-30',
      'publisher=',
      'language=en',
      'effect=killed&whom=soldiers&atLeast=10',
      'review=undecided&origin=machine&withdrawn=false',
      'undecidedBy=me',
      'engine=0.1.0',
      `document=${documentOf}`,
    ]) {
      const page = await json<Page>(`/claims?${filter}`);
      expect(page.total, filter).toBeLessThanOrEqual(total!);
      const counted = await get(`/claims.csv?${filter}`);
      expect(counted.body.trim().split('\n').length - 1, filter).toBe(page.total);
    }
  });

  it('come page by page without loss or repetition', async () => {
    const seen = new Set<string>();
    let next: string | null = '';
    let total = 0;
    do {
      const page: Page = await json(`/claims?limit=17&sort=published${next ? `&cursor=${next}` : ''}`);
      total = page.total ?? total;
      for (const { id } of page.rows) seen.add(id);
      next = page.next;
    } while (next);
    expect(seen.size).toBe(total);
  });

  it('are found by their words, with snippets, and examples are marked', async () => {
    const { rows } = await json<Page>('/claims?text=mill');
    expect(rows[0]).toMatchObject({ example: true, snippet: { text: expect.stringContaining('mill') } });
  });

  it('keep private persons out of facets', async () => {
    const facets =
      await json<{ values: { value: string }[]; privatePersons: number }[]>('/facets?field=source');
    expect(facets[0]!.values.map(({ value }) => value)).not.toContain('Mirza Tal');
    expect(facets[0]!.privatePersons).toBeGreaterThan(0);
  });

  it('as CSV run no formula', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝']) {
      expect(csvCell(`${start}1`)).toMatch(/^"?'/);
    }
  });
});

describe('decisions', () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/decisions',
      headers: { host: 'localhost:4710', ...headers },
      payload: body as object,
    });

  it('are recorded and change how the claim stands', async () => {
    const claim = invented.reading!.claims[4]!.id;
    const decision = { who: 'rhea', why: 'as it says', decision: { type: 'reads-right', claim } };
    const response = await post({ decisions: [decision] });
    expect(response.statusCode).toBe(201);
    expect(await json(`/claims/${claim}`)).toMatchObject({
      review: 'reads-right',
      decisions: [{ who: 'rhea' }],
    });
    expect(await json('/ledger')).toMatchObject({ coverage: { reviewed: 1 } });
  });

  it.each([
    ['no list', {}, 400, 'body-invalid'],
    [
      'an unknown claim',
      { decisions: [{ who: 'a', why: null, decision: { type: 'reject', claim: 'ffff' } }] },
      404,
      'not-in-ledger',
    ],
    [
      'a decision of no kind',
      { decisions: [{ who: 'a', why: null, decision: { type: 'bless' } }] },
      422,
      'decision-invalid',
    ],
  ])('with %s are refused', async (_, body, status, code) => {
    const response = await post(body);
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
  });

  it('asked for by a page of another site are refused', async () => {
    const response = await post({ decisions: [] }, { origin: 'https://evil.example' });
    expect([response.statusCode, response.json().code]).toEqual([403, 'origin-refused']);
  });
});

describe('what does not fit is refused', () => {
  it.each([
    ['/claims?nonsense=1', 'query-invalid', 400],
    ['/claims?limit=0', 'query-invalid', 400],
    ['/claims?certainty=sure', 'query-invalid', 400],
    ['/claims?cursor=abc', 'query-invalid', 400],
    ['/claims?text=-only', 'query-invalid', 400],
    ['/claims?timeFrom=yesterday', 'query-invalid', 400],
    ['/claims?box=1,2,3', 'query-invalid', 400],
    ['/claims/ffffffff', 'not-in-ledger', 404],
    ['/claims/NO', 'query-invalid', 400],
    [`/documents/${'0'.repeat(64)}`, 'not-in-ledger', 404],
    [`/documents/${'0'.repeat(64)}/article`, 'not-in-ledger', 404],
    [`/documents/${'0'.repeat(64)}/original`, 'not-in-ledger', 404],
    ['/documents/..%2f..%2fetc', 'query-invalid', 400],
    ['/readings/none', 'not-in-ledger', 404],
    ['/facets', 'query-invalid', 400],
    ['/nothing', 'route-unknown', 404],
  ])('%s', async (url, code, status) => refused(url, code, status));

  it('a host that is not this machine (DNS rebinding)', async () => {
    for (const host of ['evil.example', 'evil.example:4710', '127.0.0.1.evil.example']) {
      expect((await get('/ledger', { host })).json().code, host).toBe('host-refused');
    }
    for (const host of ['localhost', '127.0.0.1:1', '[::1]:4710']) {
      expect((await get('/ledger', { host })).statusCode, host).toBe(200);
    }
  });
});

describe('the rest', () => {
  it('gives originals to save, never to show', async () => {
    const response = await get(`/documents/${documentOf}/original`);
    expect(response.rawPayload).toEqual(Buffer.from(invented.document.bytes));
    expect(response.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment/),
      'x-content-type-options': 'nosniff',
    });
  });

  it('allows no inline script', async () => {
    const policy = (await get('/ledger')).headers['content-security-policy'];
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  it('verifies', async () => expect(await json('/verify')).toMatchObject({ intact: true }));

  it('describes every route in OpenAPI 3.1', async () => {
    const api = await json<{
      openapi: string;
      paths: Record<string, object>;
      components: { schemas: object };
    }>('/openapi.json');
    expect(api.openapi).toBe('3.1.0');
    expect(Object.keys(api.paths)).toEqual(
      expect.arrayContaining(['/api/v1/claims', '/api/v1/claims.csv', '/api/v1/documents/{sha256}/article']),
    );
    expect(Object.keys(api.components.schemas)).toEqual(
      expect.arrayContaining(['ClaimItem', 'ClaimPage', 'ArticleDetail', 'Problem']),
    );
    const refs = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref!);
    for (const ref of new Set(refs)) {
      expect(ref).toMatch(/^#\/components\/schemas\//);
      expect(api.components.schemas).toHaveProperty([ref.split('/').at(-1)!]);
    }
  });
});
