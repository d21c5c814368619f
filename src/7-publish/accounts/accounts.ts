/** Accounts of a shared ledger: who they are, what they may do, how they sign in. */
import { randomBytes } from 'node:crypto';
import {
  AccountStore,
  type AuditEntry,
  makeTables,
  openAccountsDatabase,
  type TokenTable,
  type UserTable,
} from '../../5-ledger/accounts/index.ts';
import { ReportedlyError } from '../../errors.ts';
import { type Auth, LEAST_PASSWORD, openAuth } from './auth.ts';
import { isPermission, isRole, MAY, type Permission, type Role } from './roles.ts';
import { hashOfToken, looksLikeToken, newToken } from './tokens.ts';

/** Whoever a request is from. */
export interface Account {
  id: string;
  name: string;
  email: string;
  role: Role;
  may: ReadonlySet<Permission>;
  via: 'session' | 'token';
}

export interface NewAccount {
  name: string;
  email: string;
  role: Role;
  password: string;
}

/** A token's `used` is written at most so often. */
const USED_MS = 60_000;

export class Accounts {
  readonly #store: AccountStore;
  readonly #auth: Auth;
  readonly #now: () => Date;

  private constructor(store: AccountStore, auth: Auth, now: () => Date) {
    this.#store = store;
    this.#auth = auth;
    this.#now = now;
  }

  /** `where` is the ledger's; `origin` where people open the workbench. */
  static async open(
    where: string,
    { origin = 'http://127.0.0.1', now = () => new Date() }: { origin?: string; now?: () => Date } = {},
  ): Promise<Accounts> {
    const database = await openAccountsDatabase(where);
    try {
      return await database.alone(async () => {
        await makeTables(database.build, database.kind);
        const store = new AccountStore(database);
        const secret = await store.setting('secret', () => randomBytes(32).toString('base64url'));
        return new Accounts(store, await openAuth(database, { secret, origin }), now);
      });
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  list(): Promise<UserTable[]> {
    return this.#store.users();
  }

  async hasAdmin(): Promise<boolean> {
    return (await this.list()).some(({ role }) => role === 'admin');
  }

  async add({ name, email, role, password }: NewAccount): Promise<void> {
    if (!/^[^\p{C}]{1,100}$/u.test(name) || name.trim() !== name)
      invalid('a name is one line of at most 100');
    if (!/^[^\s@]{1,100}@[^\s@]{1,150}$/.test(email)) invalid(`${email.slice(0, 100)} is no mail address`);
    checkPassword(password);
    const known = await this.list();
    if (known.some((user) => user.name === name || user.email === email.toLowerCase()))
      throw new ReportedlyError('account-exists', { account: name });
    const { internalAdapter, password: passwords } = await this.#auth.$context;
    const user = await internalAdapter.createUser({ email, name, role, emailVerified: true }, {
      method: 'admin',
    } as never);
    const hash = await passwords.hash(password);
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: hash,
    });
    await this.note('account-added', name, role);
  }

  async setRole(account: string, role: Role): Promise<void> {
    const user = await this.find(account);
    if (role !== 'admin') await this.#keepAnAdmin(user);
    await this.#store.setRole(user.id, role);
    await this.note('role-changed', user.name, role);
  }

  async setPassword(account: string, password: string): Promise<void> {
    checkPassword(password);
    const user = await this.find(account);
    const { internalAdapter, password: passwords } = await this.#auth.$context;
    await internalAdapter.updatePassword(user.id, await passwords.hash(password));
    await internalAdapter.deleteUserSessions(user.id);
    await this.note('password-changed', user.name, '');
  }

  async remove(account: string): Promise<void> {
    const user = await this.find(account);
    await this.#keepAnAdmin(user);
    await this.#store.removeUser(user.id);
    await this.note('account-removed', user.name, user.role);
  }

  /** By name or mail address. */
  async find(account: string): Promise<UserTable> {
    const asked = account.toLowerCase();
    const found = (await this.list()).find(({ name, email }) => name === account || email === asked);
    if (!found) throw new ReportedlyError('account-not-found', { account });
    return found;
  }

  /** Cookies to set, or null where name or password are wrong. */
  async signIn(email: string, password: string, headers: Headers): Promise<string[] | null> {
    const answer = await this.#auth.api.signInEmail({ body: { email, password }, headers, asResponse: true });
    return answer.ok ? answer.headers.getSetCookie() : null;
  }

