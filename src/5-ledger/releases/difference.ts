/** What changed between two states, claim by claim, each with the statement that changed it. */
import { type RawBuilder, sql } from 'kysely';
import { ReportedlyError } from '../../errors.ts';
import { written } from '../drivers/written.ts';
import { SHOWN_STATES } from '../index/explode.ts';
import type { ClaimRow } from '../read/claim-types.ts';
import { loadClaims } from '../read/load-claims.ts';
import { differingFields } from '../read/reread.ts';
import type { LogEntry } from '../read/said-types.ts';
import { snapshotAt } from '../read/snapshot.ts';
import type { Store } from '../store.ts';
import type { TableRow } from '../tables.ts';
import type { ReleaseChange } from './release-types.ts';
import { findRelease } from './releases.ts';

/** `to` null: the state as it is now. Document by document, in constant memory. */
export async function* compareReleases(
  store: Store,
  from: string,
  to: string | null,
): AsyncIterable<ReleaseChange> {
  const before = (await findRelease(store, from)).state.seq;
  const after = to === null ? (await snapshotAt(store)).seq : (await findRelease(store, to)).state.seq;
  if (before > after) {
    throw new ReportedlyError('query-invalid', { reason: `the release ${from} is newer than ${to}` });
  }
  const left = sql<boolean>`(c.since <= ${before} and c.until > ${before} and c.until <= ${after})`;
  const came = sql<boolean>`(c.since > ${before} and c.since <= ${after} and (c.until is null or c.until > ${after}))`;
  const documents = await store.read.all(
    written<{ seq: number }>(
      store.build,
      sql`select distinct c.document_seq as seq from claims c where ${left} or ${came} order by 1`,
    ),
  );
  for (const { seq } of documents) yield* documentChanges(store, seq, left, came);
}

async function* documentChanges(
  store: Store,
  document: number,
  left: RawBuilder<boolean>,
  came: RawBuilder<boolean>,
): AsyncIterable<ReleaseChange> {
  const gone = await versions(store, document, left);
  const now = await versions(store, document, came);
  for (const { row: after, version } of now.values()) {
    const old = gone.get(after.id);
    gone.delete(after.id);
    const fields = old ? changedFields(old.row, after) : [];
    if (old && fields.length === 0) continue;
    const change = old ? 'changed' : 'added';
    yield {
      ...base(after, change, fields),
      before: old?.row ?? null,
      after,
      reason: await reason(store, version.since!),
    };
  }
  for (const { row: before, version } of gone.values()) {
    yield {
      ...base(before, 'removed', []),
      before,
      after: null,
      reason: await reason(store, version.until!),
    };
  }
}

/** Review and withdrawal count too: a release tells what people decided. */
function changedFields(before: ClaimRow, after: ClaimRow): string[] {
  const fields = differingFields(before, after);
  if (before.review !== after.review) fields.push('review');
  if (before.withdrawn !== after.withdrawn) fields.push('withdrawn');
  return fields;
}

function base(row: ClaimRow, change: ReleaseChange['change'], fields: string[]) {
  return { claim: row.id, document: row.document, change, fields };
}

/** Versions of shown claims, by claim. A claim that is not shown is as good as not there. */
async function versions(
  store: Store,
  document: number,
  condition: RawBuilder<boolean>,
): Promise<Map<string, { row: ClaimRow; version: TableRow<'claims'> }>> {
  const found = await store.read.all(
    written<TableRow<'claims'>>(
      store.build,
      sql`select c.* from claims c where c.document_seq = ${document} and ${condition}
        and c.review in (${sql.join(SHOWN_STATES)}) order by c.start, c."row"`,
    ),
  );
  const rows = await loadClaims(store, found);
  return new Map(rows.map((row, i) => [row.id, { row, version: found[i]! }]));
}

async function reason({ read, build }: Store, seq: number): Promise<LogEntry | null> {
  const [entry] = await read.all(build.selectFrom('log').selectAll().where('seq', '=', seq));
  return (entry as LogEntry | undefined) ?? null;
}
