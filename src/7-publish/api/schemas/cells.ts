/** Coded cells as the API gives them, and what sets one. */
import Type from 'typebox';
import { nullable } from './common.ts';

const text = Type.String();
const value = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);

const CodedCell = Type.Object({
  profile: text,
  cell: text,
  value,
  derivedThen: value,
  derivedNow: value,
  evidenceChanged: Type.Boolean({
    description: 'the derived value rests on other evidence than when it was coded',
  }),
  who: text,
  why: nullable(text),
  at: text,
  seq: Type.Integer({ description: 'number of the decision: undo it to have the derived value again' }),
});

export const Cell = Type.Object(
  {
    cell: text,
    value,
    derived: value,
    evidence: Type.String({ description: 'digest of what the derived value rests on' }),
    claims: Type.Array(text, { description: 'claims that the derived value rests on' }),
    coded: nullable(CodedCell),
    codes: nullable(Type.Array(Type.Object({ code: text, label: text }))),
  },
  { $id: 'Cell' },
);
export type Cell = Type.Static<typeof Cell>;

export const CodedEntry = Type.Object({ incident: text, cell: CodedCell }, { $id: 'CodedEntry' });
export type CodedEntry = Type.Static<typeof CodedEntry>;

const id = Type.String({ minLength: 1, maxLength: 300 });
export const CodeBody = Type.Object(
  { who: id, why: Type.String({ minLength: 1, maxLength: 10_000 }), profile: id, cell: id, value },
  { additionalProperties: false },
);

export const CodeList = Type.Object(
  {
    seq: Type.Integer(),
    at: text,
    who: text,
    why: nullable(text),
    name: text,
    codes: Type.Array(Type.Object({ code: text, label: text })),
  },
  { $id: 'CodeList' },
);
export type CodeList = Type.Static<typeof CodeList>;
