/** Names, parties, places and times: what the words of an article point at. */
import Type from 'typebox';
import { Basis, Span, Spans } from './span.ts';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const NAME_TYPES = [
  'person',
  'organisation',
  'place',
  'nationality',
  'facility',
  'weapon',
  'vehicle',
  'outlet',
] as const;
export const NameType = Type.Enum([...NAME_TYPES]);
export type NameType = (typeof NAME_TYPES)[number];

export const Name = Type.Object({
  span: Span,
  text: Type.String(),
  type: NameType,
  party: nullable(Type.String()),
});
export type Name = Type.Static<typeof Name>;

export const PARTY_KINDS = [
  'state',
  'state-force',
  'armed-group',
  'person',
  'organisation',
  'outlet',
  'population',
] as const;
export const PartyKind = Type.Enum([...PARTY_KINDS]);
export type PartyKind = (typeof PARTY_KINDS)[number];

/** A state, force, armed group, organisation, person, outlet or population that claims or acts. */
export const Party = Type.Object({
  id: Type.String({ description: 'local to this Reading: p1, p2 …' }),
  name: Type.String(),
  aliases: Type.Array(Type.String()),
  kind: PartyKind,
  of: nullable(Type.String({ description: 'the party it belongs to: a ministry’s state, a wing’s group' })),
  office: Type.Optional(nullable(Type.String({ description: 'a person’s title or office as worded' }))),
  public: Type.Boolean({
    description: 'a person is private unless an office or the party list says otherwise',
  }),
  external: Type.Record(Type.String(), Type.String()),
  mentions: Spans,
});
export type Party = Type.Static<typeof Party>;

export const PlaceCandidate = Type.Object({
  geonames: Type.Integer(),
  name: Type.String(),
  country: nullable(Type.String()),
  admin1: nullable(Type.String()),
  lat: Type.Number(),
  lon: Type.Number(),
  confidence: Type.Number(),
});
export type PlaceCandidate = Type.Static<typeof PlaceCandidate>;

export const PLACE_PRECISIONS = [
  'exact',
  'near',
  'district',
  'province',
  'region',
  'country',
  'sea',
] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

/** One mention of a place; mentions of the same place share `same`. Coordinates are WGS 84 degrees, 4 decimals. */
export const Place = Type.Object({
  id: Type.String(),
  same: nullable(Type.String({ description: 'id of the first mention of the same place' })),
  span: Span,
  text: Type.String(),
  status: Type.Enum(['resolved', 'ambiguous', 'not-in-gazetteer', 'not-a-place']),
  geonames: nullable(Type.Integer()),
  name: nullable(Type.String()),
  country: nullable(Type.String({ description: 'ISO 3166-1 alpha-2' })),
  admin1: nullable(Type.String()),
  lat: nullable(Type.Number()),
  lon: nullable(Type.Number()),
  precision: nullable(Type.Enum([...PLACE_PRECISIONS])),
  relation: nullable(
    Type.Object({
      anchor: Type.String({ description: 'id of the place it is measured from' }),
      km: nullable(Type.Number()),
      bearing: nullable(Type.Number({ description: 'degrees clockwise from north' })),
      other: Type.Optional(
        nullable(
          Type.String({ description: 'second place: of "between A and B", or the region it also lies in' }),
        ),
      ),
    }),
  ),
  basis: Basis,
  rule: nullable(Type.String()),
  confidence: Type.Number(),
  candidates: Type.Array(PlaceCandidate),
  box: Type.Optional(
    nullable(Type.Array(Type.Number(), { description: 'west, south, east, north, for what is no point' })),
  ),
  kind: Type.Optional(nullable(Type.String({ description: 'GeoNames feature code' }))),
  admin2: Type.Optional(nullable(Type.String())),
  pcode: Type.Optional(nullable(Type.String({ description: 'place code of an imported COD-AB file' }))),
});
export type Place = Type.Static<typeof Place>;

export const Time = Type.Object({
  id: Type.String(),
  span: Span,
  text: Type.String(),
  value: nullable(Type.String({ description: 'TIMEX3 value' })),
  weekday: nullable(Type.Integer({ minimum: 1, maximum: 7, description: 'ISO weekday, Monday = 1' })),
  anchor: nullable(
    Type.String({
      description: '"published", "modified" where only that is known, or the id of another time',
    }),
  ),
  relation: Type.Enum(['at', 'before', 'after', 'since', 'until', 'during']),
  from: nullable(Type.String({ description: 'ISO date or date-time; null when unknown or open' })),
  to: nullable(Type.String()),
  precision: Type.Enum(['day', 'week', 'month', 'year', 'unknown']),
  basis: Basis,
  rule: nullable(Type.String()),
});
export type Time = Type.Static<typeof Time>;
