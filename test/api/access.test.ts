/** Who may do what: every address for every role, sessions, tokens, other sites, and what is written down. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Accounts } from '../../src/7-publish/accounts/accounts.ts';
import { MAY, type Permission, ROLES, type Role } from '../../src/7-publish/accounts/roles.ts';
import { ASKS, asks } from '../../src/7-publish/api/access/permissions.ts';
import { listen } from '../../src/7-publish/api/listen.ts';
import { mailOf, PASSWORD, type SmallServer, smallAccounts, smallServer } from './support/small-server.ts';

const ORIGIN = 'https://ledger.example';
const HOST = { host: 'ledger.example' };
const faults: unknown[] = [];
let close: () => Promise<void>;
let accounts: Accounts;
let server: SmallServer;
let app: FastifyInstance;
/** Each role's cookies. */
const cookies = new Map<Role, string>();
const routes: [method: string, url: string][] = [];

beforeAll(async () => {
  ({ accounts, close } = await smallAccounts(ORIGIN));
  server = await smallServer(
    {
      accounts,
      origin: ORIGIN,
      onFault: (error) => faults.push(error),
      onRoute: (method, url) => routes.push([method, url]),
    },
    2,
  );
  app = server.app;
  for (const role of ROLES) cookies.set(role, await signIn(role));
}, 60_000);
afterAll(async () => {
  expect(faults).toEqual([]);
  await server.close();
  await close();
});

const send = (method: string, url: string, headers: Record<string, string> = {}, payload?: object) =>
  app.inject({
    method: method as 'GET',
    url: `/api/v1${url}`,
    headers: { ...HOST, ...headers },
    ...(payload && { payload }),
  });

async function signIn(role: Role): Promise<string> {
  const answer = await send(
    'POST',
    '/session',
    { origin: ORIGIN },
    { email: mailOf(role), password: PASSWORD },
  );
  expect(answer.statusCode, answer.body).toBe(204);
  const set = [answer.headers['set-cookie'] ?? []].flat();
  for (const cookie of set) expect(cookie).toMatch(/^__Secure-.*HttpOnly; (?:Secure; )?SameSite=Strict/i);
  return set.map((cookie) => cookie.split(';')[0]).join('; ');
}

const as = (role: Role) => ({ cookie: cookies.get(role)!, origin: ORIGIN });