  async signOut(headers: Headers): Promise<string[]> {
    const answer = await this.#auth.api.signOut({ headers, asResponse: true });
    return answer.headers.getSetCookie();
  }

  /** Of a request's cookies; with cookies to renew. */
  async ofSession(headers: Headers): Promise<{ account: Account; cookies: string[] } | null> {
    const answer = await this.#auth.api.getSession({ headers, returnHeaders: true });
    const id = answer.response?.user.id;
    const user = id === undefined ? undefined : await this.#store.user(id);
    if (!user) return null;
    const account = accountOf(user, 'session', MAY[roleOf(user)]);
    return { account, cookies: answer.headers?.getSetCookie() ?? [] };
  }

  async ofToken(token: string): Promise<Account | null> {
    if (!looksLikeToken(token)) return null;
    const row = await this.#store.tokenByHash(hashOfToken(token));
    const now = this.#now();
    if (!row || (row.expires !== null && row.expires <= now.toISOString())) return null;
    const user = await this.#store.user(row.user);
    if (!user) return null;
    if (row.used === null || now.getTime() - Date.parse(row.used) > USED_MS)
      await this.#store.tokenUsed(row.id, now.toISOString());
    const scopes = row.scopes.split(' ').filter(isPermission);
    const own = MAY[roleOf(user)];
    return accountOf(
      user,
      'token',
      scopes.filter((scope) => own.includes(scope)),
    );
  }

  /** The token, which is shown this once. */
  async addToken(
    account: string,
    { name, scopes, days }: { name: string; scopes: readonly Permission[]; days: number | null },
  ): Promise<{ token: string; row: TokenTable }> {
    const user = await this.find(account);
    if (!/^[^\p{C}]{1,100}$/u.test(name)) invalid('the name of a token is one line of at most 100');
    const now = this.#now();
    const expires = days === null ? null : new Date(now.getTime() + days * 86_400_000).toISOString();
    const made = newToken({ user: user.id, name, scopes, created: now.toISOString(), expires });
    await this.#store.addToken(made.row);
    await this.note('token-added', user.name, `${made.row.prefix}… ${name}: ${made.row.scopes}`);
    return made;
  }

  async tokens(account?: string): Promise<(TokenTable & { owner: string })[]> {
    const users = new Map((await this.list()).map(({ id, name }) => [id, name]));
    const rows = await this.#store.tokens(account === undefined ? undefined : (await this.find(account)).id);
    return rows.map((row) => ({ ...row, owner: users.get(row.user) ?? '' }));
  }

  /** By its id or what is shown of it; only the owner's where one is named. */
  async removeToken(token: string, owner?: string): Promise<void> {
    const found = (await this.tokens(owner)).filter(({ id, prefix }) => id === token || prefix === token);
    if (found.length !== 1) throw new ReportedlyError('token-not-found', { token });
    await this.#store.removeToken(found[0]!.id);
    await this.note('token-removed', found[0]!.owner, found[0]!.prefix);
  }

  /** Writes down what happened. Never a password, a token or what a search was for. */
  note(what: string, who: string | null, detail: string, address: string | null = null): Promise<void> {
    return this.#store.audit({ at: this.#now().toISOString(), who, what, detail, address });
  }

  audited(limit: number, before?: number): Promise<AuditEntry[]> {
    return this.#store.audited(limit, before);
  }

  close(): Promise<void> {
    return this.#store.database.close();
  }

  async #keepAnAdmin(user: UserTable): Promise<void> {
    const admins = (await this.list()).filter(({ role }) => role === 'admin');
    if (admins.length === 1 && admins[0]!.id === user.id)
      invalid('a shared ledger needs an admin, and this is the last');
  }
}

const roleOf = ({ role }: UserTable): Role => (isRole(role) ? role : 'viewer');

const accountOf = (user: UserTable, via: Account['via'], may: readonly Permission[]): Account => ({
  id: user.id,
  name: user.name,
  email: user.email,
  role: roleOf(user),
  may: new Set(may),
  via,
});

function checkPassword(password: string): void {
  if (password.length < LEAST_PASSWORD || password.length > 128)
    invalid(`a password has ${LEAST_PASSWORD} to 128 characters`);
}

function invalid(reason: string): never {
  throw new ReportedlyError('account-invalid', { reason });
}
