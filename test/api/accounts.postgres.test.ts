/** Accounts of a ledger on PostgreSQL: signing in, roles, tokens and what is written down, over a real server. */
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/5-ledger/index.ts';
import { Accounts } from '../../src/7-publish/accounts/accounts.ts';
import { ROLES, type Role } from '../../src/7-publish/accounts/roles.ts';
import { makeServer } from '../../src/7-publish/api/server.ts';
import { type PostgresServer, startPostgres } from '../ledger/postgres-server.ts';
import { inventedReport } from '../support/invented-report.ts';
import { mailOf, PASSWORD, readsNothing } from './support/small-server.ts';

const ORIGIN = 'https://ledger.example';
const report = inventedReport();
let postgres: PostgresServer;
let where: string;
let ledger: Ledger;
let accounts: Accounts;
let app: FastifyInstance;

beforeAll(async () => {
  postgres = await startPostgres();
  where = postgres.ledger();
  ledger = await openLedger(where);
  await ledger.record([report]);
  // Several servers may start on one database at the same moment.
  const opened = await Promise.all(Array.from({ length: 3 }, () => Accounts.open(where, { origin: ORIGIN })));
  accounts = opened[0]!;
  for (const one of opened.slice(1)) await one.close();
  for (const role of ROLES) await accounts.add({ name: role, email: mailOf(role), role, password: PASSWORD });
  app = await makeServer({ ledger, openReader: readsNothing, accounts, origin: ORIGIN });
}, 120_000);
afterAll(async () => {
  await app?.close();
  await accounts?.close();
  await ledger?.close();
  await postgres?.stop();
});

const send = (method: string, url: string, headers: Record<string, string> = {}, payload?: object) =>
  app.inject({
    method: method as 'GET',
    url: `/api/v1${url}`,
    headers: { host: 'ledger.example', ...headers },
    ...(payload && { payload }),
  });

async function signedIn(role: Role, password = PASSWORD): Promise<{ status: number; cookie: string }> {
  const answer = await send('POST', '/session', { origin: ORIGIN }, { email: mailOf(role), password });
  const set = [answer.headers['set-cookie'] ?? []].flat();
  return { status: answer.statusCode, cookie: set.map((one) => one.split(';')[0]).join('; ') };
}

describe('on PostgreSQL', () => {
  it('roles allow what they allow', { timeout: 60_000 }, async () => {
    const decision = { type: 'reads-right', claim: report.reading!.claims[0]!.id };
    const statuses = async (role: Role) => {
      const headers = { cookie: (await signedIn(role)).cookie, origin: ORIGIN };
      return [
        (await send('GET', '/claims', headers)).statusCode,
        (await send('POST', '/decisions', headers, { decisions: [{ why: null, decision }] })).statusCode,
        (await send('POST', '/releases', headers, { name: `by ${role}`, why: null })).statusCode,
        (await send('GET', '/audit', headers)).statusCode,
      ];
    };
    expect(await statuses('viewer')).toEqual([200, 403, 403, 403]);
    expect(await statuses('coder')).toEqual([200, 201, 403, 403]);
    expect(await statuses('editor')).toEqual([200, 201, 201, 403]);
    expect(await statuses('admin')).toEqual([200, 201, 201, 200]);
    expect((await send('GET', '/claims')).statusCode).toBe(401);
    expect(new Set((await ledger.decisions()).map(({ who }) => who))).toEqual(
      new Set(['coder', 'editor', 'admin']),
    );
  });

  it('tokens do what their scopes say, until they are taken away', { timeout: 60_000 }, async () => {
    const { token, row } = await accounts.addToken('coder', { name: 'script', scopes: ['read'], days: 1 });
    const bearer = { authorization: `Bearer ${token}` };
    expect((await send('GET', '/claims', bearer)).statusCode).toBe(200);
    expect((await send('GET', '/claims.csv', bearer)).statusCode).toBe(403);
    expect((await accounts.tokens('coder'))[0]!.used).not.toBeNull();
    await accounts.removeToken(row.prefix);
    expect((await send('GET', '/claims', bearer)).statusCode).toBe(401);
  });

  it('roles and removals hold at once', { timeout: 60_000 }, async () => {
    await accounts.add({ name: 'Tal', email: 'tal@ledger.example', role: 'admin', password: PASSWORD });
    const answer = await send(
      'POST',
      '/session',
      { origin: ORIGIN },
      { email: 'tal@ledger.example', password: PASSWORD },
    );
    const cookie = [answer.headers['set-cookie'] ?? []]
      .flat()
      .map((one) => one.split(';')[0])
      .join('; ');
    expect((await send('GET', '/audit', { cookie })).statusCode).toBe(200);
    await accounts.setRole('Tal', 'viewer');
    expect((await send('GET', '/audit', { cookie })).statusCode).toBe(403);
    await accounts.remove('Tal');
    expect((await send('GET', '/claims', { cookie })).statusCode).toBe(401);
    await expect(accounts.remove('admin')).rejects.toMatchObject({ code: 'account-invalid' });
  });

  it('writes down who came, was refused and took what; no password and no token', {
    timeout: 60_000,
  }, async () => {
    expect((await signedIn('viewer', 'not the right password')).status).toBe(401);
    const { cookie } = await signedIn('viewer');
    await send('GET', '/exports/claims', { cookie });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const entries = await accounts.audited(1000);
    const whats = new Set(entries.map(({ what }) => what));
    for (const what of [
      'sign-in',
      'sign-in-refused',
      'export',
      'account-added',
      'token-added',
      'role-changed',
    ])
      expect(whats, what).toContain(what);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq).sort((a, b) => b - a));
    expect(JSON.stringify(entries)).not.toMatch(/right password|long enough|rpt_\w{12}/);
  });

  it('keeps accounts in a schema of their own', { timeout: 60_000 }, async () => {
    const client = new pg.Client({ connectionString: postgres.database });
    await client.connect();
    const { rows } = await client.query<{ table_schema: string; table_name: string }>(
      "select table_schema, table_name from information_schema.tables where table_name in ('user', 'token', 'audit', 'claims')",
    );
    await client.end();
    const schema = new URL(where).searchParams.get('schema')!;
    for (const { table_schema, table_name } of rows)
      expect(table_schema).toBe(table_name === 'claims' ? schema : `${schema}_accounts`);
    expect(rows).toHaveLength(4);
    expect((await ledger.verify()).intact).toBe(true);
  });
});
