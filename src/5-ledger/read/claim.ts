/** One claim in full, as it stands in a state of the ledger, with what people said of it. */
import { sql } from 'kysely';
import type { ClaimOptions, StandingClaim } from '../contract.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { loadReading } from '../index/stored.ts';
import { documentState } from '../review/document-state.ts';
import { loadHistory } from '../review/history.ts';
import type { Store } from '../store.ts';
import type { TableRow } from '../tables.ts';
import { loadClaims } from './load-claims.ts';
import type { DecisionEntry } from './said-types.ts';
import { inForce, snapshotAt } from './snapshot.ts';

export async function loadClaim(
  store: Store,
  id: string,
  options: ClaimOptions = {},
): Promise<StandingClaim | null> {
  const { build, read } = store;
  const snapshot = await snapshotAt(store, options);
  const found = await first(
    read,
    written<TableRow<'claims'> & { reading_id: string | null }>(
      build,
      sql`select c.*, r.id as reading_id from claims c left join readings r on r.seq = c.reading
        where c.claim = ${id} and ${inForce('c', snapshot)} order by c."row" desc limit 1`,
    ),
  );
  if (!found) return null;
  const payload = found.reading === null ? null : await loadReading(read, build, found.reading);
  const history = await loadHistory(read, build, found.document!, payload?.reading ?? null, {
    until: snapshot.seq,
    who: options.onlyBy,
  });
  const standing = documentState(history).claims.find(({ claim }) => claim.id === id);
  const [row] = await loadClaims(store, [found]);
  if (!standing) return null;
  const decisions = history.decisions
    .filter(({ seq, words }) => standing.decisions.includes(seq) || words.some(({ claim }) => claim === id))
    .map(
      ({ seq, at, who, why, decision }): DecisionEntry => ({
        seq,
        at,
        who,
        why,
        decision,
        inForce: standing.decisions.includes(seq),
      }),
    );
  const { claim, asRead, review, withdrawn } = standing;
  return { claim, asRead, review, withdrawn, decisions, reading: found.reading_id, row: row! };
}
