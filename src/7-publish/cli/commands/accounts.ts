/** `reportedly accounts` and `reportedly tokens`: who may use a shared ledger, and programs in their name. */
import { randomBytes } from 'node:crypto';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ReportedlyError } from '../../../errors.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { LEAST_TOKEN_DAYS, MOST_TOKEN_DAYS } from '../../accounts/limits.ts';
import { PERMISSIONS, type Permission, ROLES, type Role } from '../../accounts/roles.ts';
import { clean } from '../claims-table.ts';
import { wholeNumber } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, ledgerPath } from '../where.ts';

async function withAccounts<T>(command: Command, work: (accounts: Accounts) => Promise<T>): Promise<T> {
  const { Accounts } = await import('../../accounts/accounts.ts');
  const accounts = await Accounts.open(ledgerPath(command.optsWithGlobals<LedgerChoice>()));
  try {
    return await work(accounts);
  } finally {
    await accounts.close();
  }
}

const roleOption = (flags: string) => new Option(flags, 'what they may do').choices([...ROLES]);
const PASSWORD = [
  '--password-stdin',
  'read the password from standard input; else one is made and shown once',
] as const;

export function addAccounts(program: Command): void {
  const accounts = program
    .command('accounts')
    .description('who may use this ledger on a server; they are kept beside it, never in it');
  accounts
    .command('add')
    .argument('<name>', 'the name that their decisions are signed with')
    .requiredOption('--email <address>', 'what they sign in with; no mail is sent')
    .addOption(roleOption('--role <role>').default('viewer'))
    .option(...PASSWORD)
    .description('make an account')
    .action(
      async (
        name: string,
        options: { email: string; role: Role; passwordStdin?: boolean },
        self: Command,
      ) => {
        const password = await passwordFor(options);
        await withAccounts(self, (all) =>
          all.add({ name, email: options.email, role: options.role, password }),
        );
        say(`${clean(name)} can sign in with ${clean(options.email)} as ${options.role}.`);
        if (!options.passwordStdin) write(`${password}\n`);
      },
    );
  accounts
    .command('list')
    .option('--json', 'print a line of JSON each')
    .description('list the accounts')
    .action(async ({ json }: { json?: boolean }, self: Command) => {
      const users = await withAccounts(self, (all) => all.list());
      for (const { name, email, role, createdAt } of users)
        write(
          json
            ? `${JSON.stringify({ name, email, role, created: new Date(createdAt).toISOString() })}\n`
            : `${role.padEnd(8)}${clean(name)}  ${clean(email)}\n`,
        );
      say(`${users.length} accounts.`);
    });
  accounts
    .command('role')
    .argument('<account>', 'name or mail address')
    .argument('<role>', ROLES.join(', '))
    .description('give another role; it holds at once')
    .action(async (account: string, role: string, _: unknown, self: Command) => {
      if (!(ROLES as readonly string[]).includes(role)) {
        throw new ReportedlyError('account-invalid', { reason: `${role} is none of ${ROLES.join(', ')}` });
      }
      await withAccounts(self, (all) => all.setRole(account, role as Role));
    });
  accounts
    .command('password')
    .argument('<account>', 'name or mail address')
    .option(...PASSWORD)
    .description('set a new password and end their sessions')
    .action(async (account: string, options: { passwordStdin?: boolean }, self: Command) => {
      const password = await passwordFor(options);
      await withAccounts(self, (all) => all.setPassword(account, password));
      if (!options.passwordStdin) write(`${password}\n`);
    });
  accounts
    .command('remove')
    .argument('<account>', 'name or mail address')
    .description('remove an account with its tokens; what was decided under it stays')
    .action(async (account: string, _: unknown, self: Command) => {
      await withAccounts(self, (all) => all.remove(account));
    });
  accounts
    .command('log')
    .option('--limit <n>', 'at most so many; default 50', wholeNumber)
    .option('--json', 'print a line of JSON each')
    .description('who signed in, who exported what, newest first')
    .action(async ({ limit, json }: { limit?: number; json?: boolean }, self: Command) => {
      for (const entry of await withAccounts(self, (all) => all.audited(limit ?? 50)))
        write(
          json
            ? `${JSON.stringify(entry)}\n`
            : `${entry.at}  ${entry.what.padEnd(16)} ${clean(entry.who ?? '-')}  ${clean(entry.detail)}  ${entry.address ?? ''}\n`,
        );
    });
}

export function addTokens(program: Command): void {
  const tokens = program
    .command('tokens')
    .description('API tokens, for programs that act in the name of an account');
  tokens
    .command('add')
    .argument('<account>', 'whose name it acts in: name or mail address')
    .requiredOption('--name <name>', 'what it is for')
    .addOption(
      new Option('--scope <permission...>', 'what it may do, as far as its owner may')
        .choices([...PERMISSIONS])
        .default(['read']),
    )
    .option('--days <n>', 'it ends after so many days; default never', days)
    .description('make a token; it is printed this once')
    .action(
      async (
        account: string,
        options: { name: string; scope: Permission[]; days?: number },
        self: Command,
      ) => {
        const made = await withAccounts(self, (all) =>
          all.addToken(account, { name: options.name, scopes: options.scope, days: options.days ?? null }),
        );
        write(`${made.token}\n`);
        say('Keep it: only its hash is kept here. Send it as Authorization: Bearer.');
      },
    );
  tokens
    .command('list')
    .argument('[account]', 'only those of one account')
    .option('--json', 'print a line of JSON each')
    .description('list tokens by their beginnings')
    .action(async (account: string | undefined, { json }: { json?: boolean }, self: Command) => {
      for (const { hash: _, ...token } of await withAccounts(self, (all) => all.tokens(account)))
        write(
          json
            ? `${JSON.stringify(token)}\n`
            : `${token.prefix}…  ${clean(token.owner)}  ${clean(token.name)}  ${token.scopes}  ends ${token.expires ?? 'never'}\n`,
        );
    });
  tokens
    .command('remove')
    .argument('<token>', 'its id or its beginning')
    .description('end a token')
    .action(async (token: string, _: unknown, self: Command) => {
      await withAccounts(self, (all) => all.removeToken(token.replace(/…$/, '')));
    });
}

function days(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < LEAST_TOKEN_DAYS || n > MOST_TOKEN_DAYS)
    throw new InvalidArgumentError(`A number from ${LEAST_TOKEN_DAYS} to ${MOST_TOKEN_DAYS}.`);
  return n;
}

async function passwordFor({ passwordStdin }: { passwordStdin?: boolean }): Promise<string> {
  if (!passwordStdin) return randomBytes(15).toString('base64url');
  let text = '';
  for await (const piece of process.stdin) {
    text += String(piece);
    if (text.length > 1000) break;
  }
  return text.replace(/\r?\n$/, '');
}
