/** Agreement between reviewers: what each made of the same claims, blind to the others. */
import { type RawBuilder, sql } from 'kysely';
import { written } from '../drivers/written.ts';
import { loadReading } from '../index/stored.ts';
import type { Store } from '../store.ts';
import { krippendorffAlpha, type Metric } from './agreement.ts';
import { documentState, type StandingState } from './document-state.ts';
import { loadHistory } from './history.ts';

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
    /** Krippendorff's alpha, four decimals; null where there is nothing to compare. */
    alpha: number | null;
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

export async function measureAgreement(store: Store, query: AgreementQuery = {}): Promise<Agreement> {
  const units = FIELDS.map(() => [] as Value[][]);
  const reviewers = new Set<string>();
  let claims = 0;
  for (const [document, coded] of await doublyCoded(store, query)) {
    const views = await viewsOf(store, document, [...new Set([...coded.values()].flat())]);
    for (const [claim, whos] of coded) {
      const states = whos.map((who) => views.get(who)?.get(claim)).filter((state) => state !== undefined);
      if (states.length < 2) continue;
      claims++;
      for (const who of whos) reviewers.add(who);
      FIELDS.forEach(([field, , value], i) => {
        const kept = field === 'accepted' ? states : states.filter(({ review }) => review !== 'rejected');
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
  return {
    field,
    metric,
    units: units.length,
    same: units.length === 0 ? null : Math.round((100 * same) / units.length) / 100,
    alpha: krippendorffAlpha(units, metric),
  };
}

/** Documents with, for each claim decided on by two or more, who did. */
async function doublyCoded(
  store: Store,
  { who, document }: AgreementQuery,
): Promise<Map<string, Map<string, string[]>>> {
  const conditions: RawBuilder<boolean>[] = [sql`1 = 1`];
  if (who) conditions.push(who.length > 0 ? sql`k.who in (${sql.join(who)})` : sql`1 = 0`);
  if (document !== undefined) conditions.push(sql`d.sha256 = ${document}`);
  const rows = await store.read.all(
    written<{ sha256: string; claim: string; who: string }>(
      store.build,
      sql`select d.sha256, k.claim, k.who from deciders k join documents d on d.seq = k.document_seq
        where ${sql.join(conditions, sql` and `)} order by k.document_seq, k.claim, k.who`,
    ),
  );
  const documents = new Map<string, Map<string, string[]>>();
  for (const row of rows) {
    const claims = documents.get(row.sha256) ?? new Map<string, string[]>();
    documents.set(row.sha256, claims.set(row.claim, [...(claims.get(row.claim) ?? []), row.who]));
  }
  for (const [sha256, claims] of documents) {
    for (const [claim, whos] of claims) if (whos.length < 2) claims.delete(claim);
    if (claims.size === 0) documents.delete(sha256);
  }
  return documents;
}

/** For each reviewer the claims of a document as that one alone made them. */
async function viewsOf(
  { read, build }: Store,
  document: string,
  reviewers: readonly string[],
): Promise<Map<string, Map<string, StandingState>>> {
  const [current] = await read.all(
    build
      .selectFrom('current_readings')
      .select('reading')
      .where('document', '=', document)
      .where('until', 'is', null),
  );
  const payload = current ? await loadReading(read, build, current.reading!) : null;
  const history = await loadHistory(read, build, document, payload?.reading ?? null);
  return new Map(
    reviewers.map((who) => {
      const decisions = history.decisions.filter((one) => one.who === who);
      const states = documentState({ ...history, decisions }).claims;
      return [who, new Map(states.map((state) => [state.claim.id, state]))];
    }),
  );
}
