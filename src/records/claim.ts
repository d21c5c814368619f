/** Claims: one assertion of one happening, situation or assessment by one chain of sources; the unit of the ledger. */
import Type from 'typebox';
import { Hop } from './attribution.ts';
import { Basis, Span, Spans } from './span.ts';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** ACLED's 25 sub-event types by their slugs, in ACLED's order, then the types beyond them. */
export const ACLED_EVENT_TYPES = [
  'government-regains-territory',
  'non-state-actor-overtakes-territory',
  'armed-clash',
  'chemical-weapon',
  'air-drone-strike',
  'suicide-bomb',
  'shelling-artillery-missile',
  'remote-explosive-landmine-ied',
  'grenade',
  'sexual-violence',
  'attack',
  'abduction-forced-disappearance',
  'peaceful-protest',
  'protest-with-intervention',
  'excessive-force-against-protesters',
  'violent-demonstration',
  'mob-violence',
  'agreement',
  'arrests',
  'change-to-group-activity',
  'disrupted-weapons-use',
  'headquarters-or-base-established',
  'looting-property-destruction',
  'non-violent-transfer-of-territory',
  'other-strategic-development',
] as const;
export const OTHER_EVENT_TYPES = [
  'territorial-advance',
  'movement',
  'casualties',
  'displacement',
  'siege-blockade',
  'aid',
  'talks-diplomacy',
  'sanctions-legal-action',
  'threat-vow',
  'arms-supply',
  'intelligence',
  'training-exercise',
  'condemnation',
  'call-for-action',
] as const;
export const EVENT_TYPES = [...ACLED_EVENT_TYPES, ...OTHER_EVENT_TYPES] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const EFFECT_KINDS = [
  'killed',
  'wounded',
  'missing',
  'captured',
  'displaced',
  'destroyed',
  'damaged',
  'seized',
] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];

export const CERTAINTIES = ['asserted', 'hedged', 'unconfirmed', 'denied', 'expected'] as const;
export type Certainty = (typeof CERTAINTIES)[number];
export const CLAIM_KINDS = ['event', 'situation', 'assessment', 'corroboration', 'geography'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** A count with bounds and what happened to whom or what. `up to 80` has no low, `more than 60` has low 61 and no high. */
export const Effect = Type.Object({
  id: Type.String(),
  what: Type.Enum([...EFFECT_KINDS]),
  span: Span,
  whom: nullable(Type.String()),
  label: nullable(Type.String({ description: 'the claimant’s own word for them' })),
  low: nullable(Type.Integer()),
  high: nullable(Type.Integer()),
  approximate: Type.Boolean(),
  unit: Type.Enum(['persons', 'families', 'bodies', 'items']),
  scope: Type.Enum(['happening', 'sum', 'since']),
  partOf: nullable(Type.String()),
  sums: Type.Array(Type.String()),
  origin: Type.Array(Type.String()),
});
export type Effect = Type.Static<typeof Effect>;

/** A party in a role. `basis: implied` names the rule that worked it out and may have no words of its own. */
export const Role = Type.Object({
  span: nullable(Span),
  party: nullable(Type.String()),
  basis: Basis,
  rule: nullable(Type.String()),
});
export type Role = Type.Static<typeof Role>;

export const ClaimEvent = Type.Object({
  type: nullable(Type.Enum([...EVENT_TYPES])),
  trigger: nullable(Span),
  happening: nullable(Type.String()),
  by: Type.Array(Role),
  against: Type.Array(Role),
  place: nullable(Type.String()),
  time: nullable(Type.String()),
  means: Spans,
  effects: Type.Array(Effect),
});
export type ClaimEvent = Type.Static<typeof ClaimEvent>;

export const Claim = Type.Object({
  id: Type.String(),
  spans: Spans,
  text: Type.String({ description: 'the pieces of `spans` joined by one space' }),
  chain: Type.Array(Hop, { description: 'outermost first; empty = the author’s own voice' }),
  certainty: Type.Enum([...CERTAINTIES]),
  certaintyWords: Spans,
  kind: Type.Enum([...CLAIM_KINDS]),
  about: nullable(
    Type.Object({
      claim: nullable(Type.String()),
      as: Type.Enum(['corroborates', 'denies', 'continues']),
    }),
  ),
  loaded: Spans,
  events: Type.Array(ClaimEvent, { maxItems: 1 }),
  rules: Type.Array(Type.String()),
});
export type Claim = Type.Static<typeof Claim>;
