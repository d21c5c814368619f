/** better-auth, set up for what is needed here: names, passwords and sessions; nobody signs up by themselves. */
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import type { AccountsDatabase } from '../../5-ledger/accounts/index.ts';

export const LEAST_PASSWORD = 12;
const WEEK_SECONDS = 7 * 24 * 3600;
/** A session that was ended elsewhere is believed for so long; roles and removals hold at once. */
const BELIEVED_SECONDS = 30;

export interface AuthSettings {
  secret: string;
  /** Where people open the workbench: https makes cookies secure. */
  origin: string;
}

function optionsOf({ build, kind }: AccountsDatabase, { secret, origin }: AuthSettings) {
  return {
    database: { db: build, type: kind },
    secret,
    baseURL: origin,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    // It would write addresses and names of those who fail to sign in; the audit has them.
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: LEAST_PASSWORD },
    user: { additionalFields: { role: { type: 'string' as const, required: true, input: false } } },
    session: { expiresIn: WEEK_SECONDS, cookieCache: { enabled: true, maxAge: BELIEVED_SECONDS } },
    advanced: {
      cookiePrefix: 'reportedly',
      defaultCookieAttributes: { sameSite: 'strict' as const, httpOnly: true },
    },
    // The server limits requests itself.
    rateLimit: { enabled: false },
  };
}

export async function openAuth(database: AccountsDatabase, settings: AuthSettings) {
  const options = optionsOf(database, settings);
  // biome-ignore lint/suspicious/noExplicitAny: its Kysely knows no tables
  const loose = options as any;
  await (await getMigrations(loose)).runMigrations();
  return betterAuth(loose as typeof options & { database: never });
}

export type Auth = Awaited<ReturnType<typeof openAuth>>;
