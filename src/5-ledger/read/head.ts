/** The number of the last statement: asked for with each request to a server, so the query is made once. */
import type { CompiledQuery } from 'kysely';
import type { Query } from '../drivers/driver.ts';
import type { Store } from '../store.ts';

export function headReader({ build, read }: Store): () => Promise<number> {
  const compiled = build.selectFrom('head').select('seq').compile() as CompiledQuery<{ seq: number | null }>;
  const query: Query<{ seq: number | null }> = { compile: () => compiled };
  return async () => (await read.all(query))[0]!.seq!;
}
