/** Servers that misbehave: each must end in the right coded error, in time and within memory. */
import { createServer } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopbackServer, loopbackServer } from '../../../test/support/loopback-server.ts';
import { ReportedlyError } from '../../errors.ts';
import { type FetchedPage, fetchPage } from './fetch-page.ts';
import { type WebPolicy, webPolicy } from './web-policy.ts';

const PAGE = '<!doctype html><title>Example</title><p>Two shells fell near the old bridge.</p>';
const HTML = { 'content-type': 'text/html; charset=utf-8' };
let server: LoopbackServer;
const seen: Record<string, string | undefined>[] = [];

beforeAll(async () => {
  server = await loopbackServer((request, response) => {
    const send = (headers: Record<string, string>, body: Uint8Array | string, status = 200): void => {
      response.writeHead(status, headers);
      response.end(body);
    };
    seen.push(request.headers as Record<string, string>);
    const drip = (piece: string, everyMs: number): void => {
      response.writeHead(200, HTML);
      const timer = setInterval(() => response.write(piece), everyMs);
      response.on('close', () => clearInterval(timer));
    };
    const path = request.url ?? '';
    if (path === '/page') send({ ...HTML, 'set-cookie': 'id=1', 'x-kept': 'yes' }, PAGE);
    else if (path === '/gzip') send({ ...HTML, 'content-encoding': 'gzip' }, gzipSync(PAGE));
    else if (path === '/deflate') send({ ...HTML, 'content-encoding': 'deflate' }, deflateSync(PAGE));
    else if (path === '/br') send({ ...HTML, 'content-encoding': 'BR' }, brotliCompressSync(PAGE));
    else if (path === '/bomb')
      send({ ...HTML, 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50_000_000)));
    else if (path === '/br-bomb')
      send({ ...HTML, 'content-encoding': 'br' }, brotliCompressSync(Buffer.alloc(50_000_000)));
    else if (path === '/broken-gzip')
      send({ ...HTML, 'content-encoding': 'gzip' }, gzipSync(PAGE).subarray(0, 30));
    else if (path === '/no-gzip') send({ ...HTML, 'content-encoding': 'gzip' }, PAGE);
    else if (path === '/packed-twice')
      send({ ...HTML, 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(PAGE)));
    else if (path === '/announced-large') send({ ...HTML, 'content-length': '999999999' }, '');
    else if (path === '/endless') {
      response.writeHead(200, HTML);
      const more = (): void => {
        while (response.write('x'.repeat(65_536))) if (response.destroyed) return;
      };
      response.on('drain', more);
      more();
    } else if (path === '/drip') drip('x', 50);
    else if (path === '/silent-body') drip('x', 60_000);
    else if (path === '/silent') return;
    else if (path === '/cut') {
      response.writeHead(200, { ...HTML, 'content-length': '5000' });
      response.write(PAGE);
      setTimeout(() => response.destroy(), 20);
    } else if (path === '/missing') send(HTML, 'gone', 404);
    else if (path === '/broken') send(HTML, 'sorry', 503);
    else if (path === '/no-content') send({}, '', 204);
    else if (path === '/image') send({ 'content-type': 'image/png' }, Buffer.alloc(100));
    else if (path === '/no-type') send({}, PAGE);
    else if (path === '/nowhere') send({}, '', 302);
    else if (path === '/long-headers') send({ ...HTML, 'x-long': 'y'.repeat(40_000) }, PAGE);
    else if (path === '/bad-redirect') send({ location: 'http://[bad' }, '', 302);
    else send(HTML, '');
  });
});
afterAll(() => server.close());

function policy(settings: Partial<WebPolicy>): WebPolicy {
  return webPolicy({
    maxBytes: 1_000_000,
    totalMs: 25_000,
    idleMs: 10_000,
    allowHosts: [server.host],
    ...settings,
  });
}

function get(path: string, settings: Partial<WebPolicy> = {}): Promise<FetchedPage> {
  return fetchPage(server.url(path), policy(settings), null);
}

async function codeOf(path: string, settings: Partial<WebPolicy> = {}): Promise<string> {
  try {
    await get(path, settings);
    return 'fetched';
  } catch (error) {
    if (error instanceof ReportedlyError) return error.code;
    throw error;
  }
}

