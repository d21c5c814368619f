/** Incidents as the API gives them, and what may be asked of them. */
import Type from 'typebox';
import { STANDINGS } from '../../../6-reconcile/index.ts';
import { PARTY_KINDS } from '../../../records/index.ts';
import { ClaimItem } from './claims.ts';
import { AsOf, Cursor, Limit, nullable, ref } from './common.ts';

const text = nullable(Type.String());
const number = nullable(Type.Number());
const ids = Type.Array(Type.String());
const strings = Type.Array(Type.String());

const Standing = Type.Object({
  origins: Type.Integer({ description: 'distinct named origins that assert it' }),
  held: Type.Integer({ description: 'of these, whose own text is in this ledger' }),
  relayed: Type.Integer(),
  parties: Type.Integer({ description: 'of these, parties to the conflict' }),
  sides: strings,
  unnamed: Type.Integer({ description: 'unnamed sources: told, not counted' }),
  assessed: Type.Integer({ description: 'origins that a reviewer assessed' }),
  contested: Type.Boolean(),
  deniedByAccused: Type.Boolean(),
  withdrawn: Type.Boolean(),
  unconfirmed: Type.Boolean(),
  oneSided: nullable(Type.Number({ description: 'share of the origins that are parties to the conflict' })),
  reasons: strings,
});

const ROW = {
  id: Type.String(),
  types: strings,
  place: text,
  country: text,
  lat: number,
  lon: number,
  from: nullable(Type.String({ description: 'day, as told' })),
  to: text,
  summary: Type.String({ description: 'words of its fullest claim' }),
  claims: Type.Integer(),
  documents: Type.Integer(),
  standing: Standing,
  killed: Type.Array(Type.Object({ whom: text, low: number, high: number })),
  decided: Type.Array(Type.Integer(), { description: 'decisions of people that shaped it' }),
};

export const IncidentItem = Type.Object(
  { ...ROW, example: Type.Boolean({ description: 'all its reports were written for the demonstration' }) },
  { $id: 'IncidentItem' },
);
export type IncidentItem = Type.Static<typeof IncidentItem>;

export const IncidentPage = Type.Object(
  {
    rows: Type.Array(ref(IncidentItem)),
    next: nullable(Type.String({ description: 'cursor of the page after this' })),
    total: Type.Integer({ description: 'incidents that match' }),
    coverage: Type.String({ description: 'in which ledger this holds' }),
    withoutEffect: Type.Array(Type.Integer(), {
      description: 'merges and splits of people, by number, that find no incident any more',
    }),
  },
  { $id: 'IncidentPage' },
);
export type IncidentPage = Type.Static<typeof IncidentPage>;

const Suggested = <T extends string>(grades: readonly T[]) =>
  Type.Object({ grade: Type.Enum([...grades]), why: Type.String(), wouldChange: Type.String() });

const Report = Type.Object({
  document: Type.String(),
  title: text,
  publisher: text,
  url: text,
  published: text,
  claims: ids,
  family: nullable(Type.String({ description: 'family of reprints' })),
  copiedFrom: text,
  notice: nullable(Type.Enum(['withdrawn', 'corrected'] as const)),
  related: Type.Boolean({ description: 'no claim was read in it; it is alike in words' }),
});

const Origin = Type.Object({
  key: Type.String(),
  name: Type.String(),
  countable: Type.Boolean(),
  kind: Type.Enum(['party', 'author', 'unnamed'] as const),
  held: Type.Boolean(),
  relayedBy: strings,
  partyTo: nullable(Type.String({ description: 'its side, where it is a party to this incident' })),
  partyKind: nullable(Type.Enum([...PARTY_KINDS])),
  private: Type.Boolean(),
  claims: Type.Array(
    Type.Object({
      claim: Type.String(),
      document: Type.String(),
      voice: text,
      through: strings,
      copiedFrom: text,
      serves: nullable(Type.String({ description: 'why the claim serves who makes it' })),
      asserts: Type.Boolean({ description: 'it neither denies nor was taken back' }),
    }),
  ),
});

const Toll = Type.Object({
  what: Type.String(),
  whom: text,
  unit: Type.String(),
  entries: Type.Array(
    Type.Object({
      claim: Type.String(),
      document: Type.String(),
      origin: Type.String(),
      name: Type.String(),
      published: text,
      low: number,
      high: number,
      approximate: Type.Boolean(),
      words: text,
      period: nullable(
        Type.Object(
          { from: number, to: number, day: Type.Boolean() },
          { description: 'days since 1970-01-01' },
        ),
      ),
      outside: nullable(
        Type.Enum(['denied', 'expected', 'part', 'sum', 'since', 'elsewhere', 'withdrawn'] as const, {
          description: 'why it stands in no range',
        }),
      ),
    }),
  ),
  low: number,
  high: number,
  origins: Type.Integer(),
});

