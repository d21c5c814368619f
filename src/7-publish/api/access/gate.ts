/** Who calls, and whether they may: before anything else is done with a request. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ReportedlyError } from '../../../errors.ts';
import type { Account, Accounts } from '../../accounts/accounts.ts';
import { tokenOf } from '../../accounts/tokens.ts';
import { type Asks, asks } from './permissions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; null where there are no accounts, or for what anyone may ask. */
    account: Account | null;
  }
}

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** What leaves the ledger as a file. */
const EXPORTS: ReadonlySet<string> = new Set<Asks>(['export', 'release']);

/** Without accounts (this machine only) all is allowed to whoever is at it. */
export function addGate(app: FastifyInstance, accounts: Accounts | null): void {
  app.decorateRequest('account', null);
  if (accounts === null) return;
  app.addHook('onRequest', async (request, reply) => {
    const needed = asks(request.method, request.routeOptions.url);
    if (needed === null) return;
    const account = await whoCalls(accounts, request, reply);
    request.account = account;
    if (needed === 'anyone') return;
    if (!account) throw new ReportedlyError('sign-in-needed');
    const allowed = needed === 'session' ? account.via === 'session' : account.may.has(needed);
    if (!allowed) throw new ReportedlyError('not-allowed', { who: account.name, needed });
  });
  // Files with names uncovered are for those who work on the ledger.
  app.addHook('preHandler', async ({ account, query }) => {
    const uncovered = (query as { internal?: boolean } | undefined)?.internal === true;
    if (uncovered && account && !account.may.has('decide'))
      throw new ReportedlyError('not-allowed', { who: account.name, needed: 'decide' });
  });
  app.addHook('preValidation', async ({ account, body, routeOptions }) => {
    if (!account) return;
    const { properties } = (routeOptions.schema?.body ?? {}) as { properties?: Record<string, unknown> };
    if (properties?.who && body !== null && typeof body === 'object')
      (body as { who: string }).who = account.name;
    sign(body, account.name);
  });
  app.addHook('onResponse', async (request, reply) => {
    const exported =
      request.account && request.method === 'GET' && EXPORTS.has(asks('GET', request.routeOptions.url) ?? '');
    if (!exported || reply.statusCode !== 200) return;
    const what = `${request.routeOptions.url} ${reply.getHeader('content-length') ?? 'streamed'}`;
    await accounts.note('export', request.account!.name, what, request.ip).catch(() => undefined);
  });
}

async function whoCalls(
  accounts: Accounts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Account | null> {
  const token = tokenOf(request.headers.authorization);
  if (token !== null) {
    const account = await accounts.ofToken(token);
    if (!account) throw new ReportedlyError('token-refused');
    return account;
  }
  if (!request.headers.cookie) return null;
  const found = await accounts.ofSession(headersOf(request));
  if (!found) return null;
  // A browser names the page that asks for a change; the guard has compared it with our own address.
  if (CHANGING.has(request.method) && request.headers.origin === undefined)
    throw new ReportedlyError('origin-refused', { origin: 'an unnamed site' });
  if (found.cookies.length > 0) reply.header('set-cookie', found.cookies);
  return found.account;
}

/** What better-auth needs of a request. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent', 'origin'] as const) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  headers.set('x-forwarded-for', request.ip);
  return headers;
}

/** Whatever is said, whoever is signed in says it: `who` of a body, and of what stands in its lists. */
function sign(body: unknown, name: string): void {
  if (body === null || typeof body !== 'object') return;
  for (const one of [body, ...Object.values(body).flat()]) {
    if (one === null || typeof one !== 'object' || Buffer.isBuffer(one)) continue;
    if ('who' in one || 'decision' in one) (one as { who: string }).who = name;
  }
}