describe('a page', () => {
  it('comes with its headers, less the cookies, and asks without any', async () => {
    const page = await get('/page');
    expect(Buffer.from(page.bytes).toString()).toBe(PAGE);
    expect(page.finalUrl).toBe(server.url('/page'));
    expect(page.declared).toEqual({ mediaType: 'text/html', charset: 'utf-8' });
    expect(page.headers['x-kept']).toBe('yes');
    expect(Object.keys(page.headers)).not.toContain('set-cookie');
    const asked = seen.at(-1)!;
    expect(asked.cookie).toBeUndefined();
    expect(asked.referer).toBeUndefined();
  });

  for (const path of ['/gzip', '/deflate', '/br', '/no-type']) {
    it(`is unpacked: ${path}`, async () => {
      expect(Buffer.from((await get(path)).bytes).toString()).toBe(PAGE);
    });
  }
});

describe('servers that misbehave', () => {
  const cases: [path: string, code: string, settings?: Partial<WebPolicy>][] = [
    ['/bomb', 'input-too-large'],
    ['/br-bomb', 'input-too-large'],
    ['/endless', 'input-too-large'],
    ['/announced-large', 'input-too-large'],
    ['/broken-gzip', 'url-encoding'],
    ['/no-gzip', 'url-encoding'],
    ['/packed-twice', 'url-encoding'],
    ['/drip', 'url-slow', { slowAfterMs: 200 }],
    ['/drip', 'url-slow', { totalMs: 300 }],
    ['/silent-body', 'url-slow', { totalMs: 300 }],
    ['/silent', 'url-slow', { totalMs: 300 }],
    ['/silent', 'url-slow', { idleMs: 200 }],
    ['/cut', 'url-unreachable'],
    ['/missing', 'url-status'],
    ['/broken', 'url-status'],
    ['/no-content', 'url-status'],
    ['/nowhere', 'url-status'],
    ['/image', 'input-type'],
    ['/long-headers', 'url-unreachable'],
    ['/bad-redirect', 'url-invalid'],
  ];
  for (const [path, code, settings] of cases) {
    it(`${path} is ${code} ${JSON.stringify(settings ?? {})}`, async () => {
      expect(await codeOf(path, settings)).toBe(code);
    });
  }

  it('a port where nobody listens', async () => {
    const gone = await loopbackServer(() => {});
    await gone.close();
    const error = await fetchPage(gone.url('/'), policy({ allowHosts: [gone.host] }), null).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code: 'url-unreachable' });
  });

  it('a server that does not speak HTTP', async () => {
    const mute = createServer((socket) => {
      socket.on('error', () => {});
      socket.end('SSH-2.0-example\r\n');
    });
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as { port: number };
    const error = await fetchPage(
      `http://127.0.0.1:${port}/`,
      policy({ allowHosts: ['127.0.0.1'] }),
      null,
    ).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'url-unreachable', details: { reason: 'its answer is not HTTP' } });
    mute.close();
  });

  it('memory stays bounded while a bomb is refused', async () => {
    const before = process.memoryUsage().arrayBuffers;
    await codeOf('/bomb');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(80_000_000);
  });
});

describe('an abort from outside', () => {
  it('ends the fetch with its own reason, which is no failure of the page', async () => {
    const abort = new AbortController();
    const fetching = fetchPage(server.url('/silent'), policy({}), abort.signal);
    setTimeout(() => abort.abort(new Error('stopped by hand')), 50);
    await expect(fetching).rejects.toThrow('stopped by hand');
  });
});

describe('addresses that are none', () => {
  for (const address of [
    'http://',
    'https://',
    'ftp://example.org/x',
    'http://user:pass@example.org/',
    'http://exa mple.org/',
    'http://example.org:99999/',
  ]) {
    it(address, async () => {
      await expect(fetchPage(address, policy({}), null)).rejects.toMatchObject({ code: 'url-invalid' });
    });
  }

  it('ports of other protocols', async () => {
    await expect(fetchPage('http://example.org:25/', policy({}), null)).rejects.toMatchObject({
      code: 'url-refused',
    });
  });
});
