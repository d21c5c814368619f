/** The article: the text of a document with what is known of its publication. All offsets count here. */
import Type from 'typebox';
import { Basis, Span, Spans } from './span.ts';

/** A fact about the article with how it is known; a date that is not known is `null`, never a default. */
export const Dated = Type.Object({
  value: Type.String({ description: 'ISO 8601 date or date-time' }),
  basis: Basis,
  span: Type.Union([Span, Type.Null()]),
});
export type Dated = Type.Static<typeof Dated>;

/** Agencies, bylines and datelines: they serve origins and are never hops of a claim's chain. */
export const Credit = Type.Object({
  span: Span,
  text: Type.String(),
  kind: Type.Enum(['dateline', 'agency', 'byline', 'republished-from']),
  party: Type.Union([Type.String(), Type.Null()]),
});
export type Credit = Type.Static<typeof Credit>;

/** What an outlet says of its own article: kept apart from the report, and left unread but for updates that bring news. */
export const OutletNotice = Type.Object({
  kind: Type.Enum(['correction', 'clarification', 'editors-note', 'update', 'withdrawal']),
  span: Span,
  text: Type.String(),
  date: Type.Union([Dated, Type.Null()]),
});
export type OutletNotice = Type.Static<typeof OutletNotice>;

const nullableString = Type.Union([Type.String(), Type.Null()]);

export const Article = Type.Object({
  title: nullableString,
  byline: nullableString,
  subject: nullableString,
  publisher: nullableString,
  url: nullableString,
  language: Type.String({ description: 'ISO 639-1, or "und"' }),
  published: Type.Union([Dated, Type.Null()]),
  modified: Type.Union([Dated, Type.Null()]),
  credits: Type.Array(Credit),
  text: Type.String(),
  furniture: Spans,
  notices: Type.Optional(
    Type.Array(OutletNotice, { description: 'left out by versions that did not look for them' }),
  ),
});
export type Article = Type.Static<typeof Article>;
