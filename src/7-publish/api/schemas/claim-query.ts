/** What may be asked of the claims in an address: each field of `ClaimFilter` is a parameter of the same name. */
import Type from 'typebox';
import {
  CLAIM_SORTS,
  type ClaimFilter,
  type ClaimQuery,
  FACET_FIELDS,
  REVIEW_STATES,
  TIMELINE_BARS,
  TIMELINE_OVER,
  type TimelineQuery,
} from '../../../5-ledger/index.ts';
import { CERTAINTIES, CLAIM_KINDS } from '../../../records/index.ts';
import { AsOf, Cursor, Limit } from './common.ts';

const value = Type.String({ maxLength: 500 });
const anyOf = (description?: string) => Type.Optional(Type.Array(value, { maxItems: 200, description }));
const orUnknown = (what: string) => anyOf(`${what}; any of those given, an empty value stands for unknown`);
const oneOf = <T extends string>(values: readonly T[]) =>
  Type.Optional(Type.Array(Type.Enum([...values]), { maxItems: 50 }));
const flag = Type.Optional(Type.Boolean());
const date = Type.Optional(
  Type.String({ pattern: String.raw`^\d{4}(-\d{2}(-\d{2})?)?$`, description: 'inclusive' }),
);
const NUMBER = String.raw`-?\d{1,3}(\.\d{1,10})?`;

const FILTER = {
  text: Type.Optional(
    Type.String({ maxLength: 1000, description: 'words; "…" a phrase, -word not, OR, word* any ending' }),
  ),
  claim: anyOf('ids'),
  document: anyOf('sha256:…'),
  certainty: oneOf(CERTAINTIES),
  kind: oneOf(CLAIM_KINDS),
  type: orUnknown('event types'),
  source: anyOf('a source anywhere in the chain'),
  nearest: orUnknown('the source nearest to the facts'),
  nearestKind: anyOf('its kind; author for the author’s own voice'),
  outermost: orUnknown('the outermost source'),
  outermostKind: anyOf(),
  by: anyOf('who acts'),
  against: anyOf('against whom'),
  party: anyOf('a party in any role'),
  place: orUnknown('names of places'),
  country: orUnknown('ISO 3166-1 alpha-2'),
  admin1: orUnknown('first divisions'),
  placeStatus: anyOf('resolved, ambiguous, not-in-gazetteer, not-a-place; none where no place is named'),
  precision: orUnknown('of the place'),
  box: Type.Optional(
    Type.String({ pattern: `^${NUMBER}(,${NUMBER}){3}$`, description: 'west,south,east,north in degrees' }),
  ),
  placed: flag,
  timeFrom: date,
  timeTo: date,
  dated: flag,
  publishedFrom: date,
  publishedTo: date,
  publisher: orUnknown('publishers'),
  language: anyOf('ISO 639-1'),
  effect: anyOf('killed, wounded …'),
  whom: orUnknown('whom or what it befell'),
  atLeast: Type.Optional(Type.Integer({ minimum: 0, description: 'some effect may be at least this large' })),
  review: oneOf(REVIEW_STATES),
  origin: oneOf(['machine', 'person'] as const),
  withdrawn: flag,
  undecidedBy: Type.Optional(value),
  decidedBy: Type.Optional(value),
  engine: anyOf('engine versions'),
} satisfies Record<keyof ClaimFilter, Type.TSchema>;

const closed = { additionalProperties: false };
const FilterParams = Type.Object({ ...FILTER, asOf: AsOf }, closed);
type FilterParams = Type.Static<typeof FilterParams>;

export const ClaimParams = Type.Object(
  {
    ...FILTER,
    sort: Type.Optional(Type.Enum([...CLAIM_SORTS])),
    descending: flag,
    limit: Limit,
    cursor: Cursor,
    asOf: AsOf,
  },
  closed,
);
export type ClaimParams = Type.Static<typeof ClaimParams>;

export const FacetParams = Type.Object(
  { ...FILTER, field: Type.Array(Type.Enum([...FACET_FIELDS]), { minItems: 1, maxItems: 25 }), asOf: AsOf },
  closed,
);

/** A feed is of the present: newest first. */
export const FeedParams = Type.Object(FILTER, closed);

export const TimelineParams = Type.Object(
  {
    ...FILTER,
    over: Type.Optional(
      Type.Enum([...TIMELINE_OVER], {
        description: 'by the day claims are about (default) or were published',
      }),
    ),
    bars: Type.Optional(Type.Enum([...TIMELINE_BARS], { description: 'what the bars are made of' })),
    first: date,
    last: date,
    asOf: AsOf,
  },
  closed,
);
export type TimelineParams = Type.Static<typeof TimelineParams>;

export { FilterParams };

const UNKNOWN_FIELDS = [
  'type',
  'nearest',
  'outermost',
  'place',
  'country',
  'admin1',
  'precision',
  'publisher',
  'whom',
] as const satisfies readonly (keyof ClaimFilter)[];

/** The filter that the parameters mean. */
export function claimFilter(params: FilterParams): ClaimFilter {
  const { box, asOf: _asOf, ...rest } = params;
  const filter: ClaimFilter = { ...rest, ...(box ? { box: corners(box) } : {}) };
  for (const field of UNKNOWN_FIELDS) {
    const values = params[field];
    if (values) filter[field] = values.map((one) => (one === '' ? null : one));
  }
  return filter;
}

export function claimQuery(params: ClaimParams): ClaimQuery {
  const { sort, descending, limit, cursor, ...filter } = params;
  return { ...claimFilter(filter), sort, descending, limit, cursor };
}

export function timelineQuery(params: TimelineParams): TimelineQuery {
  const { over, bars, first, last, ...filter } = params;
  return { ...claimFilter(filter), over, bars, first, last };
}

function corners(box: string): [number, number, number, number] {
  const [west, south, east, north] = box.split(',').map(Number);
  return [west!, south!, east!, north!];
}
