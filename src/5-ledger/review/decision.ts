/** What a reviewer can decide. Decisions are appended and never overwritten; the last one on a thing is the one in force. */
import Type from 'typebox';
import { CERTAINTIES, CLAIM_KINDS, Claim, EVENT_TYPES, Spans } from '../../records/index.ts';
import {
  ClaimDraft,
  Quoted,
  ResolvedEffect,
  ResolvedHop,
  ResolvedPlace,
  ResolvedRole,
  ResolvedTime,
} from '../index/resolved-claim.ts';
import type { FromElsewhere } from '../join/origin.ts';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const id = Type.String({ minLength: 1, maxLength: 300 });
const said = Type.String({ maxLength: 10_000 });

/** The fields that can be corrected, each with the form its new value has. Words in values are quoted at their spans. */
export const CORRECTIONS = {
  words: Type.Object({ spans: Spans, text: Type.String() }),
  certainty: Type.Object({ certainty: Type.Enum([...CERTAINTIES]), certaintyWords: Spans }),
  kind: Type.Enum([...CLAIM_KINDS]),
  about: Claim.properties.about,
  chain: Type.Array(ResolvedHop),
  type: nullable(Type.Enum([...EVENT_TYPES])),
  trigger: nullable(Quoted),
  by: Type.Array(ResolvedRole),
  against: Type.Array(ResolvedRole),
  place: nullable(ResolvedPlace),
  time: nullable(ResolvedTime),
  means: Type.Array(Quoted),
  effects: Type.Array(ResolvedEffect),
  translation: nullable(Type.String()),
} as const;
export type CorrectedField = keyof typeof CORRECTIONS;
export const CORRECTED_FIELDS = Object.keys(CORRECTIONS) as CorrectedField[];

const Correct = Type.Union(
  Object.entries(CORRECTIONS).map(([field, value]) =>
    Type.Object({ type: Type.Literal('correct'), claim: id, field: Type.Literal(field), value }),
  ),
);

export const MERGEABLE = ['claim', 'incident', 'party'] as const;
export const ARTICLE_STATUSES = ['unread', 'in-review', 'complete'] as const;

/** What a note or an assessment is about. */
export const Target = Type.Object({
  what: Type.Enum(['claim', 'document', 'incident', 'party', 'source', 'decision']),
  id,
});
export type Target = Type.Static<typeof Target>;

/** `claim` ids are those of the claims in force. `id`s of incidents and parties belong to the stages that derive them. */
const DECISION_SCHEMAS = [
  Type.Object({ type: Type.Literal('reads-right'), claim: id }),
  Type.Object({ type: Type.Literal('reject'), claim: id }),
  Type.Object({ type: Type.Literal('add'), document: id, claim: ClaimDraft }),
  Type.Object({
    type: Type.Literal('merge'),
    what: Type.Enum([...MERGEABLE]),
    into: id,
    from: Type.Array(id, { minItems: 1, maxItems: 1000 }),
  }),
  Type.Object({
    type: Type.Literal('split'),
    what: Type.Enum([...MERGEABLE]),
    id,
    claims: Type.Array(ClaimDraft, { description: 'of a claim: the claims it is split into' }),
    groups: Type.Array(Type.Array(id), { description: 'of an incident or party: the ids of each part' }),
  }),
  Type.Object({
    type: Type.Literal('code'),
    incident: id,
    profile: id,
    cell: id,
    value: Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
    derived: Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
    evidence: Type.String({ description: 'digest of what the derived value rested on when it was coded' }),
  }),
  Type.Object({ type: Type.Literal('note'), on: Target, text: said }),
  Type.Object({
    type: Type.Literal('status'),
    document: id,
    status: Type.Enum([...ARTICLE_STATUSES]),
  }),
  Type.Object({ type: Type.Literal('undo'), decision: Type.Integer({ minimum: 1 }) }),
] as const;

export const Decision = Type.Union([...DECISION_SCHEMAS, Correct]);
export type Decision =
  | Type.Static<(typeof DECISION_SCHEMAS)[number]>
  | {
      [F in CorrectedField]: {
        type: 'correct';
        claim: string;
        field: F;
        value: Type.Static<(typeof CORRECTIONS)[F]>;
      };
    }[CorrectedField];

/** Who decides, what and why. */
export const DecisionInput = Type.Object({
  who: Type.String({ minLength: 1, maxLength: 300 }),
  why: nullable(said),
  decision: Decision,
});
export interface DecisionInput {
  who: string;
  why: string | null;
  decision: Decision;
}

/** The words a decision was made on: by these, and not by look-alikes, it is found again in another Reading. */
export interface DecidedWords {
  claim: string;
  text: string;
  /** Words of the sources, outermost first. */
  sources: string[];
  trigger: string | null;
  start: number;
  /** No other claim of that Reading had the same text, sources and trigger. */
  unique: boolean;
}

/** Payload of a `decision` statement. */
export interface DecisionPayload extends DecisionInput, FromElsewhere {
  document: string | null;
  /** Number of the Reading's statement that was in force. */
  reading: number | null;
  /** Of each claim the decision names, in its order. */
  words: DecidedWords[];
  /** Ids of the claims it makes, in order. */
  made: string[];
}

export interface DecisionRecord extends DecisionPayload {
  seq: number;
  at: string;
}
