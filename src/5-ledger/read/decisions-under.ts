/** What would become of the decisions on a document if another Reading of it were in force. Nothing is recorded. */
import { sql } from 'kysely';
import type { Reading } from '../../records/index.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { loadReading } from '../index/stored.ts';
import { documentState } from '../review/document-state.ts';
import { loadHistory } from '../review/history.ts';
import type { Store } from '../store.ts';
import type { CarriedOver } from './said-types.ts';

export async function decisionsUnder(store: Store, reading: Reading): Promise<CarriedOver> {
  const { read, build } = store;
  const { document } = reading;
  const history = await loadHistory(read, build, document, reading);
  if (history.decisions.length === 0) return { carried: [], orphaned: [] };
  const after = documentState(history);
  const now = documentState({ ...history, reading: await readingInForce(store, document) });
  const already = new Set(now.orphans.map(({ decision }) => decision));
  const standsOn = new Map<number, string[]>();
  for (const { claim, decisions } of after.claims) {
    for (const seq of decisions) standsOn.set(seq, [...(standsOn.get(seq) ?? []), claim.id]);
  }
  const reasons = new Map(after.orphans.map(({ decision, reason }) => [decision, reason]));
  const told: CarriedOver = { carried: [], orphaned: [] };
  for (const { seq, at, who, why, decision, words } of history.decisions) {
    const entry = { seq, at, who, why, decision };
    const reason = reasons.get(seq);
    const claims = standsOn.get(seq);
    if (reason !== undefined && !already.has(seq)) {
      const added = decision.type === 'add' ? decision.claim.text : null;
      told.orphaned.push({ ...entry, inForce: false, document, words: words[0]?.text ?? added, reason });
    } else if (reason === undefined && claims) told.carried.push({ ...entry, inForce: true, claims });
  }
  return told;
}

async function readingInForce({ read, build }: Store, document: string): Promise<Reading | null> {
  const query = sql`select reading from current_readings where document = ${document} and until is null`;
  const current = await first(read, written<{ reading: number }>(build, query));
  return current ? ((await loadReading(read, build, current.reading))?.reading ?? null) : null;
}
