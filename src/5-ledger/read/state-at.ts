/** The claims of one document as they stood in a past state, worked out from its statements. */
import { sql } from 'kysely';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { loadReading } from '../index/stored.ts';
import type { DocumentHistory } from '../review/document-state.ts';
import { loadHistory } from '../review/history.ts';
import type { Store } from '../store.ts';
import { inForce, type Snapshot } from './snapshot.ts';

/** What was said of a document up to a state; `documentState` makes the claims of it. */
export async function historyAt(
  { read, build }: Store,
  document: string,
  snapshot: Snapshot,
): Promise<DocumentHistory> {
  const current = await first(
    read,
    written<{ reading: number }>(
      build,
      sql`select k.reading from current_readings k where k.document = ${document} and ${inForce('k', snapshot)}`,
    ),
  );
  const payload = current ? await loadReading(read, build, current.reading) : null;
  return loadHistory(read, build, document, payload?.reading ?? null, { until: snapshot.seq });
}
