/** Claims as the API gives them. Each type is checked against the ledger's own where a route returns it. */
import Type from 'typebox';
import { FACET_FIELDS, REVIEW_STATES, ResolvedClaim } from '../../../5-ledger/index.ts';
import { Claim } from '../../../records/index.ts';
import { nullable, ref, Snippet } from './common.ts';

const text = nullable(Type.String());
const number = nullable(Type.Number());

const ClaimParty = Type.Object({
  name: text,
  text,
  kind: text,
  partyKind: text,
  of: text,
  private: Type.Boolean({ description: 'a private person: never a facet, never a profile' }),
});

const EffectRow = Type.Object({
  what: Type.String(),
  whom: text,
  label: text,
  low: number,
  high: number,
  approximate: Type.Boolean(),
  unit: Type.String(),
  scope: Type.String(),
});

export const ClaimItem = Type.Object(
  {
    id: Type.String(),
    document: Type.String(),
    reading: nullable(Type.Integer()),
    position: Type.Integer(),
    start: Type.Integer(),
    origin: Type.Enum(['machine', 'person']),
    text: Type.String(),
    certainty: Claim.properties.certainty,
    kind: Claim.properties.kind,
    type: text,
    trigger: text,
    happening: text,
    about: nullable(Type.Object({ claim: text, as: Type.String() })),
    sources: Type.Array(ClaimParty, { description: 'outermost first; empty = the author’s own voice' }),
    by: Type.Array(ClaimParty),
    against: Type.Array(ClaimParty),
    place: nullable(
      Type.Object({
        name: text,
        text,
        status: Type.String(),
        precision: text,
        geonames: nullable(Type.Integer()),
        country: text,
        admin1: text,
        lat: number,
        lon: number,
      }),
    ),
    time: nullable(Type.Object({ text, from: text, to: text, precision: Type.String() })),
    effects: Type.Array(EffectRow),
    published: text,
    publisher: text,
    title: text,
    url: text,
    language: Type.String(),
    review: Type.Enum([...REVIEW_STATES]),
    withdrawn: Type.Boolean(),
    example: Type.Boolean({ description: 'of a report that was written for the demonstration' }),
    snippet: Type.Optional(Snippet),
  },
  { $id: 'ClaimItem' },
);
export type ClaimItem = Type.Static<typeof ClaimItem>;

export const ClaimPage = Type.Object(
  {
    rows: Type.Array(ref(ClaimItem)),
    next: nullable(Type.String({ description: 'cursor of the page after this' })),
    total: nullable(Type.Integer({ description: 'claims that match; on the first page only' })),
  },
  { $id: 'ClaimPage' },
);
export type ClaimPage = Type.Static<typeof ClaimPage>;

export const Facet = Type.Object(
  {
    field: Type.Enum([...FACET_FIELDS]),
    values: Type.Array(Type.Object({ value: text, count: Type.Integer() })),
    more: Type.Integer({ description: 'values beyond those listed' }),
    privatePersons: Type.Integer({ description: 'claims of private persons, who are not listed' }),
  },
  { $id: 'Facet' },
);
export type Facet = Type.Static<typeof Facet>;

/** A decision as it was recorded; its content is one of the forms of `POST /decisions`. */
export const DecisionEntry = Type.Object(
  {
    seq: Type.Integer(),
    at: Type.String(),
    who: Type.String(),
    why: text,
    decision: Type.Unsafe<import('../../../5-ledger/index.ts').Decision>({ type: 'object' }),
    inForce: Type.Boolean(),
  },
  { $id: 'DecisionEntry' },
);
export type DecisionEntry = Type.Static<typeof DecisionEntry>;

/** One claim as it stands, as the engine read it, and what people decided on it. */
export const StandingClaim = Type.Object(
  {
    claim: ResolvedClaim,
    asRead: nullable(ResolvedClaim),
    review: Type.Enum([...REVIEW_STATES]),
    withdrawn: Type.Boolean(),
    decisions: Type.Array(ref(DecisionEntry)),
    reading: text,
    row: ref(ClaimItem),
  },
  { $id: 'StandingClaim' },
);
export type StandingClaim = Type.Static<typeof StandingClaim>;

/** Numbers and times of the statements that were made. */
export const Recorded = Type.Object(
  { recorded: Type.Array(Type.Object({ seq: Type.Integer(), at: Type.String() })) },
  { $id: 'Recorded' },
);
