/** How much of what is here was read, and of the claims reviewed. */
import { sql } from 'kysely';
import { type Matching, matchingIfLoaded } from '../columns/matching.ts';
import type { ReadOptions } from '../contract.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { SHOWN_STATES } from '../index/explode.ts';
import type { Store } from '../store.ts';
import type { Coverage } from './document-types.ts';
import { inForce, type Snapshot, snapshotAt } from './snapshot.ts';

type DocumentCounts = Pick<Coverage, 'documents' | 'read' | 'notRead'>;
type ClaimCounts = Pick<Coverage, 'claims' | 'reviewed'>;

export async function coverage(store: Store, options?: ReadOptions): Promise<Coverage> {
  const snapshot = await snapshotAt(store, options);
  const found = await matchingIfLoaded(store, {}, snapshot);
  if (!found) return { ...(await countDocuments(store, snapshot)), ...(await countClaims(store, snapshot)) };
  return { ...(await documentsOnce(store, found, snapshot)), ...countInColumns(found) };
}

async function countDocuments({ read, build }: Store, snapshot: Snapshot): Promise<DocumentCounts> {
  const query = sql`select
    (select count(*) from documents where seq <= ${snapshot.seq}) as documents,
    (select count(*) from current_readings k where ${inForce('k', snapshot)})
      - (select count(*) from readings r cross join current_readings k
        where r.was_read = 0 and k.reading = r.seq and ${inForce('k', snapshot)}) as read`;
  const counts = (await first(read, written<{ documents: number; read: number }>(build, query)))!;
  return { ...counts, notRead: counts.documents - counts.read };
}

async function countClaims({ read, build }: Store, snapshot: Snapshot): Promise<ClaimCounts> {
  const query = sql`select count(*) as claims,
    coalesce(sum(case when c.review = 'undecided' then 0 else 1 end), 0) as reviewed
    from claims c where c.review in (${sql.join(SHOWN_STATES)}) and ${inForce('c', snapshot)}`;
  return (await first(read, written<ClaimCounts>(build, query)))!;
}

function countInColumns({ columns, mask }: Matching): ClaimCounts {
  const { review } = columns.text;
  const decided = review.passing((state) => state !== 'undecided');
  let claims = 0;
  let reviewed = 0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    claims++;
    reviewed += decided[review.codes[i]!]!;
  }
  return { claims, reviewed };
}

/** Every screen asks, so what was counted is kept while the columns stay as they are. */
const kept = new WeakMap<Matching['columns'], { key: string; counts: DocumentCounts }>();

async function documentsOnce(
  store: Store,
  { columns }: Matching,
  snapshot: Snapshot,
): Promise<DocumentCounts> {
  const key = `${columns.seq} ${JSON.stringify(snapshot)}`;
  const known = kept.get(columns);
  if (known?.key === key) return known.counts;
  const counts = await countDocuments(store, snapshot);
  kept.set(columns, { key, counts });
  return counts;
}
