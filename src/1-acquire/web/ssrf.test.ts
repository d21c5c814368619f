/** Attempts to make us reach a private address: each must end in a refusal, and the victim must never be asked. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackServer, loopbackServer } from '../../../test/support/loopback-server.ts';
import { ReportedlyError } from '../../errors.ts';
import { fetchPage } from './fetch-page.ts';
import { type ResolvedAddress, type WebPolicy, webPolicy } from './web-policy.ts';

/** A server that must not be reached. */
let victim: LoopbackServer;
/** An allowed server whose pages redirect to whatever the path says. */
let lure: LoopbackServer;
let lookups: string[];

beforeAll(async () => {
  victim = await loopbackServer((_request, response) => response.end('secret'));
  lure = await loopbackServer((request, response) => {
    const to = decodeURIComponent((request.url ?? '').replace(/^\/to\//, ''));
    response.writeHead(302, { location: to }).end();
  });
});
afterAll(() => Promise.all([victim.close(), lure.close()]));
beforeEach(() => {
  lookups = [];
  victim.asked.length = 0;
});

const ANSWERS: Record<string, ResolvedAddress[]> = {
  'inside.test': [{ address: '127.0.0.1', family: 4 }],
  'mixed.test': [
    { address: '127.0.0.1', family: 4 },
    { address: '8.8.8.8', family: 4 },
  ],
  'mixed-last.test': [
    { address: '8.8.8.8', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ],
  'mapped.test': [{ address: '::ffff:127.0.0.1', family: 6 }],
  'six.test': [{ address: '::1', family: 6 }],
  'metadata.test': [{ address: '169.254.169.254', family: 4 }],
  'nat64.test': [{ address: '64:ff9b::7f00:1', family: 6 }],
  'zero.test': [{ address: '0.0.0.0', family: 4 }],
  'garbage.test': [{ address: 'not an address', family: 4 }],
};

function policy(settings: Partial<WebPolicy> = {}): WebPolicy {
  return webPolicy({
    totalMs: 3_000,
    connectMs: 500,
    resolve: async (hostname) => {
      lookups.push(hostname);
      const answers = ANSWERS[hostname];
      if (!answers) throw Object.assign(new Error(`unknown ${hostname}`), { code: 'ENOTFOUND' });
      return answers;
    },
    ...settings,
  });
}

async function codeOf(address: string, settings: Partial<WebPolicy> = {}): Promise<string> {
  try {
    await fetchPage(address, policy(settings), null);
    return 'fetched';
  } catch (error) {
    if (!(error instanceof ReportedlyError)) throw error;
    expect(error.message).toContain(address);
    return error.code;
  }
}

describe('addresses in every form', () => {
  const forms = [
    'http://127.0.0.1:PORT/',
    'http://127.0.0.2:PORT/',
    'http://127.1:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f000001:PORT/',
    'http://0x7f.0.0.1:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://017700000001:PORT/',
    'http://127.0.0.1.:PORT/',
    'http://%31%32%37.0.0.1:PORT/',
    'http://１２７.０.０.１:PORT/',
    'http://0:PORT/',
    'http://0.0.0.0:PORT/',
    'http://[::1]:PORT/',
    'http://[::]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::ffff:7f00:1]:PORT/',
    'http://[::127.0.0.1]:PORT/',
    'http://[64:ff9b::7f00:1]:PORT/',
    'http://[fe80::1]:PORT/',
    'http://[fd00::1]:PORT/',
    'http://10.0.0.1:PORT/',
    'http://172.16.0.1:PORT/',
    'http://192.168.0.1:PORT/',
    'http://100.64.0.1:PORT/',
    'http://169.254.169.254/latest/meta-data/',
    'https://169.254.169.254/',
  ];
  for (const form of forms) {
    it(`refuses ${form}`, async () => {
      expect(await codeOf(form.replace('PORT', String(victim.port)))).toBe('url-refused');
      expect(victim.asked).toEqual([]);
      expect(lookups).toEqual([]);
    });
  }
});

describe('names that lead inside', () => {
  for (const name of Object.keys(ANSWERS)) {
    it(`refuses ${name}`, async () => {
      expect(await codeOf(`http://${name}:${victim.port}/`)).toBe('url-refused');
      expect(victim.asked).toEqual([]);
    });
  }

  it('asks the resolver once and connects to the answer it checked, whatever comes second', async () => {
    let turn = 0;
    const resolve = async (): Promise<ResolvedAddress[]> =>
      // Documentation addresses are refused too: a public one would leave the machine.
      ++turn === 1 ? [{ address: '203.0.113.7', family: 4 }] : [{ address: '127.0.0.1', family: 4 }];
    expect(await codeOf(`http://rebind.test:${victim.port}/`, { resolve })).toBe('url-refused');
    expect(turn).toBe(1);
    expect(victim.asked).toEqual([]);
  });

  it('pins an allowed name to the one answer of the connection', async () => {
    let turn = 0;
    const resolve = async (): Promise<ResolvedAddress[]> => {
      turn++;
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const allowHosts = [`own.test:${victim.port}`];
    expect(await codeOf(`http://own.test:${victim.port}/`, { resolve, allowHosts })).toBe('fetched');
    expect(turn).toBe(1);
  });

  it('says so where a name has no address', async () => {
    expect(await codeOf(`http://nowhere.test:${victim.port}/`)).toBe('url-unreachable');
    expect(await codeOf(`http://none.test:${victim.port}/`, { resolve: async () => [] })).toBe(
      'url-unreachable',
    );
  });
});

describe('redirects', () => {
  const targets = () => [
    victim.url('/'),
    `http://localhost:${victim.port}/`,
    `http://inside.test:${victim.port}/`,
    `//127.0.0.2:${victim.port}/`,
    `http://2130706433:${victim.port}/`,
    `http://[::ffff:127.0.0.1]:${victim.port}/`,
    'http://169.254.169.254/latest/meta-data/iam/',
  ];
  it('to a private address are refused, each hop checked', async () => {
    for (const target of targets()) {
      const resolve = async (): Promise<ResolvedAddress[]> => [{ address: '127.0.0.1', family: 4 }];
      const code = await codeOf(lure.url(`/to/${encodeURIComponent(target)}`), {
        allowHosts: [lure.host],
        resolve,
      });
      expect(code, target).toBe('url-refused');
    }
    expect(victim.asked).toEqual([]);
  });

  it('to another scheme are no addresses', async () => {
    for (const target of [
      'file:///etc/passwd',
      'ftp://example.org/',
      'gopher://127.0.0.1/',
      'data:text/html,x',
      'http://a:b@127.0.0.1/',
    ]) {
      const code = await codeOf(lure.url(`/to/${encodeURIComponent(target)}`), { allowHosts: [lure.host] });
      expect(code, target).toBe('url-invalid');
    }
  });

  it('from an allowed host on to itself are followed, five at most', async () => {
    const chain = (length: number): string =>
      length === 0 ? victim.url('/end') : lure.url(`/to/${encodeURIComponent(chain(length - 1))}`);
    const allowHosts = [lure.host, victim.host];
    expect(await codeOf(chain(5), { allowHosts })).toBe('fetched');
    expect(await codeOf(chain(6), { allowHosts })).toBe('url-redirects');
    expect(victim.asked).toEqual(['/end']);
  });

  it('in a circle end', async () => {
    const circle = await loopbackServer((_request, response) =>
      response.writeHead(301, { location: '/' }).end(),
    );
    expect(await codeOf(circle.url('/'), { allowHosts: [circle.host] })).toBe('url-redirects');
    await circle.close();
  });
});

describe('the allow-list', () => {
  it('names a host, or a host with its port, and no other', async () => {
    expect(await codeOf(victim.url('/'), { allowHosts: ['127.0.0.1'] })).toBe('fetched');
    expect(await codeOf(victim.url('/'), { allowHosts: [victim.host] })).toBe('fetched');
    expect(await codeOf(victim.url('/'), { allowHosts: ['127.0.0.1:1'] })).toBe('url-refused');
    expect(await codeOf(victim.url('/'), { allowHosts: ['localhost'] })).toBe('url-refused');
    expect(await codeOf(`http://127.0.0.2:${victim.port}/`, { allowHosts: ['127.0.0.1'] })).toBe(
      'url-refused',
    );
  });
});

describe('offline', () => {
  it('opens nothing, looks nothing up, even for allowed hosts', async () => {
    const settings = { offline: true, allowHosts: [victim.host, 'own.test'] };
    expect(await codeOf(victim.url('/'), settings)).toBe('offline');
    expect(await codeOf('http://own.test/', settings)).toBe('offline');
    expect(victim.asked).toEqual([]);
    expect(lookups).toEqual([]);
  });
});
