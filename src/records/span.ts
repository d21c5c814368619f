/** Spans: where words stand. The whole product rests on these two types. */
import Type from 'typebox';

/** `[start, end)` in UTF-16 code units over `article.text`; `text.slice(start, end)` is the quoted text. */
export const Span = Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 0 })], {
  description: 'UTF-16 code units over article.text, [start, end)',
});
export type Span = Type.Static<typeof Span>;

export const Spans = Type.Array(Span);

/**
 * How a value is known: `stated` in words, `implied` (worked out, with the rule that did it) or `given`
 * (came in with the document or was set by a person).
 */
export const Basis = Type.Enum(['stated', 'implied', 'given']);
export type Basis = Type.Static<typeof Basis>;

/** What was seen and left out, or could not be settled: nothing is dropped silently. */
export const Note = Type.Object({
  step: Type.String({ description: 'the step that left it out' }),
  reason: Type.String(),
  span: Type.Union([Span, Type.Null()]),
});
export type Note = Type.Static<typeof Note>;
