/** Which decisions found no claim with their words, and why: as it is now, or as it was in a past state. */
import { sql } from 'kysely';
import type { ReadOptions } from '../contract.ts';
import { written } from '../drivers/written.ts';
import { documentState } from '../review/document-state.ts';
import type { Store } from '../store.ts';
import { snapshotAt } from './snapshot.ts';
import { historyAt } from './state-at.ts';

/** Reasons by the number of the decision's statement. */
export async function orphanReasons(store: Store, options?: ReadOptions): Promise<Map<number, string>> {
  const { read, build } = store;
  const snapshot = await snapshotAt(store, options);
  if (snapshot.latest) {
    const rows = await read.all(build.selectFrom('orphans').selectAll().orderBy('decision'));
    return new Map(rows.map(({ decision, reason }) => [decision!, reason!]));
  }
  const decided = await read.all(
    written<{ document: string }>(
      build,
      sql`select distinct document from log
        where kind = 'decision' and document is not null and seq <= ${snapshot.seq}`,
    ),
  );
  const reasons = new Map<number, string>();
  for (const { document } of decided) {
    const { orphans } = documentState(await historyAt(store, document, snapshot));
    for (const { decision, reason } of orphans) reasons.set(decision, reason);
  }
  return reasons;
}
