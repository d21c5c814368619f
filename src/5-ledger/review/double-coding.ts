/** Agreement between reviewers: what each made of the same claims, blind to the others. */
import { type RawBuilder, sql } from 'kysely';
import type { ReadOptions } from '../contract.ts';
import { written } from '../drivers/written.ts';
import { type Snapshot, snapshotAt } from '../read/snapshot.ts';
import { historyAt } from '../read/state-at.ts';
import type { Store } from '../store.ts';
import { krippendorffAlpha, type Metric, type NoAlpha } from './agreement.ts';
import { type DocumentHistory, documentState, type StandingState } from './document-state.ts';

export interface AgreementQuery {
  /** Only these reviewers; default all. */
  who?: readonly string[] | undefined;
  document?: string | undefined;
}

export interface Agreement {
  /** Claims that two or more reviewers decided on. */
  claims: number;
  reviewers: string[];
  fields: {
    field: string;
    metric: Metric;
    /** Claims with two or more values. */
    units: number;
    /** Share of these on which all agree, two decimals. */
    same: number | null;
    /** Krippendorff's alpha, four decimals; null where it is not defined. */
    alpha: number | null;
    /** Why there is no alpha. */
    noAlpha: NoAlpha | null;
  }[];
}

type Value = string | number | null;

/** What is compared. A field of a rejected claim has no value; "none" is one. */
const FIELDS: [field: string, metric: Metric, value: (state: StandingState) => Value][] = [
  ['accepted', 'nominal', ({ review }) => (review === 'rejected' ? 'no' : 'yes')],
  ['certainty', 'nominal', ({ claim }) => claim.certainty],
  ['kind', 'nominal', ({ claim }) => claim.kind],
  ['type', 'nominal', ({ claim }) => claim.event?.type ?? 'none'],
  ['nearest', 'nominal', ({ claim }) => nameOf(claim.chain.at(-1)?.source)],
  ['by', 'nominal', ({ claim }) => claim.event?.by.map(nameOf).sort().join('; ') || 'none'],
  ['against', 'nominal', ({ claim }) => claim.event?.against.map(nameOf).sort().join('; ') || 'none'],
  ['place', 'nominal', ({ claim }) => claim.event?.place?.name ?? claim.event?.place?.text ?? 'none'],
  ['time', 'nominal', ({ claim }) => claim.event?.time?.value ?? claim.event?.time?.from ?? 'none'],
  ['killed', 'interval', (state) => figure(state, 'killed')],
  ['wounded', 'interval', (state) => figure(state, 'wounded')],
];

function nameOf(one: { party: { name: string } | null; text: string | null } | undefined): string {
  return one?.party?.name ?? one?.text ?? 'none';
}

function figure({ claim }: StandingState, what: string): number | null {
  const effect = claim.event?.effects.find((one) => one.what === what && one.partOf === null);
  return effect?.low ?? effect?.high ?? null;
}

export async function measureAgreement(
  store: Store,
  query: AgreementQuery = {},
  options?: ReadOptions,
): Promise<Agreement> {
  const snapshot = await snapshotAt(store, options);
  const units = FIELDS.map(() => [] as Value[][]);
  const reviewers = new Set<string>();
  let claims = 0;
  for (const document of await doublyCoded(store, query, snapshot)) {
    const history = await historyAt(store, document, snapshot);
    const views = new Map<string, Map<string, StandingState>>();
    for (const { claim, deciders } of documentState(history).claims) {
      const whos = [...deciders].filter((who) => query.who?.includes(who) ?? true).sort();
      const states = whos.length < 2 ? [] : whos.map((who) => viewOf(history, who, views).get(claim.id));
      const found = states.filter((state) => state !== undefined);
      if (found.length < 2) continue;
      claims++;
      for (const who of whos) reviewers.add(who);
      FIELDS.forEach(([field, , value], i) => {
        const kept = field === 'accepted' ? found : found.filter(({ review }) => review !== 'rejected');
        units[i]!.push(kept.map(value));
      });
    }
  }
  return {
    claims,
    reviewers: [...reviewers].sort(),
    fields: FIELDS.map((field, i) => summary(field, units[i]!)),
  };
}

function summary([field, metric]: (typeof FIELDS)[number], all: Value[][]): Agreement['fields'][number] {
  const known = all.map((values) => values.filter((value) => value !== null));
  const units = known.filter((values) => values.length >= 2);
  const same = units.filter((values) => values.every((value) => value === values[0])).length;
  const alpha = krippendorffAlpha(units, metric);
  return {
    field,
    metric,
    units: units.length,
    same: units.length === 0 ? null : Math.round((100 * same) / units.length) / 100,
    ...(typeof alpha === 'number' ? { alpha, noAlpha: null } : { alpha: null, noAlpha: alpha }),
  };
}

/** Documents that two or more of the reviewers decided on. */
async function doublyCoded(
  store: Store,
  { who, document }: AgreementQuery,
  { seq }: Snapshot,
): Promise<string[]> {
  const conditions: RawBuilder<boolean>[] = [
    sql`l.kind = 'decision'`,
    sql`l.document is not null`,
    sql`l.seq <= ${seq}`,
  ];
  if (who) conditions.push(who.length > 0 ? sql`l.who in (${sql.join(who)})` : sql`1 = 0`);
  if (document !== undefined) conditions.push(sql`l.document = ${document}`);
  const rows = await store.read.all(
    written<{ document: string }>(
      store.build,
      sql`select l.document from log l where ${sql.join(conditions, sql` and `)}
        group by l.document having count(distinct l.who) >= 2 order by 1`,
    ),
  );
  return rows.map((row) => row.document);
}

/** The claims of a document as one reviewer alone made them; kept in `views`. */
function viewOf(
  history: DocumentHistory,
  who: string,
  views: Map<string, Map<string, StandingState>>,
): Map<string, StandingState> {
  let view = views.get(who);
  if (!view) {
    const decisions = history.decisions.filter((one) => one.who === who);
    const states = documentState({ ...history, decisions }).claims;
    view = new Map(states.map((state) => [state.claim.id, state]));
    views.set(who, view);
  }
  return view;
}
