/** Attributions: as the text ties a source to what it says, whole, before it is cut into claims. */
import Type from 'typebox';
import { Spans } from './span.ts';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const SOURCE_KINDS = ['person', 'organisation', 'outlet', 'state', 'document', 'unnamed'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const Source = Type.Object({
  spans: Spans,
  text: Type.String(),
  kind: Type.Enum([...SOURCE_KINDS]),
  party: nullable(Type.String()),
  basis: Type.Enum(['stated', 'implied']),
});
export type Source = Type.Static<typeof Source>;

export const Cue = Type.Object({
  spans: Spans,
  text: Type.String(),
  lemma: Type.String(),
});
export type Cue = Type.Static<typeof Cue>;

export const ATTRIBUTION_MODES = ['direct', 'indirect', 'mixed'] as const;
export type AttributionMode = (typeof ATTRIBUTION_MODES)[number];
export const ATTRIBUTION_KINDS = ['speech', 'document', 'belief', 'intent', 'perception'] as const;
export type AttributionKind = (typeof ATTRIBUTION_KINDS)[number];

export const Attribution = Type.Object({
  id: Type.String(),
  source: Source,
  cue: nullable(Cue),
  content: Spans,
  mode: Type.Enum([...ATTRIBUTION_MODES]),
  kind: Type.Enum([...ATTRIBUTION_KINDS]),
  nestedIn: nullable(Type.String()),
  rules: Type.Array(Type.String()),
});
export type Attribution = Type.Static<typeof Attribution>;

/** One hop of a chain. A run-on quotation has no cue and its speaker's last mention as an implied source. */
export const Hop = Type.Object({
  attribution: nullable(Type.String()),
  source: Source,
  cue: nullable(Cue),
  mode: Type.Enum([...ATTRIBUTION_MODES]),
});
export type Hop = Type.Static<typeof Hop>;
