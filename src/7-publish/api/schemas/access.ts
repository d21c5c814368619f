/** Who is signed in, tokens, and the audit, as the API gives them. */
import Type from 'typebox';
import { PERMISSIONS, ROLES } from '../../accounts/roles.ts';
import { nullable } from './common.ts';

const text = nullable(Type.String());

export const Session = Type.Object(
  {
    accounts: Type.Boolean({ description: 'whether this server asks for a sign-in' }),
    account: nullable(
      Type.Object({
        name: Type.String(),
        email: Type.String(),
        role: Type.Enum([...ROLES]),
        may: Type.Array(Type.Enum([...PERMISSIONS])),
      }),
    ),
  },
  { $id: 'Session' },
);
export type Session = Type.Static<typeof Session>;

export const Token = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    prefix: Type.String({ description: 'its beginning' }),
    scopes: Type.Array(Type.String()),
    created: Type.String(),
    expires: text,
    used: nullable(Type.String({ description: 'last, to the minute' })),
  },
  { $id: 'Token' },
);
export type Token = Type.Static<typeof Token>;

export const TokenMade = Type.Object(
  { id: Type.String(), token: Type.String({ description: 'keep it: it is shown this once' }) },
  { $id: 'TokenMade' },
);
export type TokenMade = Type.Static<typeof TokenMade>;

export const AuditPage = Type.Object(
  {
    rows: Type.Array(
      Type.Object({
        seq: Type.Integer(),
        at: Type.String(),
        who: text,
        what: Type.String(),
        detail: Type.String(),
        address: text,
      }),
    ),
    next: nullable(Type.Integer()),
  },
  { $id: 'AuditPage' },
);
export type AuditPage = Type.Static<typeof AuditPage>;
