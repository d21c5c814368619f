/** What is streamed, fed, tagged and added over the API. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { parseFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Job } from '../../src/7-publish/api/schemas/jobs.ts';
import { Release } from '../../src/7-publish/api/schemas/releases.ts';
import { verifyBundle } from '../../src/7-publish/bundle/verify-bundle.ts';
import { expectFits } from './fits.ts';
import { type SmallServer, smallServer } from './support/small-server.ts';

const HOST = { host: '127.0.0.1:4710' };
let server: SmallServer;
let app: FastifyInstance;
beforeAll(async () => {
  server = await smallServer({ now: () => new Date('2017-10-20T12:00:00Z') }, 5);
  app = server.app;
});
afterAll(() => server.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url: `/api/v1${url}`, headers: { ...HOST, ...headers } });

describe('NDJSON', () => {
  it.each(['claims', 'documents', 'incidents', 'decisions'])(
    'of %s holds what the list holds',
    async (list) => {
      const answer = await get(`/${list}.ndjson`);
      expect(answer.headers['content-type']).toMatch(/^application\/x-ndjson/);
      const rows = answer.body
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as object);
      const page = (await get(`/${list}${list === 'decisions' ? '' : '?limit=1000'}`)).json();
      expect(rows).toEqual(page.rows ?? page);
    },
  );
});

describe('ETags', () => {
  it('spare an answer that is as it was, until something is said', async () => {
    const first = await get('/claims');
    const tag = String(first.headers.etag);
    expect(tag).toMatch(/^W\/".+"$/);
    const again = await get('/claims', { 'if-none-match': tag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await server.ledger.decide([
      { who: 'rhea', why: null, decision: { type: 'reads-right', claim: server.known.claim } },
    ]);
    expect((await get('/claims', { 'if-none-match': tag })).statusCode).toBe(200);
    expect((await get('/claims/ffffffff')).headers.etag).toBeUndefined();
  });

  it('answers HEAD with the same headers and no body', async () => {
    const head = await app.inject({ method: 'HEAD', url: '/api/v1/claims', headers: HOST });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect(head.headers.etag).toBe((await get('/claims')).headers.etag);
  });
});

describe('feeds', () => {
  it.each([
    ['atom', 'atom', 'application/atom+xml'],
    ['feed', 'json', 'application/feed+json'],
  ])('claims.%s is a feed of a search', async (ending, format, type) => {
    const answer = await get(`/claims.${ending}?certainty=denied`);
    expect(answer.headers['content-type']).toContain(type);
    const feed = parseFeed(answer.body);
    expect(feed.format).toBe(format);
    const text = JSON.stringify(feed);
    expect(text).toContain('worded as denied');
    expect(text).toContain('reviewed by a person, as of 2017-10-20');
    expect(text).toContain(`urn:reportedly:claim:`);
    expect(text).not.toContain('worded as asserted');
  });

  it('cover private persons', async () => {
    for (const ending of ['atom', 'feed']) {
      const { body } = await get(`/claims.${ending}`);
      expect(body).not.toMatch(/Mirza|\bTal\b/);
      expect(body).toContain('█');
    }
  });

  it('with nothing found is a feed all the same', async () => {
    expect(parseFeed((await get('/claims.atom?text=zzzz')).body).format).toBe('atom');
  });
});

async function untilDone(id: string): Promise<Job> {
  for (;;) {
    const job = (await get(`/jobs/${id}`)).json<Job>();
    if (job.state === 'done') return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('adding', () => {
  const post = (payload: object | string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: '/api/v1/documents', headers: { ...HOST, ...headers }, payload });

  it('a text makes a job, whose result is a document of the ledger', async () => {
    const answer = await post({ text: 'Shells fell on Karsa.', given: { title: 'Shells' } });
    expect(answer.statusCode).toBe(202);
    expectFits(Job, answer.json());
    const job = await untilDone(answer.json().id);
    expect(answer.headers.location).toBe(`/api/v1/jobs/${job.id}`);
    expect(job.results).toMatchObject([{ isNew: true, problem: null }]);
    const { document } = job.results[0]!;
    expect((await get(`/documents/${document}/original`)).body).toBe('Shells fell on Karsa.');
    const again = await untilDone((await post({ text: 'Shells fell on Karsa.' })).json().id);
    expect(again.results).toMatchObject([{ isNew: false, document }]);
  });

  it('files of a form are each read, one that cannot be fails alone', async () => {
    const mark = '----reportedly';
    const part = (name: string, content: string) =>
      `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n`;
    const field = `--${mark}\r\ncontent-disposition: form-data; name="publisher"\r\n\r\nKarsa Post\r\n`;
    const body = `${field}${part('a.txt', 'One report.')}${part('/etc/b.txt', '')}--${mark}--\r\n`;
    const answer = await post(body, { 'content-type': `multipart/form-data; boundary=${mark}` });
    expect(answer.statusCode, answer.body).toBe(202);
    const { results } = await untilDone(answer.json().id);
    expect(results).toMatchObject([
      { input: 'a.txt', isNew: true },
      { input: 'b.txt', document: null, problem: { code: 'input-empty' } },
    ]);
    expect((await get(`/documents/${results[0]!.document}`)).json()).toMatchObject({
      record: { given: { publisher: 'Karsa Post' }, provenance: { how: 'upload', location: 'a.txt' } },
    });
  });

  it('an address goes to what fetches, and to no place on this machine', async () => {
    const answer = await post({ url: 'http://127.0.0.1:9/page' });
    expect((await untilDone(answer.json().id)).results).toMatchObject([{ problem: { code: 'url-refused' } }]);
  });

  it.each([
    [{}, 'it needs either text or url'],
    [{ text: 'a', url: 'http://b.example' }, 'it needs either text or url'],
    [{ url: '/etc/passwd' }, 'url'],
    [{ url: 'file:///etc/passwd' }, 'url'],
    [{ text: 'a', path: '/etc' }, ''],
    [{ text: 'a', given: { published: 'soon' } }, 'published'],
  ])('%j is refused', async (body, reason) => {
    const answer = await post(body);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'body-invalid']);
    expect(answer.json().detail).toContain(reason);
  });
});

describe('releases', () => {
  it('are made, listed, and packed as evidence', async () => {
    const made = await app.inject({
      method: 'POST',
      url: '/api/v1/releases',
      headers: HOST,
      payload: { name: 'first', who: 'rhea', why: null },
    });
    expect(made.statusCode, made.body).toBe(201);
    expectFits(Release, made.json());
    expect((await get('/releases')).json()).toEqual([made.json()]);
    const bundle = await get('/bundle.zip?release=first');
    expect(bundle.headers['content-type']).toBe('application/zip');
    const file = path.join(server.folder, 'bundle.zip');
    writeFileSync(file, bundle.rawPayload);
    expect(await verifyBundle(file)).toMatchObject({ intact: true });
    expect((await get('/bundle.zip?release=none')).statusCode).toBe(404);
  });
});

describe('events', () => {
  it('tell what was said since a statement', async () => {
    const answer = await get('/events?since=0&stay=false');
    expect(answer.headers['content-type']).toMatch(/^text\/event-stream/);
    const names = [...answer.body.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name);
    expect(names).toContain('claims');
    const head = Math.max(...[...answer.body.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id)));
    const nothing = await get('/events?stay=false', { 'last-event-id': String(head) });
    expect(nothing.body).not.toContain('event:');
  });

  it('come as jobs go on and claims come in', async () => {
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as { port: number };
    const base = `http://127.0.0.1:${port}/api/v1`;
    const stop = new AbortController();
    const stream = await fetch(`${base}/events`, { signal: stop.signal });
    let heard = '';
    const listening = (async () => {
      for await (const piece of stream.body!) heard += Buffer.from(piece).toString();
    })().catch(() => undefined);
    await fetch(`${base}/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'A report that is new.' }),
    });
    await expect.poll(() => heard, { timeout: 10_000 }).toMatch(/event: claims/);
    expect(heard).toMatch(/event: progress\ndata: \{.*"state":"done"/);
    stop.abort();
    await listening;
  });
});
