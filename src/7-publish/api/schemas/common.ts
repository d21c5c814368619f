/** Schemas that several routes share: problems, pages, the state asked for. */
import Type from 'typebox';

export const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** A schema that the OpenAPI document names once, under its `$id`, and that others point at. */
export function ref<T extends Type.TSchema>(schema: T) {
  return Type.Unsafe<Type.Static<T>>({ $ref: `${(schema as { $id?: string }).$id}#` });
}

/** RFC 9457 with our codes; `detail` says what happened and `hint` what to do. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String(),
    hint: Type.String(),
    details: Type.Record(Type.String(), Type.String()),
  },
  { $id: 'Problem' },
);
export type Problem = Type.Static<typeof Problem>;

export const AsOf = Type.Optional(
  Type.String({
    pattern: String.raw`^(\d{1,15}|\d{4}-\d{2}-\d{2}(T[\d:.]{5,12}Z?)?)$`,
    description: 'a past state: a time (UTC) or the number of a statement',
  }),
);

export const Sha256 = Type.String({ pattern: '^(sha256:)?[0-9a-f]{64}$', description: 'of the document' });

/** As the ledger writes it, whether or not the address had the prefix. */
export const documentId = (sha256: string) => (sha256.startsWith('sha256:') ? sha256 : `sha256:${sha256}`);

export function readOptions({ asOf }: { asOf?: string }): { asOf?: string | number } {
  if (asOf === undefined) return {};
  return { asOf: /^\d{1,15}$/.test(asOf) ? Number(asOf) : asOf };
}

export const ONLY_BY = Type.Optional(
  Type.String({ maxLength: 300, description: 'only this reviewer’s decisions are applied and told' }),
);

export const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'default 50' }));
export const Cursor = Type.Optional(
  Type.String({ maxLength: 2000, description: '`next` of the page before, with the same query' }),
);

/** Text with stretches to light up, never HTML. */
export const Snippet = Type.Object({
  text: Type.String(),
  marks: Type.Array(Type.Tuple([Type.Integer(), Type.Integer()])),
});
