/** Claims on a map and over time, as the API gives them. */
import Type from 'typebox';
import { TIME_UNITS } from '../../../5-ledger/index.ts';
import { PLACE_PRECISIONS } from '../../../records/index.ts';
import { nullable, ref } from './common.ts';

const text = nullable(Type.String());
const counts = Type.Array(Type.Integer());

export const PlaceItem = Type.Object(
  {
    name: nullable(Type.String({ description: 'null where it is only told by its distance from another' })),
    country: text,
    admin1: text,
    lat: Type.Number(),
    lon: Type.Number(),
    precision: nullable(Type.Enum([...PLACE_PRECISIONS])),
    claims: Type.Integer(),
    certainty: Type.Array(Type.Integer(), {
      description: 'how many are asserted, hedged, unconfirmed, denied, expected',
    }),
  },
  { $id: 'PlaceItem' },
);
export type PlaceItem = Type.Static<typeof PlaceItem>;

export const ClaimMap = Type.Object(
  {
    places: Type.Array(ref(PlaceItem), { description: 'most claims first, at most 10 000' }),
    more: Type.Object({ places: Type.Integer(), claims: Type.Integer() }),
    placed: Type.Integer(),
    unplaced: Type.Array(Type.Object({ status: Type.String(), claims: Type.Integer() }), {
      description: 'claims that no map can show, by why',
    }),
    attribution: Type.String({ description: 'goes with the coordinates wherever they are passed on' }),
  },
  { $id: 'ClaimMap' },
);
export type ClaimMap = Type.Static<typeof ClaimMap>;

export const Timeline = Type.Object(
  {
    unit: Type.Enum([...TIME_UNITS]),
    first: text,
    last: text,
    series: Type.Array(text, { description: 'what each count of a bin is of; null: claims of no event' }),
    bins: Type.Array(Type.Object({ start: Type.String(), counts }), {
      description: 'those with claims, by first day; a claim stands at the first day that it may be about',
    }),
    before: Type.Integer(),
    after: Type.Integer(),
    undated: Type.Integer(),
  },
  { $id: 'Timeline' },
);
export type Timeline = Type.Static<typeof Timeline>;
