/** Which state of the ledger a read sees. */
import { type RawBuilder, sql } from 'kysely';
import { ReportedlyError } from '../../errors.ts';
import type { ReadOptions } from '../contract.ts';
import { first } from '../drivers/driver.ts';
import type { Store } from '../store.ts';

/** The state after statement `seq`; `latest` when nothing newer was there as the read began. */
export interface Snapshot {
  seq: number;
  latest: boolean;
}

export async function snapshotAt(store: Store, { asOf }: ReadOptions = {}): Promise<Snapshot> {
  const { build, read } = store;
  const head = (await first(read, build.selectFrom('head').select('seq')))!.seq!;
  if (asOf === undefined) return { seq: head, latest: true };
  if (typeof asOf === 'number') {
    if (!Number.isSafeInteger(asOf) || asOf < 0) {
      throw new ReportedlyError('query-invalid', { reason: `${asOf} is no statement number` });
    }
    return { seq: Math.min(asOf, head), latest: false };
  }
  const at = isoTime(asOf);
  const query = build
    .selectFrom('log')
    .select('seq')
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1);
  return { seq: (await first(read, query))?.seq ?? 0, latest: false };
}

/** A time as the statements have it. A date alone is its first instant, UTC. */
export function isoTime(text: string): string {
  const time = /^\d{4}-\d\d-\d\d(T|$)/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(time.getTime())) {
    const reason = `${JSON.stringify(text.slice(0, 40))} is no time such as 2017-10-12T00:00Z`;
    throw new ReportedlyError('query-invalid', { reason });
  }
  return time.toISOString();
}

/** Versions in force in that state, of a table with `since` and `until`. */
export function inForce(table: string, { seq, latest }: Snapshot): RawBuilder<boolean> {
  const since = sql.ref(`${table}.since`);
  const until = sql.ref(`${table}.until`);
  return latest
    ? sql<boolean>`${until} is null`
    : sql<boolean>`(${since} <= ${seq} and (${until} is null or ${until} > ${seq}))`;
}
