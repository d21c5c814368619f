/** An address asked for again, and what stood there: evidence that a page stayed, changed or went. */
import Type from 'typebox';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Ids = Type.Array(Type.String());

export const VISIT_OUTCOMES = ['same', 'changed', 'gone', 'emptied', 'withdrawn', 'corrected'] as const;

/** Payload of the statement `visit`. */
export const Visit = Type.Object({
  url: Type.String({ minLength: 1, maxLength: 4000, description: 'as asked for' }),
  document: Type.String({ description: 'the version that was known last' }),
  outcome: Type.Enum(VISIT_OUTCOMES, {
    description:
      'withdrawn, corrected: a changed page that says so of itself; emptied: no report is there any more',
  }),
  became: nullable(Type.String({ description: 'the version that stood there; null where nothing did' })),
  sha256: nullable(
    Type.String({
      description: 'of the bytes that came; where the article in them is unchanged they are not kept again',
    }),
  ),
  at: Type.String({ description: 'UTC, ISO 8601: when it was asked for' }),
  finalUrl: nullable(Type.String()),
  redirects: Type.Array(Type.String()),
  status: nullable(Type.Integer()),
  headers: Type.Record(Type.String(), Type.String()),
  notice: nullable(
    Type.String({ description: 'words by which the page says that it was changed or taken back' }),
  ),
  claims: Type.Object({
    changed: Type.Array(Type.String(), {
      description: 'claims of the known version whose sentence reads differently',
    }),
    gone: Ids,
  }),
});
export type Visit = Type.Static<typeof Visit>;

export interface VisitEntry extends Visit {
  seq: number;
  recorded: string;
}

export interface VisitQuery {
  /** As the version known before, or as what it became. */
  document?: string | undefined;
  url?: string | undefined;
}
