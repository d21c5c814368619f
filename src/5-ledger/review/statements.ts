/** Payloads of the statements that people make beside decisions. */
import Type from 'typebox';
import { Target } from './decision.ts';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const who = Type.String({ minLength: 1, maxLength: 300 });
const why = nullable(Type.String({ maxLength: 10_000 }));

/** Admiralty (AJP-2.1): the source A to F and the information 1 to 6 are judged apart; null = not judged. */
export const Assessment = Type.Union([
  Type.Object({
    scheme: Type.Literal('admiralty'),
    source: nullable(Type.Enum(['A', 'B', 'C', 'D', 'E', 'F'])),
    information: nullable(Type.Enum(['1', '2', '3', '4', '5', '6'])),
  }),
  Type.Object({
    scheme: Type.Literal('airwars'),
    grade: nullable(Type.Enum(['confirmed', 'fair', 'weak', 'contested', 'discounted'])),
  }),
]);
export type Assessment = Type.Static<typeof Assessment>;

export const AssessmentInput = Type.Object({ who, why, on: Target, assessment: Assessment });
export type AssessmentInput = Type.Static<typeof AssessmentInput>;

/** The publisher took a report back (`withdrawn`) or corrected it. `claims`: only these are concerned; null: all. */
export const RetractionInput = Type.Object({
  who,
  why,
  document: Type.String(),
  kind: Type.Enum(['withdrawn', 'corrected']),
  claims: nullable(Type.Array(Type.String())),
  url: nullable(Type.String({ description: 'where the publisher says so' })),
  text: nullable(Type.String({ description: 'what the publisher says' })),
});
export type RetractionInput = Type.Static<typeof RetractionInput>;

/** A project's own field or code list; a later one of the same name takes its place. */
export const CodeListInput = Type.Object({
  who,
  why,
  name: Type.String({ minLength: 1, maxLength: 300 }),
  codes: Type.Array(Type.Object({ code: Type.String(), label: Type.String() })),
});
export type CodeListInput = Type.Static<typeof CodeListInput>;
