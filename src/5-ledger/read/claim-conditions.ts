/** A claim filter as SQL conditions on the table `claims`, here called `c`. One row per field. */
import { type RawBuilder, sql } from 'kysely';
import { SHOWN_STATES } from '../index/explode.ts';
import type { Store } from '../store.ts';
import type { ClaimFilter, ClaimQuery } from './claim-types.ts';
import { inForce, type Snapshot } from './snapshot.ts';
import { parseTextQuery, toFts5, toTsquery } from './text-query.ts';

type Condition = RawBuilder<boolean>;
type Values = readonly (string | number | null)[];

/** Columns that hold one value per claim. */
const COLUMN_FIELDS = {
  claim: 'c.claim',
  certainty: 'c.certainty',
  kind: 'c.kind',
  type: 'c.type',
  nearest: 'c.nearest',
  nearestKind: 'c.nearest_kind',
  outermost: 'c.outermost',
  outermostKind: 'c.outermost_kind',
  place: 'c.place',
  country: 'c.country',
  admin1: 'c.admin1',
  placeStatus: 'c.place_status',
  precision: 'c.precision',
  publisher: 'c.publisher',
  language: 'c.language',
  origin: 'c.origin',
} as const satisfies Partial<Record<keyof ClaimFilter, string>>;

/** Parties are rows of their own. */
const PARTY_FIELDS = {
  source: ['source'],
  by: ['by'],
  against: ['against'],
  party: ['source', 'by', 'against'],
};

/** What is asked of the claims, without how they are listed. */
export function filterOf(query: ClaimQuery): ClaimFilter {
  const { sort: _sort, descending: _descending, limit: _limit, cursor: _cursor, ...filter } = query;
  return filter;
}

export function claimConditions(store: Store, filter: ClaimFilter, snapshot: Snapshot): Condition {
  const conditions: Condition[] = [inForce('c', snapshot)];
  const when = <T>(value: T | undefined, condition: (value: T) => Condition) => {
    if (value !== undefined) conditions.push(condition(value));
  };
  when(filter.review ?? SHOWN_STATES, (states) => anyOf('c.review', states));
  for (const [field, column] of Object.entries(COLUMN_FIELDS)) {
    when(filter[field as keyof typeof COLUMN_FIELDS], (values) => anyOf(column, values));
  }
  for (const [field, roles] of Object.entries(PARTY_FIELDS)) {
    when(filter[field as keyof typeof PARTY_FIELDS], (names) => hasParty(roles, names));
  }
  when(filter.text, (text) => matchesText(store, text));
  when(filter.document, (ids) =>
    within('c.document_seq', sql`select seq from documents where ${anyOf('sha256', ids)}`),
  );
  when(filter.engine, (ids) =>
    within('c.reading', sql`select seq from readings where ${anyOf('engine_version', ids)}`),
  );
  when(filter.decidedBy, (who) => decidedBy(who));
  when(filter.undecidedBy, (who) => sql`not ${decidedBy(who)}`);
  when(filter.withdrawn, (yes) => sql`c.withdrawn = ${yes ? 1 : 0}`);
  when(filter.placed, (yes) => (yes ? sql`c.lat is not null` : sql`c.lat is null`));
  when(filter.box, inBox);
  when(filter.dated, (yes) =>
    yes
      ? sql`(c.time_from is not null or c.time_to is not null)`
      : sql`(c.time_from is null and c.time_to is null)`,
  );
  // A time with one end ("since Tuesday") is open at the other.
  when(
    filter.timeFrom,
    (from) => sql`(c.time_to >= ${from} or (c.time_to is null and c.time_from is not null))`,
  );
  when(
    filter.timeTo,
    (to) => sql`(c.time_from <= ${endOf(to)} or (c.time_from is null and c.time_to is not null))`,
  );
  when(filter.publishedFrom, (from) => sql`coalesce(c.published, '') >= ${from}`);
  when(
    filter.publishedTo,
    (to) => sql`(c.published is not null and coalesce(c.published, '') <= ${endOf(to)})`,
  );
  if (filter.effect !== undefined || filter.whom !== undefined || filter.atLeast !== undefined) {
    conditions.push(hasEffect(filter));
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** The column has one of the values; null among them stands for unknown. */
function anyOf(column: string, values: Values): Condition {
  const known = values.filter((value) => value !== null);
  const parts: Condition[] = [];
  if (known.length === 1) parts.push(sql`${sql.ref(column)} = ${known[0]}`);
  else if (known.length > 1) parts.push(sql`${sql.ref(column)} in (${sql.join(known)})`);
  if (values.includes(null)) parts.push(sql`${sql.ref(column)} is null`);
  return parts.length === 0 ? sql`1 = 0` : sql`(${sql.join(parts, sql` or `)})`;
}

function within(column: string, query: RawBuilder<unknown>): Condition {
  return sql`${sql.ref(column)} in (${query})`;
}

function hasParty(roles: readonly string[], names: readonly string[]): Condition {
  return within(
    'c.row',
    sql`select p."row" from claim_parties p where ${anyOf('p.name', names)} and ${anyOf('p.role', roles)}`,
  );
}

/** One effect must meet all that is asked of effects. An open upper bound may be any number. */
function hasEffect({ effect, whom, atLeast }: ClaimFilter): Condition {
  const conditions: Condition[] = [sql`e."row" = c."row"`];
  if (effect !== undefined) conditions.push(anyOf('e.what', effect));
  if (whom !== undefined) conditions.push(anyOf('e.whom', whom));
  if (atLeast !== undefined) {
    conditions.push(sql`(e.high >= ${atLeast} or (e.high is null and e.low is not null))`);
  }
  return sql`exists (select 1 from claim_effects e where ${sql.join(conditions, sql` and `)})`;
}

function decidedBy(who: string): Condition {
  return sql`exists (select 1 from deciders k
    where k.document_seq = c.document_seq and k.claim = c.claim and k.who = ${who})`;
}

function inBox([west, south, east, north]: NonNullable<ClaimFilter['box']>): Condition {
  const lon =
    west <= east ? sql`c.lon between ${west} and ${east}` : sql`(c.lon >= ${west} or c.lon <= ${east})`;
  return sql`(c.lat between ${south} and ${north} and ${lon})`;
}

/** The last instant of a date in text order: date-times of that day begin with it. */
export function endOf(date: string): string {
  return `${date}~`;
}

export function matchesText(store: Store, text: string): Condition {
  return store.driver.kind === 'sqlite'
    ? within('c.row', matchingRows(store, text))
    : sql`c.search @@ ${toTsquery(parseTextQuery(text))}`;
}

interface MatchingRows {
  /** Only rows of lower numbers, 0: all. */
  before?: number;
  newestFirst?: boolean;
  only?: readonly number[] | null;
}

/** Numbers of the rows whose words match, in any state of the ledger. */
export function matchingRows(
  store: Store,
  text: string,
  { before = 0, newestFirst = false, only = null }: MatchingRows = {},
): RawBuilder<unknown> {
  const query = parseTextQuery(text);
  const row = store.driver.kind === 'sqlite' ? sql`rowid` : sql`c."row"`;
  const tail = sql`${only ? sql`and ${row} in (${sql.join(only)})` : sql``} ${before === 0 ? sql`` : sql`and ${row} < ${before}`}
    ${newestFirst ? sql`order by ${row} desc` : sql``}`;
  return store.driver.kind === 'sqlite'
    ? sql`select rowid from claims_fts where claims_fts match ${toFts5(query)} ${tail}`
    : sql`select c."row" from claims c where c.search @@ ${toTsquery(query)} ${tail}`;
}
