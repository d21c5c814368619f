/** The fields a person sets, each with its key, and what picked words or a choice make of them. Pure. */
import type { CorrectedField } from '../../../src/5-ledger/index.ts';
import type { Claim, Span } from '../api.ts';
import { type Context, cueAt, cut, effectAt, freeId, hopAt, placeAt, roleAt, timeAt } from './values.ts';

/** What picked words can become. */
export interface WordField {
  key: string;
  name: string;
  label: string;
  field: CorrectedField;
  /** The new value, the words being those picked. */
  value: (claim: Claim, context: Context, span: Span) => unknown;
}

const quotedAt = (context: Context, span: Span) => ({
  span: [...span],
  text: cut(context.article.text, span),
});
const effects = (claim: Claim) => claim.event?.effects ?? [];

export const WORD_FIELDS: readonly WordField[] = [
  {
    key: 'w',
    name: 'words',
    label: 'the claim’s words',
    field: 'words',
    value: (_, context, span) => ({ spans: [[...span]], text: cut(context.article.text, span) }),
  },
  {
    key: 's',
    name: 'source',
    label: 'said by',
    field: 'chain',
    // The source nearest to the facts; the others and the cue stay.
    value: (claim, context, span) => {
      const { cue = null, mode = 'indirect' } = claim.chain.at(-1) ?? {};
      return [...claim.chain.slice(0, -1), { ...hopAt(context, span), cue, mode }];
    },
  },
  {
    key: 'l',
    name: 'hop',
    label: 'on the word of',
    field: 'chain',
    value: (claim, context, span) => [...claim.chain, hopAt(context, span)],
  },
  {
    key: 'q',
    name: 'cue',
    label: 'cue',
    field: 'chain',
    value: (claim, context, span) =>
      claim.chain.map((hop, i) =>
        i === claim.chain.length - 1 ? { ...hop, cue: cueAt(context, span) } : hop,
      ),
  },
  {
    key: 'c',
    name: 'certaintyWords',
    label: 'words of certainty',
    field: 'certainty',
    value: (claim, _, span) => ({ certainty: claim.certainty, certaintyWords: [[...span]] }),
  },
  {
    key: 't',
    name: 'trigger',
    label: 'what happened',
    field: 'trigger',
    value: (_, context, span) => quotedAt(context, span),
  },
  {
    key: 'b',
    name: 'by',
    label: 'by',
    field: 'by',
    value: (claim, context, span) => [...(claim.event?.by ?? []), roleAt(context, span)],
  },
  {
    key: 'g',
    name: 'against',
    label: 'against',
    field: 'against',
    value: (claim, context, span) => [...(claim.event?.against ?? []), roleAt(context, span)],
  },
  {
    key: 'p',
    name: 'place',
    label: 'where',
    field: 'place',
    value: (_, context, span) => placeAt(context, span),
  },
  {
    key: 'd',
    name: 'time',
    label: 'when',
    field: 'time',
    value: (_, context, span) => timeAt(context, span),
  },
  {
    key: 'm',
    name: 'means',
    label: 'means',
    field: 'means',
    value: (claim, context, span) => [...(claim.event?.means ?? []), quotedAt(context, span)],
  },
  {
    key: 'f',
    name: 'effect',
    label: 'figure',
    field: 'effects',
    value: (claim, context, span) => [
      ...effects(claim),
      effectAt(context, span, 'killed', freeId(effects(claim))),
    ],
  },
];

/** The claim without one of its sources, roles, means or figures, or without its place, time or type. */
export function without(
  claim: Claim,
  name: string,
  index: number,
): { field: CorrectedField; value: unknown } {
  const rest = <T>(all: readonly T[] | undefined) => (all ?? []).filter((_, i) => i !== index);
  switch (name) {
    case 'source':
      return { field: 'chain', value: rest(claim.chain) };
    case 'cue':
      return {
        field: 'chain',
        value: claim.chain.map((hop, i) => (i === index ? { ...hop, cue: null } : hop)),
      };
    case 'by':
      return { field: 'by', value: rest(claim.event?.by) };
    case 'against':
      return { field: 'against', value: rest(claim.event?.against) };
    case 'means':
      return { field: 'means', value: rest(claim.event?.means) };
    case 'effect':
      return { field: 'effects', value: rest(claim.event?.effects) };
    case 'certainty':
      return { field: 'certainty', value: { certainty: claim.certainty, certaintyWords: [] } };
    default:
      return { field: name as CorrectedField, value: null };
  }
}

/** Where a row of the claim stands: which field, and which of several. */
export interface RowName {
  name: string;
  index: number;
}

const nth = <T>(all: readonly T[] | undefined, index: number, change: (one: T) => T): T[] =>
  (all ?? []).map((one, i) => (i === index ? change(one) : one));

/** The field with other words for what it has: the rest of it stays. */
export function repicked(
  claim: Claim,
  { name, index }: RowName,
  context: Context,
  span: Span,
): { field: CorrectedField; value: unknown } {
  const { event, chain } = claim;
  switch (name) {
    case 'source':
      return {
        field: 'chain',
        value: nth(chain, index, ({ cue, mode }) => ({ ...hopAt(context, span), cue, mode })),
      };
    case 'cue':
      return { field: 'chain', value: nth(chain, index, (hop) => ({ ...hop, cue: cueAt(context, span) })) };
    case 'by':
    case 'against':
      return { field: name, value: nth(event?.[name], index, () => roleAt(context, span)) };
    case 'means':
      return { field: 'means', value: nth(event?.means, index, () => quotedAt(context, span)) };
    case 'effect':
      return {
        field: 'effects',
        value: nth(event?.effects, index, (old) => {
          const told = effectAt(context, span, old.what, old.id);
          return { ...old, ...told, whom: told.whom ?? old.whom, scope: old.scope, partOf: old.partOf };
        }),
      };
    default: {
      const word = WORD_FIELDS.find((one) => one.name === (name === 'type' ? 'trigger' : name))!;
      return { field: word.field, value: word.value(claim, context, span) };
    }
  }
}
