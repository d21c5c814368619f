/** Users, tokens, settings and the audit of sign-ins and exports, as rows. */
import type { AccountsDatabase } from './database.ts';
import type { TokenTable, UserTable } from './tables.ts';

export interface AuditEntry {
  seq: number;
  at: string;
  who: string | null;
  /** sign-in, sign-in-refused, sign-out, export, account-added … */
  what: string;
  detail: string;
  address: string | null;
}

export class AccountStore {
  readonly database: AccountsDatabase;

  constructor(database: AccountsDatabase) {
    this.database = database;
  }

  get #build() {
    return this.database.build;
  }

  async setting(key: string, make: () => string): Promise<string> {
    const row = { key, value: make() };
    await this.#build
      .insertInto('setting')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
    const kept = await this.#build
      .selectFrom('setting')
      .select('value')
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    return kept.value;
  }

  users(): Promise<UserTable[]> {
    return this.#build
      .selectFrom('user')
      .select(['id', 'name', 'email', 'role', 'createdAt'])
      .orderBy('name')
      .execute();
  }

  user(id: string): Promise<UserTable | undefined> {
    return this.#build
      .selectFrom('user')
      .select(['id', 'name', 'email', 'role', 'createdAt'])
      .where('id', '=', id)
      .executeTakeFirst();
  }

  async setRole(id: string, role: string): Promise<void> {
    await this.#build.updateTable('user').set({ role }).where('id', '=', id).execute();
  }

  /** With all that hangs on it: sessions and passwords by the database's own rule, tokens here. */
  async removeUser(id: string): Promise<void> {
    await this.#build.deleteFrom('token').where('user', '=', id).execute();
    await this.#build.deleteFrom('user').where('id', '=', id).execute();
  }

  async addToken(token: TokenTable): Promise<void> {
    await this.#build.insertInto('token').values(token).execute();
  }

  tokens(user?: string): Promise<TokenTable[]> {
    let query = this.#build.selectFrom('token').selectAll().orderBy('created');
    if (user !== undefined) query = query.where('user', '=', user);
    return query.execute();
  }

  tokenByHash(hash: string): Promise<TokenTable | undefined> {
    return this.#build.selectFrom('token').selectAll().where('hash', '=', hash).executeTakeFirst();
  }

  async tokenUsed(id: string, used: string): Promise<void> {
    await this.#build.updateTable('token').set({ used }).where('id', '=', id).execute();
  }

  async removeToken(id: string): Promise<void> {
    await this.#build.deleteFrom('token').where('id', '=', id).execute();
  }

  async audit(entry: Omit<AuditEntry, 'seq'>): Promise<void> {
    await this.#build.insertInto('audit').values(entry).execute();
  }

  /** Newest first. */
  audited(limit: number, before?: number): Promise<AuditEntry[]> {
    let query = this.#build.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit);
    if (before !== undefined) query = query.where('seq', '<', before);
    return query.execute();
  }
}
