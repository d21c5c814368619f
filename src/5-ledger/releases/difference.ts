/** What changed between two states, claim by claim, each with the statements that changed it. */
import { type RawBuilder, sql } from 'kysely';
import { ReportedlyError } from '../../errors.ts';
import { written } from '../drivers/written.ts';
import { SHOWN_STATES } from '../index/explode.ts';
import { parsePayload, type SaidRow } from '../index/stored.ts';
import type { ClaimRow } from '../read/claim-types.ts';
import { loadClaims } from '../read/load-claims.ts';
import { differingFields } from '../read/reread.ts';
import type { LogEntry } from '../read/said-types.ts';
import { snapshotAt } from '../read/snapshot.ts';
import type { Store } from '../store.ts';
import type { TableRow } from '../tables.ts';
import type { ReleaseChange, ReleaseReason } from './release-types.ts';
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
  for (const { seq } of documents) yield* documentChanges(store, { seq, before, after }, left, came);
}

/** A document, and between which statements its changes are looked for. */
interface Between {
  seq: number;
  before: number;
  after: number;
}

async function* documentChanges(
  store: Store,
  document: Between,
  left: RawBuilder<boolean>,
  came: RawBuilder<boolean>,
): AsyncIterable<ReleaseChange> {
  const gone = await versions(store, document.seq, left);
  const now = await versions(store, document.seq, came);
  for (const after of now.values()) {
    const old = gone.get(after.id);
    gone.delete(after.id);
    const fields = old ? changedFields(old, after) : [];
    if (old && fields.length === 0) continue;
    const change = old ? 'changed' : 'added';
    yield {
      ...base(after, change, fields),
      before: old ?? null,
      after,
      reasons: await reasons(store, document, after.id),
    };
  }
  for (const before of gone.values()) {
    yield {
      ...base(before, 'removed', []),
      before,
      after: null,
      reasons: await reasons(store, document, before.id),
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
): Promise<Map<string, ClaimRow>> {
  const found = await store.read.all(
    written<TableRow<'claims'>>(
      store.build,
      sql`select c.* from claims c where c.document_seq = ${document} and ${condition}
        and c.review in (${sql.join(SHOWN_STATES)}) order by c.start, c."row"`,
    ),
  );
  const rows = await loadClaims(store, found);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Each statement that began or ended a version of the claim, in order, with what its author gave as the reason. */
async function reasons(
  { read, build }: Store,
  { seq, before, after }: Between,
  claim: string,
): Promise<ReleaseReason[]> {
  const within = (column: string) =>
    sql`select ${sql.ref(column)} from claims where document_seq = ${seq} and claim = ${claim}
      and ${sql.ref(column)} > ${before} and ${sql.ref(column)} <= ${after}`;
  const query = sql`select l.*, s.payload, s.replaced from log l join said s on s.seq = l.seq
    where l.seq in (${within('since')} union ${within('until')}) order by l.seq`;
  const rows = await read.all(written<LogEntry & SaidRow>(build, query));
  return rows.map(({ payload, replaced, ...entry }) => ({
    ...entry,
    why:
      entry.who === null ? null : (parsePayload<{ why?: string | null }>({ payload, replaced })?.why ?? null),
  }));
}