const Contradiction = Type.Object({
  kind: Type.Enum([
    ...(['figures', 'blame', 'place', 'date', 'denial', 'withdrawal', 'silent-edit'] as const),
  ]),
  sides: Type.Array(
    Type.Object({ origin: Type.String(), name: Type.String(), claims: ids, says: Type.String() }),
  ),
  byAccused: Type.Boolean(),
  why: Type.String(),
});

const Family = Type.Object({
  id: Type.String(),
  documents: ids,
  earliest: text,
  elsewhere: text,
  copies: Type.Array(
    Type.Object({ document: Type.String(), basis: nullable(Type.Enum(['credit', 'time'] as const)) }),
  ),
});

const Incident = Type.Object({
  ...ROW,
  aliases: strings,
  coverage: Type.String(),
  reports: Type.Array(Report),
  origins: Type.Array(Origin),
  tolls: Type.Array(Toll),
  contradictions: Type.Array(Contradiction),
  withdrawals: Type.Array(
    Type.Object({
      document: Type.String(),
      kind: Type.Enum(['withdrawn', 'corrected'] as const),
      words: Type.String(),
      span: nullable(Type.Tuple([Type.Integer(), Type.Integer()])),
      takesBack: ids,
    }),
  ),
  silentEdits: Type.Array(
    Type.Object({
      url: Type.String(),
      before: Type.String(),
      after: Type.String(),
      gone: strings,
      come: strings,
    }),
  ),
  families: Type.Array(Family),
  suggestion: Type.Object({
    airwars: nullable(Suggested(['fair', 'weak', 'contested'] as const)),
    admiralty: Suggested(['2', '3', '4', '6'] as const),
  }),
});

const MEMBERSHIP = {
  claims: ids,
  document: Type.String(),
  text: Type.String(),
  mean: nullable(Type.Number({ description: 'likeness to the others, on average' })),
  likest: nullable(
    Type.Object({
      claim: Type.String(),
      text: Type.String(),
      score: Type.Number(),
      reasons: Type.Array(
        Type.Object({
          what: Type.Enum([
            ...(['type', 'place', 'time', 'published', 'parties', 'figures', 'words'] as const),
          ]),
          why: Type.String(),
          points: Type.Number(),
        }),
      ),
    }),
  ),
};

/** All that an incident's page shows: how it stands, why each claim is in it, and the claims themselves. */
export const IncidentDetail = Type.Object(
  {
    incident: Incident,
    threshold: Type.Number({ description: 'happenings that are as alike on average are joined' }),
    members: Type.Array(Type.Object(MEMBERSHIP)),
    nearly: Type.Array(Type.Object({ ...MEMBERSHIP, incident: Type.String() })),
    claims: Type.Array(ref(ClaimItem)),
    example: Type.Boolean(),
  },
  { $id: 'IncidentDetail' },
);
export type IncidentDetail = Type.Static<typeof IncidentDetail>;

const value = Type.String({ maxLength: 500 });
const anyOf = (description: string) => Type.Optional(Type.Array(value, { maxItems: 200, description }));
const date = Type.Optional(
  Type.String({ pattern: String.raw`^\d{4}(-\d{2}(-\d{2})?)?$`, description: 'inclusive' }),
);
const closed = { additionalProperties: false };

const FILTER = {
  text: Type.Optional(
    Type.String({ maxLength: 1000, description: 'words that all stand in what is said of it' }),
  ),
  place: anyOf('names of places'),
  country: anyOf('ISO 3166-1 alpha-2'),
  type: anyOf('event types'),
  from: date,
  to: date,
  standing: Type.Optional(Type.Array(Type.Enum([...STANDINGS]), { maxItems: STANDINGS.length })),
  publishedBy: Type.Optional(
    Type.String({
      pattern: String.raw`^\d{4}-\d{2}-\d{2}$`,
      description: 'as it could be known on this day, from reports published by then',
    }),
  ),
  asOf: AsOf,
};
export const IncidentParams = Type.Object({ ...FILTER, limit: Limit, cursor: Cursor }, closed);
export const AllIncidentParams = Type.Object(FILTER, closed);
export type AllIncidentParams = Type.Static<typeof AllIncidentParams>;
export const IncidentState = Type.Object({ publishedBy: FILTER.publishedBy, asOf: AsOf }, closed);
export const IncidentId = Type.Object({
  id: Type.String({
    pattern: '^[0-9A-Za-z-]{4,64}$',
    description: 'its name, another it has, or a claim in it',
  }),
});
