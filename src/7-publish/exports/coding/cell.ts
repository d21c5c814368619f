/** A cell of somebody's table with the rule and the words it rests on. */
import type { Span } from '../../../records/index.ts';
import type { ViewClaim } from '../view.ts';
import type { RuleName } from './rules.ts';

export type CellValue = string | number | null;

export interface Evidence {
  claim: string;
  document: string;
  /** UTF-16 code units over the article's text; null for what a person typed in. */
  span: Span | null;
  /** Masked as the file is. */
  quote: string;
}

export interface Cell {
  value: CellValue;
  rule: RuleName;
  evidence: readonly Evidence[];
}

export type CodedRow = Map<string, Cell>;

/** A column of a profile, as the codebook has it. */
export interface Column {
  name: string;
  type: 'text' | 'integer' | 'number' | 'date' | 'code';
  /** Values it may take, besides none. */
  codes?: readonly (string | number)[];
  says: string;
}

/** An incident that the profile cannot code, with why. */
export interface Held {
  held: string;
}

export const isHeld = (coded: CodedRow | Held): coded is Held => 'held' in coded;

export const cell = (value: CellValue, rule: RuleName, evidence: readonly Evidence[] = []): Cell => ({
  value: value === '' ? null : value,
  rule,
  evidence,
});

export const EMPTY = cell(null, 'not-derived');

/** The words at a span of a claim's report. */
export function evidenceAt(claim: ViewClaim, span: Span | null | undefined): Evidence {
  const { one, report, mask } = claim;
  const at = span ?? one.claim.spans[0] ?? null;
  const quote = at ? maskedText(claim).slice(at[0], at[1]) : mask.text(one.claim.text);
  return { claim: one.claim.id, document: report.document, span: at, quote };
}

/** The whole claims, piece by piece. */
export const evidenceOf = (claims: readonly ViewClaim[]): Evidence[] =>
  claims.flatMap((claim) => {
    const { spans } = claim.one.claim;
    return spans.length === 0 ? [evidenceAt(claim, null)] : spans.map((span) => evidenceAt(claim, span));
  });

const texts = new WeakMap<object, { mask: unknown; text: string }>();

/** A report's text under its mask, every word in its place. */
export function maskedText({ report, mask }: ViewClaim): string {
  const kept = texts.get(report);
  if (kept && kept.mask === mask) return kept.text;
  const text = mask.text(report.text);
  texts.set(report, { mask, text });
  return text;
}

/** The claim's own words, masked where they stand: a name cut in two is covered too. */
export function wordsOf(claim: ViewClaim): string {
  const { spans, text } = claim.one.claim;
  if (spans.length === 0 || claim.mask.isEmpty) return claim.mask.text(text);
  const whole = maskedText(claim);
  return claim.mask.text(spans.map(([start, end]) => whole.slice(start, end)).join(' '));
}
