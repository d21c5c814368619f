/** Sources as the API gives them: counts over the incidents of the ledger, never a grade. */
import Type from 'typebox';
import { PARTY_KINDS } from '../../../records/index.ts';
import { AsOf, Cursor, Limit, nullable, ref } from './common.ts';

const text = nullable(Type.String());
const count = (description: string) => Type.Integer({ description });

const ROW = {
  id: Type.String({ description: 'its name, folded: what it is asked for by' }),
  name: Type.String(),
  kind: nullable(Type.Enum([...PARTY_KINDS], { description: 'outlet for one that writes reports' })),
  claims: count('claims whose origin it is'),
  incidents: count('incidents it tells of'),
  documents: count('documents its claims stand in'),
  first: count('incidents it told before every other origin'),
  alone: count('incidents no other named origin tells'),
  corroboratedLater: count('incidents an independent origin told later too'),
  contradictedLater: count('incidents an independent origin told otherwise later'),
  corroborated: count('the same at any time'),
  contradicted: count('the same at any time'),
  withdrew: count('its reports that it took back'),
  partyIn: count('incidents to which it is a party'),
  servesItself: count('its claims that serve itself'),
  relayed: count('claims of others that came through it'),
  sides: Type.Array(Type.Object({ side: Type.String(), claims: Type.Integer() }), {
    description: 'claims of parties to the conflict that it makes or relays, by side',
  }),
  oneSided: nullable(Type.Number({ description: 'share of these from the side told most' })),
  assessed: Type.Boolean({ description: 'a reviewer has graded it' }),
};

export const SourceItem = Type.Object(ROW, { $id: 'SourceItem' });
export type SourceItem = Type.Static<typeof SourceItem>;

export const SourcePage = Type.Object(
  {
    rows: Type.Array(ref(SourceItem)),
    next: nullable(Type.String({ description: 'cursor of the page after this' })),
    total: Type.Integer({ description: 'sources that match' }),
    coverage: Type.String({ description: 'in which ledger this holds' }),
  },
  { $id: 'SourcePage' },
);
export type SourcePage = Type.Static<typeof SourcePage>;

const OTHER = { name: Type.String(), when: Type.Enum(['before', 'after', 'unknown'] as const) };

const Told = Type.Object({
  incident: Type.String(),
  summary: Type.String(),
  place: text,
  from: text,
  to: text,
  claims: Type.Array(Type.String()),
  published: nullable(Type.String({ description: 'its earliest claim here' })),
  partyTo: text,
  first: nullable(Type.Boolean({ description: 'null where dates do not tell' })),
  alone: Type.Boolean(),
  corroboratedBy: Type.Array(Type.Object(OTHER)),
  contradictedBy: Type.Array(
    Type.Object({
      ...OTHER,
      kind: Type.Enum([...(['figures', 'blame', 'place', 'date', 'denial'] as const)]),
      why: Type.String(),
    }),
  ),
});

export const SourceDetail = Type.Object(
  {
    ...ROW,
    told: Type.Array(Told),
    relays: Type.Array(
      Type.Object({
        name: Type.String(),
        partyTo: text,
        claims: Type.Integer(),
        incidents: Type.Integer(),
      }),
      { description: 'origins whose claims came through it' },
    ),
    relayedBy: Type.Array(Type.String(), { description: 'outlets that print its words' }),
    coverage: Type.String(),
  },
  { $id: 'SourceDetail' },
);
export type SourceDetail = Type.Static<typeof SourceDetail>;

const closed = { additionalProperties: false };
const STATE = {
  publishedBy: Type.Optional(
    Type.String({
      pattern: String.raw`^\d{4}-\d{2}-\d{2}$`,
      description: 'as it could be known on this day, from reports published by then',
    }),
  ),
  asOf: AsOf,
};
const FILTER = {
  text: Type.Optional(Type.String({ maxLength: 1000, description: 'words in its name' })),
  kind: Type.Optional(Type.Array(Type.Enum([...PARTY_KINDS]), { maxItems: PARTY_KINDS.length })),
  ...STATE,
};
export const SourceParams = Type.Object({ ...FILTER, limit: Limit, cursor: Cursor }, closed);
export const AllSourceParams = Type.Object(FILTER, closed);
export type AllSourceParams = Type.Static<typeof AllSourceParams>;
export const SourceState = Type.Object(STATE, closed);
export const SourceName = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 300, description: 'its name, however it is written' }),
});
