/**
 * A claim that stands by itself: what a Reading says with local ids ("p1", "l2") is said here with the party, place or
 * time itself. Decisions are applied to this form, people add claims in it, and the rows of the index are made from it.
 */
import Type from 'typebox';
import {
  ATTRIBUTION_MODES,
  Basis,
  CERTAINTIES,
  CLAIM_KINDS,
  Claim,
  Cue,
  Effect,
  EVENT_TYPES,
  Party,
  Place,
  SOURCE_KINDS,
  Span,
  Spans,
  Time,
} from '../../records/index.ts';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = Type.String({ maxLength: 100_000 });

/** A party without its place in one Reading. */
export const ResolvedParty = Type.Object({
  ...Type.Omit(Party, ['id', 'of', 'mentions']).properties,
  of: nullable(Type.String({ description: 'name of the party it belongs to' })),
});
export type ResolvedParty = Type.Static<typeof ResolvedParty>;

export const ResolvedHop = Type.Object({
  attribution: nullable(Type.String()),
  source: Type.Object({
    spans: Spans,
    text,
    kind: Type.Enum([...SOURCE_KINDS]),
    party: nullable(ResolvedParty),
    basis: Basis,
  }),
  cue: nullable(Cue),
  mode: Type.Enum([...ATTRIBUTION_MODES]),
});
export type ResolvedHop = Type.Static<typeof ResolvedHop>;

export const Quoted = Type.Object({ span: Span, text });
export type Quoted = Type.Static<typeof Quoted>;

export const ResolvedRole = Type.Object({
  span: nullable(Span),
  text: nullable(text),
  party: nullable(ResolvedParty),
  person: Type.Boolean({
    description: 'the words name a person although no party is known: treated as private',
  }),
  basis: Basis,
  rule: nullable(Type.String()),
});
export type ResolvedRole = Type.Static<typeof ResolvedRole>;

export const ResolvedPlace = Type.Object({
  ...Type.Omit(Place, ['id', 'same', 'span', 'relation']).properties,
  span: nullable(Span),
  relation: nullable(
    Type.Object({
      anchor: Type.String({ description: 'name of the place it is measured from' }),
      km: nullable(Type.Number()),
      bearing: nullable(Type.Number()),
    }),
  ),
});
export type ResolvedPlace = Type.Static<typeof ResolvedPlace>;

export const ResolvedTime = Type.Object({
  ...Type.Omit(Time, ['id', 'span']).properties,
  span: nullable(Span),
});
export type ResolvedTime = Type.Static<typeof ResolvedTime>;

export const ResolvedEffect = Type.Object({
  ...Type.Omit(Effect, ['span']).properties,
  span: nullable(Span),
  text: nullable(text),
});
export type ResolvedEffect = Type.Static<typeof ResolvedEffect>;

export const ResolvedEvent = Type.Object({
  type: nullable(Type.Enum([...EVENT_TYPES])),
  trigger: nullable(Quoted),
  happening: nullable(
    Type.String({
      description: 'the same within an article for claims of the same happening',
    }),
  ),
  by: Type.Array(ResolvedRole),
  against: Type.Array(ResolvedRole),
  place: nullable(ResolvedPlace),
  time: nullable(ResolvedTime),
  means: Type.Array(Quoted),
  effects: Type.Array(ResolvedEffect),
});
export type ResolvedEvent = Type.Static<typeof ResolvedEvent>;

/** What a person gives who adds a claim. With `basis: given` the words are typed in and there are no spans. */
export const ClaimDraft = Type.Object({
  spans: Spans,
  text,
  basis: Type.Enum(['stated', 'given']),
  translation: nullable(text),
  chain: Type.Array(ResolvedHop),
  certainty: Type.Enum([...CERTAINTIES]),
  certaintyWords: Spans,
  kind: Type.Enum([...CLAIM_KINDS]),
  about: Claim.properties.about,
  loaded: Spans,
  event: nullable(ResolvedEvent),
});
export type ClaimDraft = Type.Static<typeof ClaimDraft>;

export const ResolvedClaim = Type.Object({
  id: Type.String(),
  document: Type.String(),
  origin: Type.Enum(['machine', 'person'], {
    description: 'who made it out: an engine, or a person who added it',
  }),
  position: Type.Integer({ description: 'order in the Reading; claims of persons come after' }),
  ...ClaimDraft.properties,
  rules: Type.Array(Type.String()),
});
export type ResolvedClaim = Type.Static<typeof ResolvedClaim>;
