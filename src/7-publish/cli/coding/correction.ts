/** `FIELD=VALUE` as a reviewer types it, made a decision that corrects the field. */
import {
  CORRECTED_FIELDS,
  type CorrectedField,
  type Decision,
  type ResolvedClaim,
} from '../../../5-ledger/index.ts';
import { CERTAINTIES, CLAIM_KINDS, EFFECT_KINDS, EVENT_TYPES, type Span } from '../../../records/index.ts';
import { quoteIn } from './quote.ts';
import {
  type CodingContext,
  chainOf,
  effectsOf,
  invalid,
  isEffectKind,
  list,
  placeOf,
  quoted,
  rolesOf,
  timeOf,
} from './values.ts';

type Correction = Extract<Decision, { type: 'correct' }>;

/** What can stand before the `=`, for help and messages. */
export const CORRECTION_FORMS: readonly [field: string, form: string][] = [
  ['words', 'the words of the claim, as they stand in the text'],
  ['certainty', `${CERTAINTIES.join(', ')}; "words that say so" may follow`],
  ['kind', CLAIM_KINDS.join(', ')],
  ['type', 'an event type, or none'],
  ['trigger', 'the words that tell the happening, or none'],
  ['chain', 'who says so, outermost first: A < B (outlet); none: the author'],
  ['by, against', 'names with ; between, or none'],
  ['place', 'a name, NAME@35.02,40.45, or none'],
  ['time', '2017-10-06, 2017-10, 2017, two with / between, or none'],
  ['means', 'words with ; between, or none'],
  [
    `${EFFECT_KINDS[0]}, ${EFFECT_KINDS[1]} …`,
    '12, ~40, 3-5, 60+, -80, with whom behind: 12 civilians; or none',
  ],
  ['translation', 'any text'],
];

/** @throws ReportedlyError `value-invalid`, `quote-not-found`, `quote-ambiguous` */
export function correctionOf(typed: string, claim: ResolvedClaim, context: CodingContext): Correction {
  const at = typed.indexOf('=');
  const field = typed.slice(0, at).trim();
  const value = typed.slice(at + 1).trim();
  if (at < 1) invalid('a field', typed, 'a correction is FIELD=VALUE');
  const known = (CORRECTED_FIELDS as string[]).includes(field);
  if (!known && !isEffectKind(field)) invalid(field, value, 'there is no such field');
  if (known && /^[[{]/.test(value)) return correct(claim, field as CorrectedField, json(field, value));
  if (isEffectKind(field)) {
    return correct(claim, 'effects', effectsOf(field, value, context, claim.event?.effects ?? []));
  }
  return correct(claim, field as CorrectedField, valueFrom(field as CorrectedField, value, claim, context));
}

function correct({ id }: ResolvedClaim, field: CorrectedField, value: unknown): Correction {
  return { type: 'correct', claim: id, field, value } as Correction;
}

function valueFrom(
  field: CorrectedField,
  value: string,
  claim: ResolvedClaim,
  context: CodingContext,
): unknown {
  switch (field) {
    case 'words':
      return wordsOf(value, context);
    case 'certainty':
      return certaintyOf(value, context);
    case 'kind':
      return oneOf(field, value, CLAIM_KINDS);
    case 'type':
      return value === 'none' ? null : oneOf(field, value, EVENT_TYPES);
    case 'trigger':
      return value === 'none' ? null : words(field, value, context);
    case 'chain':
      return chainOf(value, context);
    case 'by':
    case 'against':
      return rolesOf(value, context);
    case 'place':
      return placeOf(value, context, claim.event?.place ?? null);
    case 'time':
      return timeOf(value, claim.event?.time ?? null);
    case 'means':
      return value === 'none' ? [] : list(value, ';').map((one) => words(field, one, context));
    case 'translation':
      return value === 'none' ? null : value;
    default:
      return invalid(field, value, 'give it as JSON');
  }
}

function wordsOf(value: string, context: CodingContext): { spans: Span[]; text: string } {
  const found = quoted(context, value);
  return found ? { spans: [found.span], text: found.text } : { spans: [], text: value };
}

function certaintyOf(value: string, context: CodingContext): { certainty: string; certaintyWords: Span[] } {
  const [, certainty = value, said] = /^(\S+)\s+["“](.+)["”]$/.exec(value) ?? [];
  const certaintyWords = said === undefined ? [] : [words('certainty', said, context).span];
  return { certainty: oneOf('certainty', certainty, CERTAINTIES), certaintyWords };
}

function words(field: string, value: string, context: CodingContext): { span: Span; text: string } {
  const found = quoted(context, value);
  if (found) return found;
  if (context.reading) quoteIn(context.reading.article.text, value);
  return invalid(field, value, 'the document was not read, so it has no words to point at');
}

function oneOf<T extends string>(field: string, value: string, values: readonly T[]): T {
  if (!(values as readonly string[]).includes(value))
    invalid(field, value, `it is one of ${values.join(', ')}`);
  return value as T;
}

function json(field: string, value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return invalid(field, value, 'it is no JSON');
  }
}
