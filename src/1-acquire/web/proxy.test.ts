/** Everything goes by the proxy and nothing round it: no connection, no name looked up; offline, nothing at all. */
import { createServer, type IncomingMessage } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LoopbackServer, loopbackServer } from '../../../test/support/loopback-server.ts';
import { acquire } from '../acquire.ts';
import { fetchPage } from './fetch-page.ts';
import { parseProxy } from './proxy.ts';
import { webPolicy } from './web-policy.ts';

const PAGE = '<!doctype html><title>Example</title><p>Two shells fell near the old bridge.</p>';
let site: LoopbackServer;
/** Names and ports that the proxies were asked for. */
const asked: string[] = [];
let http: { port: number; close: () => void };
let socks: { port: number; close: () => void };
let lookups: string[];

beforeAll(async () => {
  site = await loopbackServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE),
  );
  http = await httpProxy();
  socks = await socksProxy();
});
afterAll(async () => {
  http.close();
  socks.close();
  await site.close();
});
beforeEach(() => {
  asked.length = 0;
  lookups = [];
});

function get(address: string, proxy: string, allowHosts: string[] = []) {
  const resolve = async (name: string) => {
    lookups.push(name);
    return [{ address: '127.0.0.1', family: 4 }];
  };
  return fetchPage(
    address,
    webPolicy({ proxy: parseProxy(proxy), resolve, allowHosts, totalMs: 8000 }),
    null,
  );
}

describe('an HTTP proxy', () => {
  it('is given the name, which is not looked up here', async () => {
    const page = await get('http://news.example/page', `http://127.0.0.1:${http.port}`);
    expect(Buffer.from(page.bytes).toString()).toBe(PAGE);
    expect(asked).toEqual(['http://news.example/page']);
    expect(lookups).toEqual([]);
  });

  it('is told the user and password of its address, which no message repeats', async () => {
    const proxy = `http://ana:secret@127.0.0.1:${http.port}`;
    await get('http://news.example/auth', proxy);
    expect(asked).toEqual([`Basic ${Buffer.from('ana:secret').toString('base64')}`]);
    http.close();
    const failure = await get('http://news.example/', proxy).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'proxy-failed' });
    expect(String(failure)).not.toContain('secret');
    http = await httpProxy();
  });
});

describe('a SOCKS proxy', () => {
  it('looks names up itself where it is socks5h', async () => {
    const page = await get('http://news.example/page', `socks5h://127.0.0.1:${socks.port}`);
    expect(Buffer.from(page.bytes).toString()).toBe(PAGE);
    expect(asked).toEqual(['name news.example:80']);
    expect(lookups).toEqual([]);
  });

  it('is given an address that was looked up and checked here where it is socks5', async () => {
    const by = `socks5://127.0.0.1:${socks.port}`;
    await expect(get('http://inside.example/', by)).rejects.toMatchObject({ code: 'url-refused' });
    expect(asked).toEqual([]);
    await get('http://own.example/', by, ['own.example']);
    expect(asked).toEqual(['address 127.0.0.1:80']);
    expect(lookups).toEqual(['inside.example', 'own.example']);
  });

  it('that is not there is what failed', async () => {
    await expect(get('http://news.example/', 'socks5h://127.0.0.1:1')).rejects.toMatchObject({
      code: 'proxy-failed',
    });
  });
});

describe('what leads inside', () => {
  for (const address of [
    'http://127.0.0.1:8080/',
    'http://localhost:8080/',
    'http://printer/',
    'http://wiki.internal/',
    'http://169.254.169.254/',
  ]) {
    it(`is refused by any proxy: ${address}`, async () => {
      for (const proxy of [`http://127.0.0.1:${http.port}`, `socks5h://127.0.0.1:${socks.port}`])
        await expect(get(address, proxy)).rejects.toMatchObject({ code: 'url-refused' });
      expect(asked).toEqual([]);
    });
  }
});

describe('a proxy that is none', () => {
  for (const proxy of ['ftp://127.0.0.1', 'socks4://127.0.0.1', 'nonsense', 'http://'])
    it(proxy, () =>
      expect(() => parseProxy(proxy)).toThrow(expect.objectContaining({ code: 'proxy-invalid' })),
    );
});

describe('offline', () => {
  const connect = vi.spyOn(net.Socket.prototype, 'connect');
  afterEach(() => connect.mockClear());

  it('opens no socket, whatever is asked for and by whatever way', async () => {
    connect.mockClear();
    for (const proxy of [undefined, `http://127.0.0.1:${http.port}`, `socks5h://127.0.0.1:${socks.port}`]) {
      for (const input of [site.url('/'), 'http://news.example/', 'https://192.0.2.1/feed.xml']) {
        const options = { offline: true, allowHosts: [site.host], ...(proxy ? { proxy } : {}) };
        for await (const item of acquire(input, options))
          expect(item).toMatchObject({ ok: false, error: { code: 'offline' } });
      }
    }
    expect(connect).not.toHaveBeenCalled();
    // The trap does see a socket.
    await get('http://news.example/page', `http://127.0.0.1:${http.port}`);
    expect(connect).toHaveBeenCalled();
  });
});

/** A proxy that answers everything with the site's page and tells what it was asked. */
async function httpProxy() {
  const server = createServer((request: IncomingMessage, response) => {
    asked.push(
      request.url?.endsWith('/auth') ? String(request.headers['proxy-authorization']) : String(request.url),
    );
    response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  });
  // Asked for a tunnel it becomes the other end of it.
  server.on('connect', (request, socket) => {
    const auth = request.headers['proxy-authorization'];
    asked.push(auth ? String(auth) : `http://${String(request.url).replace(/:80$/, '')}/page`);
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    server.emit('tunnel', socket);
    socket.once('data', () =>
      socket.end(
        `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${PAGE.length}\r\nConnection: close\r\n\r\n${PAGE}`,
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** SOCKS 5 without a password (RFC 1928), whose other end is always the site. */
async function socksProxy() {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]));
      socket.once('data', (request) => {
        const isName = request[3] === 3;
        const host = isName
          ? request.subarray(5, 5 + request[4]!).toString()
          : [...request.subarray(4, 8)].join('.');
        asked.push(`${isName ? 'name' : 'address'} ${host}:${request.readUInt16BE(request.length - 2)}`);
        socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
        const other = net.connect(site.port, '127.0.0.1');
        other.on('error', () => socket.destroy());
        socket.pipe(other).pipe(socket);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}
