/** One claim in full, as it stands in a state of the ledger, with what people said of it. */
import { type RawBuilder, sql } from 'kysely';
import type { ClaimOptions, StandingClaim } from '../contract.ts';
import { written } from '../drivers/written.ts';
import { SHOWN_STATES } from '../index/explode.ts';
import { loadReading } from '../index/stored.ts';
import { documentState } from '../review/document-state.ts';
import { loadHistory } from '../review/history.ts';
import type { Store } from '../store.ts';
import type { TableRow } from '../tables.ts';
import { loadClaims } from './load-claims.ts';
import type { DecisionEntry } from './said-types.ts';
import { inForce, type Snapshot, snapshotAt } from './snapshot.ts';

type FoundClaim = TableRow<'claims'> & { reading_id: string | null };

export async function loadClaim(
  store: Store,
  id: string,
  options: ClaimOptions = {},
): Promise<StandingClaim | null> {
  const snapshot = await snapshotAt(store, options);
  const [found] = await findClaims(store, sql`c.claim = ${id}`, snapshot, sql`c."row" desc limit 1`);
  if (!found) return null;
  const [standing] = await standingClaims(store, found.document!, [found], snapshot, options);
  return standing ?? null;
}

/**
 * All shown claims of a document, in the order of their words: one load of its Reading for all of them. For one reviewer
 * alone (`onlyBy`) also those that others took out are shown.
 */
export async function loadClaimsOf(
  store: Store,
  document: string,
  options: ClaimOptions = {},
): Promise<StandingClaim[]> {
  const snapshot = await snapshotAt(store, options);
  const shown = options.onlyBy === undefined ? sql`and c.review in (${sql.join(SHOWN_STATES)})` : sql``;
  const ofDocument = sql<boolean>`c.document_seq in (select seq from documents where sha256 = ${document}) ${shown}`;
  const found = await findClaims(store, ofDocument, snapshot, sql`c.start, c."row"`);
  if (found.length === 0) return [];
  const claims = await standingClaims(store, document, found, snapshot, options);
  return claims.filter(({ review }) => SHOWN_STATES.includes(review));
}

function findClaims(
  { read, build }: Store,
  condition: RawBuilder<boolean>,
  snapshot: Snapshot,
  order: RawBuilder<unknown>,
): Promise<FoundClaim[]> {
  return read.all(
    written<FoundClaim>(
      build,
      sql`select c.*, r.id as reading_id from claims c left join readings r on r.seq = c.reading
        where ${condition} and ${inForce('c', snapshot)} order by ${order}`,
    ),
  );
}

/** Claims of one document with what was decided on them. */
async function standingClaims(
  store: Store,
  document: string,
  found: readonly FoundClaim[],
  snapshot: Snapshot,
  options: ClaimOptions,
): Promise<StandingClaim[]> {
  const { build, read } = store;
  const reading = found.find((row) => row.reading !== null)?.reading ?? null;
  const payload = reading === null ? null : await loadReading(read, build, reading);
  const history = await loadHistory(read, build, document, payload?.reading ?? null, {
    until: snapshot.seq,
    who: options.onlyBy,
  });
  const states = new Map(documentState(history).claims.map((state) => [state.claim.id, state]));
  const rows = await loadClaims(store, [...found]);
  return found.flatMap((one, i) => {
    const standing = states.get(one.claim!);
    if (!standing) return [];
    const { claim, asRead, review, withdrawn } = standing;
    const decisions = history.decisions
      .filter(
        ({ seq, words }) =>
          standing.decisions.includes(seq) || words.some((decided) => decided.claim === claim.id),
      )
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
    return [{ claim, asRead, review, withdrawn, decisions, reading: one.reading_id, row: rows[i]! }];
  });
}