describe('every address of the API', () => {
  it('says what it asks for, and none is told of that is not there', () => {
    const there = new Set(
      routes
        .filter(
          ([method, url]) =>
            method !== 'HEAD' && asks(method, url) !== null && !url.startsWith('/api/v1/docs'),
        )
        .map(([method, url]) => `${method} ${url.slice('/api/v1'.length)}`),
    );
    expect([...there].sort()).toEqual(Object.keys(ASKS).sort());
  });

  it('gives files with names uncovered only to those who work on the ledger', async () => {
    for (const url of ['/exports/claims?internal=true', '/table?internal=true']) {
      const statuses = await Promise.all(
        ROLES.map(async (role) => [role, (await send('GET', url, as(role))).statusCode]),
      );
      expect(Object.fromEntries(statuses)).toEqual({ viewer: 403, coder: 200, editor: 200, admin: 200 });
    }
    expect((await send('GET', '/exports/claims', as('viewer'))).statusCode).toBe(200);
  });

  it('is open to those whose role allows it, and to nobody else', { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    for (const [method, url] of routes) {
      const needed = asks(method, url);
      if (needed === null || url.endsWith('/events') || method === 'DELETE') continue;
      const address = url
        .slice('/api/v1'.length)
        .replace(':sha256', server.known.document)
        .replace(':id', '00000000');
      for (const role of [null, ...ROLES]) {
        const { statusCode } = await send(method, address, role === null ? {} : as(role));
        const refused = statusCode === 401 || statusCode === 403;
        const allowed =
          needed === 'anyone' || (role !== null && (needed === 'session' || MAY[role].includes(needed)));
        if (refused === allowed) wrong.push(`${role} ${method} ${url}: ${statusCode}`);
        if (role === null && !allowed && statusCode !== 401) wrong.push(`nobody ${url}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('gives a token what both its scopes and its owner’s role allow', { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    for (const [role, scopes] of [
      ['admin', ['read']],
      ['viewer', ['read', 'decide', 'manage']],
      ['coder', ['decide']],
    ] as [Role, Permission[]][]) {
      const { token } = await accounts.addToken(role, { name: 'test', scopes, days: 1 });
      for (const [method, url] of routes) {
        const needed = asks(method, url);
        if (needed === null || needed === 'anyone' || url.endsWith('/events') || method === 'DELETE')
          continue;
        const address = url.slice('/api/v1'.length).replace(/:\w+/, '00000000');
        const { statusCode } = await send(method, address, { authorization: `Bearer ${token}` });
        const allowed = needed !== 'session' && scopes.includes(needed) && MAY[role].includes(needed);
        if ((statusCode === 403) === allowed)
          wrong.push(`${role} [${scopes}] ${method} ${url}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('signing in', () => {
  it('says who one is, and signs what one decides', async () => {
    const { body } = await send('GET', '/session', as('coder'));
    expect(JSON.parse(body)).toMatchObject({ accounts: true, account: { name: 'coder', role: 'coder' } });
    const claim = server.known.claim;
    const answer = await send('POST', '/decisions', as('coder'), {
      decisions: [{ who: 'somebody else', why: null, decision: { type: 'reads-right', claim } }],
    });
    expect(answer.statusCode, answer.body).toBe(201);
    const unsigned = await send('POST', '/decisions', as('editor'), {
      decisions: [{ why: null, decision: { type: 'note', on: { what: 'claim', id: claim }, text: 'seen' } }],
    });
    expect(unsigned.statusCode, unsigned.body).toBe(201);
    expect((await server.ledger.decisions()).map(({ who }) => who)).toEqual(['coder', 'editor']);
  });

  it('with a wrong password is refused, and after some tries for a while altogether', {
    timeout: 120_000,
  }, async () => {
    await accounts.add({ name: 'Tal', email: 'tal@ledger.example', role: 'viewer', password: PASSWORD });
    const attempt = (password: string) =>
      send('POST', '/session', { origin: ORIGIN }, { email: 'tal@ledger.example', password });
    for (let i = 0; i < 10; i++) {
      const { statusCode, body } = await attempt(`wrong ${i}`);
      expect([statusCode, JSON.parse(body).code]).toEqual([401, 'sign-in-refused']);
    }
    expect((await attempt(PASSWORD)).statusCode).toBe(429);
  });

  it('ends with signing out, and at once with removal and with another role', {
    timeout: 120_000,
  }, async () => {
    await accounts.add({ name: 'Ren', email: 'ren@ledger.example', role: 'coder', password: PASSWORD });
    const answer = await send(
      'POST',
      '/session',
      // From an address of its own: those above may have used up the sign-ins of this minute.
      { origin: ORIGIN, 'x-forwarded-for': '203.0.113.9' },
      { email: 'ren@ledger.example', password: PASSWORD },
    );
    expect(answer.statusCode, answer.body).toBe(204);
    const cookie = [answer.headers['set-cookie'] ?? []]
      .flat()
      .map((one) => one.split(';')[0])
      .join('; ');
    const mine = { cookie, origin: ORIGIN };
    expect((await send('POST', '/decisions', mine, {})).statusCode).toBe(400);
    await accounts.setRole('Ren', 'viewer');
    expect((await send('POST', '/decisions', mine, {})).statusCode).toBe(403);
    const out = await send('DELETE', '/session', mine);
    expect(String(out.headers['set-cookie'])).toMatch(/Max-Age=0/);
    await accounts.remove('Ren');
    expect((await send('GET', '/claims', mine)).statusCode).toBe(401);
    await expect(accounts.remove('admin')).rejects.toMatchObject({ code: 'account-invalid' });
  });

  it('is of no use to other sites, nor under another name of the host', async () => {
    const cookie = cookies.get('coder')!;
    for (const headers of [
      { cookie },
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: 'null' },
    ] as Record<string, string>[])
      expect((await send('POST', '/decisions', headers, { decisions: [] })).json().code).toBe(
        'origin-refused',
      );
    for (const host of ['127.0.0.1:4710', 'localhost', 'ledger.example.evil.example', 'ledger.example:444'])
      expect((await send('GET', '/claims', { ...as('coder'), host })).json().code, host).toBe('host-refused');
  });
});

describe('tokens', () => {
  it('are shown once, kept as hashes, taken as the password of Basic, and end', async () => {
    const made = await send('POST', '/tokens', as('viewer'), { name: 'feed', scopes: ['read'], days: null });
    expect(made.statusCode, made.body).toBe(201);
    const { id, token } = made.json<{ id: string; token: string }>();
    expect(token).toMatch(/^rpt_[\w-]{43}$/);
    const listed = (await send('GET', '/tokens', as('viewer'))).body;
    expect(listed).toContain(token.slice(0, 10));
    expect(listed).not.toContain(token.slice(10));
    expect(JSON.stringify(await accounts.tokens())).not.toContain(token.slice(10));
    const basic = `Basic ${Buffer.from(`anything:${token}`).toString('base64')}`;
    expect((await send('GET', '/claims.atom', { authorization: basic })).statusCode).toBe(200);
    expect((await send('DELETE', `/tokens/${id}`, as('coder'))).statusCode).toBe(404);
    expect((await send('DELETE', `/tokens/${id}`, as('viewer'))).statusCode).toBe(204);
    for (const authorization of [basic, 'Bearer rpt_no', 'Bearer ', `Bearer ${'x'.repeat(5000)}`])
      expect((await send('GET', '/claims', { authorization })).statusCode).toBe(401);
  });
});

it('writes sign-ins and exports down, and never a password or a token', async () => {
  await send('GET', '/claims.csv', as('viewer'));
  const { body } = await send('GET', '/audit?limit=1000', as('admin'));
  const { rows } = JSON.parse(body) as { rows: { what: string; who: string | null }[] };
  expect(rows).toContainEqual(expect.objectContaining({ what: 'export', who: 'viewer' }));
  for (const what of [
    'sign-in',
    'sign-in-refused',
    'sign-out',
    'token-added',
    'role-changed',
    'account-removed',
  ])
    expect(rows.map((row) => row.what)).toContain(what);
  expect(body).not.toContain(PASSWORD);
  expect(body).not.toMatch(/rpt_[\w-]{20}/);
});

it('is needed wherever others could come in', async () => {
  const bare = await smallServer({}, 1);
  for (const host of ['0.0.0.0', '::', '192.0.2.1', 'example.org'])
    await expect(listen(bare.app, host, 0)).rejects.toMatchObject({ code: 'address-refused' });
  await bare.close();
});
