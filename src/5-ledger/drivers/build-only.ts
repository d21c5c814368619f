/** Kysely as a builder: queries are compiled for a dialect and run by our own drivers. */
import {
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Database } from '../tables.ts';

function builder(
  createAdapter: () => DialectAdapter,
  createQueryCompiler: () => QueryCompiler,
  createIntrospector: (db: Kysely<unknown>) => DatabaseIntrospector,
): Kysely<Database> {
  const dialect: Dialect = {
    createAdapter,
    createQueryCompiler,
    createIntrospector: createIntrospector as Dialect['createIntrospector'],
    createDriver: () => new DummyDriver(),
  };
  return new Kysely<Database>({ dialect });
}

export const sqliteBuilder = (): Kysely<Database> =>
  builder(
    () => new SqliteAdapter(),
    () => new SqliteQueryCompiler(),
    (db) => new SqliteIntrospector(db),
  );

export const postgresBuilder = (): Kysely<Database> =>
  builder(
    () => new PostgresAdapter(),
    () => new PostgresQueryCompiler(),
    (db) => new PostgresIntrospector(db),
  );
