/** Signing in and out, tokens of one's own, and who did what for those who manage. */
import Type from 'typebox';
import { ReportedlyError } from '../../../errors.ts';
import { LEAST_TOKEN_DAYS, MOST_TOKEN_DAYS } from '../../accounts/limits.ts';
import { PERMISSIONS } from '../../accounts/roles.ts';
import { headersOf } from '../access/gate.ts';
import { Tries } from '../access/tries.ts';
import type { ApiContext } from '../context.ts';
import { AuditPage, Session, Token, TokenMade } from '../schemas/access.ts';
import { nullable, ref } from '../schemas/common.ts';
import type { Api } from '../server.ts';

const SIGN_INS_A_MINUTE = 20;

const SignIn = Type.Object(
  { email: Type.String({ maxLength: 300 }), password: Type.String({ maxLength: 200 }) },
  { additionalProperties: false },
);

export function sessionRoutes(app: Api, { accounts, now }: ApiContext): void {
  const tries = new Tries(() => now().getTime());
  app.get(
    '/session',
    { schema: { summary: 'Who is signed in, and what they may do', response: { 200: ref(Session) } } },
    ({ account }): Session => ({
      accounts: accounts !== null,
      account: account && {
        name: account.name,
        email: account.email,
        role: account.role,
        may: [...account.may],
      },
    }),
  );
  app.post(
    '/session',
    {
      schema: {
        summary: 'Sign in: sets a cookie',
        body: SignIn,
        response: { 204: Type.Null({ description: 'signed in' }) },
      },
      config: { rateLimit: { max: SIGN_INS_A_MINUTE, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      if (!accounts) throw new ReportedlyError('accounts-none');
      const { email, password } = request.body;
      tries.check(email);
      const cookies = await accounts.signIn(email, password, headersOf(request));
      if (!cookies) {
        tries.failed(email);
        await accounts.note('sign-in-refused', null, email.slice(0, 100), request.ip);
        throw new ReportedlyError('sign-in-refused');
      }
      tries.forget(email);
      const name = (await accounts.find(email)).name;
      await accounts.note('sign-in', name, '', request.ip);
      return reply.code(204).header('set-cookie', cookies).send(null);
    },
  );
  app.delete(
    '/session',
    { schema: { summary: 'Sign out', response: { 204: Type.Null({ description: 'signed out' }) } } },
    async (request, reply) => {
      if (!accounts) throw new ReportedlyError('accounts-none');
      const cookies = await accounts.signOut(headersOf(request));
      if (request.account) await accounts.note('sign-out', request.account.name, '', request.ip);
      return reply.code(204).header('set-cookie', cookies).send(null);
    },
  );
  tokenRoutes(app, { accounts });
}

const NewToken = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    scopes: Type.Array(Type.Enum([...PERMISSIONS]), { minItems: 1, maxItems: PERMISSIONS.length }),
    days: nullable(
      Type.Integer({
        minimum: LEAST_TOKEN_DAYS,
        maximum: MOST_TOKEN_DAYS,
        description: 'it ends after so many days; null: never',
      }),
    ),
  },
  { additionalProperties: false },
);

function tokenRoutes(app: Api, { accounts }: Pick<ApiContext, 'accounts'>): void {
  const needed = () => {
    if (!accounts) throw new ReportedlyError('accounts-none');
    return accounts;
  };
  app.get(
    '/tokens',
    { schema: { summary: 'One’s own API tokens', response: { 200: Type.Array(ref(Token)) } } },
    async ({ account }): Promise<Token[]> => {
      const rows = await needed().tokens(account!.name);
      return rows.map(({ id, name, prefix, scopes, created, expires, used }) => ({
        ...{ id, name, prefix, created, expires, used },
        scopes: scopes.split(' '),
      }));
    },
  );
  app.post(
    '/tokens',
    {
      schema: {
        summary: 'Make an API token; it is shown this once',
        body: NewToken,
        response: { 201: ref(TokenMade) },
      },
    },
    async ({ account, body }, reply): Promise<TokenMade> => {
      const { token, row } = await needed().addToken(account!.name, body);
      reply.code(201);
      return { id: row.id, token };
    },
  );
  app.delete(
    '/tokens/:id',
    {
      schema: {
        summary: 'End one of one’s own tokens',
        params: Type.Object({ id: Type.String({ maxLength: 100 }) }),
        response: { 204: Type.Null({ description: 'ended' }) },
      },
    },
    async ({ account, params: { id } }, reply) => {
      await needed().removeToken(id, account!.name);
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/audit',
    {
      schema: {
        summary: 'Who signed in and exported what, newest first',
        querystring: Type.Object(
          {
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
            before: Type.Optional(Type.Integer({ minimum: 0, description: '`next` of the page before' })),
          },
          { additionalProperties: false },
        ),
        response: { 200: ref(AuditPage) },
      },
    },
    async ({ query: { limit = 100, before } }): Promise<AuditPage> => {
      const rows = await needed().audited(limit, before);
      return { rows, next: rows.length === limit ? rows.at(-1)!.seq : null };
    },
  );
}
