/** What programs owe to hosts: robots.txt, one at a time, a pace, and rest where it is asked for; and what they say of themselves. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackServer, loopbackServer } from '../../../../test/support/loopback-server.ts';
import { userAgent, webPolicy } from '../web-policy.ts';
import { WebSession } from './web-session.ts';

let server: LoopbackServer;
let robots: { status: number; text: string };
let headers: Record<string, unknown>;
const times: number[] = [];
beforeAll(async () => {
  server = await loopbackServer((request, response) => {
    if (request.url === '/robots.txt') {
      response.writeHead(robots.status, { 'content-type': 'text/plain' }).end(robots.text);
      return;
    }
    times.push(performance.now());
    headers = request.headers;
    if (request.url === '/busy') response.writeHead(429, { 'retry-after': '3600' }).end();
    else if (request.url === '/away') response.writeHead(302, { location: '/closed/x' }).end();
    else if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { 'content-type': 'text/plain', etag: '"1"' }).end('Two shells fell.');
  });
});
afterAll(() => server.close());
beforeEach(() => {
  robots = {
    status: 200,
    text: 'User-agent: *\nDisallow: /closed/\n\nUser-agent: Reportedly\nDisallow: /closed/\nAllow: /closed/open\n',
  };
  server.asked.length = 0;
  times.length = 0;
});

const session = (settings = {}) =>
  new WebSession(webPolicy({ allowHosts: [server.host], hostEveryMs: 0, ...settings }));
const asking = { byProgram: true, signal: null };
const code = (fetching: Promise<unknown>) =>
  fetching.then(
    () => 'fetched',
    (error: { code: string }) => error.code,
  );

describe('robots.txt', () => {
  it('holds for what a program asks for, redirects too, and is asked once', async () => {
    const one = session();
    expect(await code(one.fetch(server.url('/closed/x'), asking))).toBe('url-disallowed');
    expect(await code(one.fetch(server.url('/closed/open'), asking))).toBe('fetched');
    expect(await code(one.fetch(server.url('/away'), asking))).toBe('url-disallowed');
    expect(server.asked).toEqual(['/robots.txt', '/closed/open', '/away']);
  });

  it('does not for what a person names', async () => {
    expect(await code(session().fetch(server.url('/closed/x'), { byProgram: false, signal: null }))).toBe(
      'fetched',
    );
    expect(server.asked).toEqual(['/closed/x']);
  });

  it('that is missing closes nothing, that cannot be had closes all for now', async () => {
    robots = { status: 404, text: '' };
    expect(await code(session().fetch(server.url('/closed/x'), asking))).toBe('fetched');
    robots = { status: 500, text: '' };
    const one = session();
    expect(await code(one.fetch(server.url('/x'), asking))).toBe('url-status');
    robots = { status: 200, text: '' };
    expect(await code(one.fetch(server.url('/x'), asking))).toBe('fetched');
  });
});

describe('the pace', () => {
  it('is kept between requests to one host, and slower where robots.txt asks for it', async () => {
    const some = async (one: WebSession) => {
      times.length = 0;
      await Promise.all([1, 2, 3].map((n) => one.fetch(server.url(`/${n}`), asking)));
      return times.slice(1).map((time, i) => time - times[i]!);
    };
    for (const gap of await some(session({ hostEveryMs: 120 }))) expect(gap).toBeGreaterThan(60);
    robots.text = 'User-agent: *\nCrawl-delay: 0.2\n';
    for (const gap of await some(session())) expect(gap).toBeGreaterThan(120);
  });

  it('rests where the host asks for it', async () => {
    const one = session();
    expect(await code(one.fetch(server.url('/busy'), asking))).toBe('url-busy');
    expect(await code(one.fetch(server.url('/x'), asking))).toBe('url-busy');
    expect(server.asked).toEqual(['/robots.txt', '/busy']);
  });
});

describe('what is asked', () => {
  it('is only what is new, where the server tells', async () => {
    const first = await session().fetchIfChanged(server.url('/x'), asking);
    const conditions = { etag: first.headers.etag ?? null };
    const second = await session().fetchIfChanged(server.url('/x'), { ...asking, conditions });
    expect([first.page === null, second.page === null, second.status]).toEqual([false, true, 304]);
  });

  it('names the program and the contact, and nothing of the machine', async () => {
    await session({ contact: 'https://desk.example/(bot)\r\nX-Evil: 1' }).fetch(server.url('/x'), asking);
    expect(headers['user-agent']).toMatch(
      /^Mozilla\/5\.0 \(compatible; Reportedly\/[\d.]+; \+https:\/\/desk\.example\/botX-Evil: 1\)$/,
    );
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'host',
      'user-agent',
    ]);
    expect(userAgent({ contact: null })).not.toMatch(/node|linux|undici/i);
  });
});
