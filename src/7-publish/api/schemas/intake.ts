/** What is added in the workbench, and what became of it. */
import Type from 'typebox';
import { nullable, ref } from './common.ts';

const Result = Type.Union([
  Type.Object({
    ok: Type.Literal(true),
    document: Type.String(),
    title: nullable(Type.String()),
    claims: Type.Integer(),
    isNew: Type.Boolean({ description: 'false: it was in the ledger already' }),
    wasRead: Type.Boolean({ description: 'false: kept, in a language that is not read or without text' }),
  }),
  Type.Object({
    ok: Type.Literal(false),
    input: Type.String(),
    code: Type.String(),
    message: Type.String(),
    hint: Type.String(),
  }),
]);

export const Addition = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    how: Type.Enum(['upload', 'paste', 'address', 'example']),
    at: Type.String(),
    state: Type.Enum(['waiting', 'reading', 'done', 'failed']),
    results: Type.Array(Result, { description: 'one for each report in it' }),
  },
  { $id: 'Addition' },
);
export type Addition = Type.Static<typeof Addition>;

export const Additions = Type.Object(
  { rows: Type.Array(ref(Addition), { description: 'newest first; forgotten when the server stops' }) },
  { $id: 'Additions' },
);
export type Additions = Type.Static<typeof Additions>;

const short = Type.Optional(Type.String({ maxLength: 2000 }));
const date = Type.Optional(
  Type.String({ pattern: String.raw`^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$` }),
);
export const Given = { title: short, publisher: short, published: date, url: short };

export const AdditionBody = Type.Union([
  Type.Object({ text: Type.String({ minLength: 1 }), ...Given }, { additionalProperties: false }),
  Type.Object(
    { address: Type.String({ minLength: 1, maxLength: 4000, description: 'of a page or feed' }), ...Given },
    { additionalProperties: false },
  ),
  Type.Object({ examples: Type.Literal(true) }, { additionalProperties: false }),
]);
export type AdditionBody = Type.Static<typeof AdditionBody>;
