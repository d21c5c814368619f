/** Decisions, assessments, retractions and code lists, as recorded. */
import { type RawBuilder, sql } from 'kysely';
import type { ReadOptions } from '../contract.ts';
import { written } from '../drivers/written.ts';
import { parsePayload, type SaidRow } from '../index/stored.ts';
import { asSaid, type FromElsewhere, type Ordered } from '../join/origin.ts';
import { ownId } from '../join/own-id.ts';
import type { DecisionPayload } from '../review/decision.ts';
import type { AssessmentInput, CodeListInput, RetractionInput } from '../review/statements.ts';
import { undoneBy } from '../review/undo.ts';
import type { StatementKind } from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import { orphanReasons } from './orphan-reasons.ts';
import type {
  AssessmentEntry,
  CodeListEntry,
  DecisionEntry,
  DecisionQuery,
  OrphanEntry,
  RetractionEntry,
} from './said-types.ts';
import { snapshotAt } from './snapshot.ts';

interface Loaded<T> {
  seq: number;
  at: string;
  payload: T;
}

/** Payloads of one kind of statement, in the order in which it was said; erased ones left out. */
async function load<T>(
  store: Store,
  kind: StatementKind,
  conditions: RawBuilder<boolean>[],
  options?: ReadOptions,
): Promise<Loaded<T>[]> {
  const snapshot = await snapshotAt(store, options);
  const all = [
    sql`l.kind = ${kind}`,
    sql`l.seq <= ${snapshot.seq}`,
    sql`s.payload is not null`,
    ...conditions,
  ];
  const rows = await store.read.all(
    written<SaidRow & { seq: number; at: string }>(
      store.build,
      sql`select s.seq, s.at, s.payload, s.replaced from log l join said s on s.seq = l.seq
        where ${sql.join(all, sql` and `)} order by s.seq`,
    ),
  );
  const loaded = rows.map((row) => ({ seq: row.seq, at: row.at, payload: parsePayload<T>(row)! }));
  const origin = ({ payload }: Loaded<T>) => (payload as FromElsewhere).origin;
  if (!loaded.some(origin)) return loaded;
  const said = loaded.map((one) => ({ ...one, origin: origin(one) }));
  return asSaid(said as (Loaded<T> & Ordered)[], await ownId(store.read, store.build));
}

export async function listDecisions(
  store: Store,
  query: DecisionQuery,
  options?: ReadOptions,
): Promise<DecisionEntry[]> {
  const conditions: RawBuilder<boolean>[] = [];
  if (query.type)
    conditions.push(query.type.length > 0 ? sql`l.type in (${sql.join(query.type)})` : sql`1 = 0`);
  if (query.who !== undefined) conditions.push(sql`l.who = ${query.who}`);
  if (query.document !== undefined) conditions.push(sql`l.document = ${query.document}`);
  if (query.claim !== undefined) conditions.push(sql`l.claim = ${query.claim}`);
  if (query.target !== undefined) conditions.push(sql`l.target = ${query.target}`);
  const found = await load<DecisionPayload>(store, 'decision', conditions, options);
  const undos = await load<DecisionPayload>(store, 'decision', [sql`l.type = 'undo'`], options);
  const undone = undoneBy(undos.map(({ seq, payload }) => ({ seq, decision: payload.decision })));
  const orphaned = await orphanReasons(store, options);
  return found.map(({ seq, at, payload: { who, why, decision } }) => ({
    seq,
    at,
    who,
    why,
    decision,
    inForce: !undone.has(seq) && !orphaned.has(seq),
  }));
}

/** Decisions that the Reading in force (then) has no place for, oldest first. */
export async function listOrphans(store: Store, options?: ReadOptions): Promise<OrphanEntry[]> {
  const reasons = await orphanReasons(store, options);
  if (reasons.size === 0) return [];
  const found = await load<DecisionPayload>(
    store,
    'decision',
    [sql`l.seq in (${sql.join([...reasons.keys()])})`],
    options,
  );
  return found.map(({ seq, at, payload }) => ({
    seq,
    at,
    who: payload.who,
    why: payload.why,
    decision: payload.decision,
    inForce: false,
    document: payload.document!,
    words: payload.words[0]?.text ?? (payload.decision.type === 'add' ? payload.decision.claim.text : null),
    reason: reasons.get(seq) ?? '',
  }));
}

/** All on one target (`what` and `id`), or all there are. */
export async function listAssessments(
  store: Store,
  target?: { what: string; id: string },
  options?: ReadOptions,
): Promise<AssessmentEntry[]> {
  const conditions = target ? [sql<boolean>`l.target = ${`${target.what} ${target.id}`}`] : [];
  const found = await load<AssessmentInput & FromElsewhere>(store, 'assessment', conditions, options);
  const key = ({ on, assessment }: AssessmentInput) => `${assessment.scheme} ${on.what} ${on.id}`;
  const last = new Map(found.map(({ seq, payload }) => [key(payload), seq]));
  return found.map(({ seq, at, payload: { origin: _, ...payload } }) => ({
    seq,
    at,
    ...payload,
    inForce: last.get(key(payload)) === seq,
  }));
}

export async function listRetractions(
  store: Store,
  document?: string,
  options?: ReadOptions,
): Promise<RetractionEntry[]> {
  const conditions = document === undefined ? [] : [sql<boolean>`l.document = ${document}`];
  const found = await load<RetractionInput & FromElsewhere>(store, 'retraction', conditions, options);
  return found.map(({ seq, at, payload: { origin: _, ...payload } }) => ({ seq, at, ...payload }));
}

/** Each list as it was last set. */
export async function listCodeLists(store: Store, options?: ReadOptions): Promise<CodeListEntry[]> {
  const found = await load<CodeListInput & FromElsewhere>(store, 'code-list', [], options);
  const last = new Map(found.map((one) => [one.payload.name, one]));
  return [...last.values()].map(({ seq, at, payload: { origin: _, ...payload } }) => ({
    seq,
    at,
    ...payload,
  }));
}
