/** API tokens: 256 random bits, shown once; only their hash is kept, and their beginning to know them again by. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { TokenTable } from '../../5-ledger/accounts/index.ts';
import type { Permission } from './roles.ts';

const MARK = 'rpt_';
const SHOWN = MARK.length + 6;

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export const looksLikeToken = (text: string): boolean => /^rpt_[\w-]{43}$/.test(text);

export interface TokenInput {
  user: string;
  name: string;
  scopes: readonly Permission[];
  created: string;
  expires: string | null;
}

/** The row to keep, and the token itself, which is not kept. */
export function newToken({ user, name, scopes, created, expires }: TokenInput): {
  row: TokenTable;
  token: string;
} {
  const token = MARK + randomBytes(32).toString('base64url');
  return {
    token,
    row: {
      id: randomUUID(),
      user,
      name,
      prefix: token.slice(0, SHOWN),
      hash: hashOfToken(token),
      scopes: scopes.join(' '),
      created,
      expires,
      used: null,
    },
  };
}

/** The token of a request: `Bearer`, or the password of `Basic`, which feed readers can send. */
export function tokenOf(authorization: string | undefined): string | null {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ', 2);
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return null;
  const given = Buffer.from(value, 'base64').toString('utf8');
  return given.slice(given.indexOf(':') + 1);
}
