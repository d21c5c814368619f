/** Counts of values among the claims that match. Each field's own condition is left out, so that other values can be chosen. */
import { type RawBuilder, sql } from 'kysely';
import type { ReadOptions } from '../contract.ts';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import { claimConditions } from './claim-conditions.ts';
import type { ClaimFilter, Facet, FacetField } from './claim-types.ts';
import { type Snapshot, snapshotAt } from './snapshot.ts';

const VALUES_LISTED = 100;

/** Where a field's values stand. `shown` leaves private persons out; `rows` says that a claim may have several. */
interface FacetSource {
  value: RawBuilder<unknown>;
  join?: RawBuilder<unknown>;
  shown?: RawBuilder<boolean>;
  rows?: boolean;
  /** Conditions on the same thing, left out when its values are counted. */
  own: readonly (keyof ClaimFilter)[];
}

const column = (name: string, own: keyof ClaimFilter): FacetSource => ({ value: sql.ref(name), own: [own] });

const party = (role: 'source' | 'by' | 'against'): FacetSource => ({
  value: sql.ref('p.name'),
  join: sql`join claim_parties p on p."row" = c."row" and p.role = ${sql.lit(role)}`,
  shown: sql<boolean>`p.public = 1`,
  rows: true,
  own: [role],
});

const effect = (name: string, own: keyof ClaimFilter): FacetSource => ({
  value: sql.ref(name),
  join: sql`join claim_effects e on e."row" = c."row"`,
  rows: true,
  own: [own],
});

const month = (name: string, ...own: (keyof ClaimFilter)[]): FacetSource => ({
  value: sql`substr(${sql.ref(name)}, 1, 7)`,
  own,
});

const SOURCES: Record<FacetField, FacetSource> = {
  certainty: column('c.certainty', 'certainty'),
  kind: column('c.kind', 'kind'),
  type: column('c.type', 'type'),
  source: party('source'),
  nearest: { ...column('c.nearest', 'nearest'), shown: sql<boolean>`c.nearest_public = 1` },
  nearestKind: column('c.nearest_kind', 'nearestKind'),
  outermost: { ...column('c.outermost', 'outermost'), shown: sql<boolean>`c.outermost_public = 1` },
  outermostKind: column('c.outermost_kind', 'outermostKind'),
  by: party('by'),
  against: party('against'),
  place: column('c.place', 'place'),
  country: column('c.country', 'country'),
  admin1: column('c.admin1', 'admin1'),
  placeStatus: column('c.place_status', 'placeStatus'),
  precision: column('c.precision', 'precision'),
  timePrecision: { value: sql.ref('c.time_precision'), own: [] },
  timeMonth: month('c.time_from', 'timeFrom', 'timeTo', 'dated'),
  publishedMonth: month('c.published', 'publishedFrom', 'publishedTo'),
  publisher: column('c.publisher', 'publisher'),
  language: column('c.language', 'language'),
  effect: effect('e.what', 'effect'),
  whom: effect('e.whom', 'whom'),
  review: column('c.review', 'review'),
  origin: column('c.origin', 'origin'),
  engine: {
    value: sql.ref('r.engine_version'),
    join: sql`join readings r on r.seq = c.reading`,
    own: ['engine'],
  },
};

export async function countFacets(
  store: Store,
  fields: readonly FacetField[],
  filter: ClaimFilter,
  options?: ReadOptions,
): Promise<Facet[]> {
  const snapshot = await snapshotAt(store, options);
  const facets: Facet[] = [];
  for (const field of fields) facets.push(await countFacet(store, field, filter, snapshot));
  return facets;
}

async function countFacet(
  store: Store,
  field: FacetField,
  filter: ClaimFilter,
  snapshot: Snapshot,
): Promise<Facet> {
  const source = SOURCES[field];
  const rest: ClaimFilter = { ...filter };
  for (const own of source.own) delete rest[own];
  const from = sql`from claims c ${source.join ?? sql``} where ${claimConditions(store, rest, snapshot)}`;
  const count = source.rows ? sql`count(distinct c."row")` : sql`count(*)`;
  const shown = source.shown ? sql` and ${source.shown}` : sql``;
  const values = await store.read.all(
    written<{ value: string | null; n: number; all_values: number }>(
      store.build,
      sql`select ${source.value} as value, ${count} as n, count(*) over () as all_values ${from}${shown}
        group by ${source.value} order by n desc, coalesce(${source.value}, '') limit ${VALUES_LISTED}`,
    ),
  );
  return {
    field,
    values: values.map(({ value, n }) => ({ value, count: n })),
    more: Math.max(0, (values[0]?.all_values ?? 0) - values.length),
    privatePersons: source.shown ? await countPrivate(store, from, source.shown, count) : 0,
  };
}

async function countPrivate(
  store: Store,
  from: RawBuilder<unknown>,
  shown: RawBuilder<boolean>,
  count: RawBuilder<unknown>,
): Promise<number> {
  const rows = await store.read.all(
    written<{ n: number }>(store.build, sql`select ${count} as n ${from} and not (${shown})`),
  );
  return rows[0]!.n;
}
