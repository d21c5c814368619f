/** The tables of accounts: `user` is better-auth's, with our role; tokens, audit and settings are ours. */
import type { Generated, Kysely } from 'kysely';

export interface UserTable {
  id: string;
  name: string;
  email: string;
  role: string;
  createdAt: string | Date;
}

export interface TokenTable {
  id: string;
  user: string;
  name: string;
  /** Its beginning, to know it again by. */
  prefix: string;
  /** sha256 of the token; the token itself is kept nowhere. */
  hash: string;
  /** Names with a space between. */
  scopes: string;
  created: string;
  expires: string | null;
  used: string | null;
}

export interface AuditTable {
  seq: Generated<number>;
  at: string;
  who: string | null;
  what: string;
  detail: string;
  address: string | null;
}

export interface AccountTables {
  user: UserTable;
  token: TokenTable;
  audit: AuditTable;
  setting: { key: string; value: string };
}

export async function makeTables(build: Kysely<AccountTables>, kind: 'sqlite' | 'postgres'): Promise<void> {
  await build.schema
    .createTable('setting')
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await build.schema
    .createTable('token')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('prefix', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('created', 'text', (column) => column.notNull())
    .addColumn('expires', 'text')
    .addColumn('used', 'text')
    .execute();
  await build.schema
    .createTable('audit')
    .ifNotExists()
    .addColumn('seq', kind === 'sqlite' ? 'integer' : 'serial', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('who', 'text')
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('address', 'text')
    .execute();
}
