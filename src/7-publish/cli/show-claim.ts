/** One claim shown on its text: the words with each field in its colour, the fields, what people said of it. */
import colours from 'picocolors';
import type { ResolvedClaim, StandingClaim, StoredReading } from '../../5-ledger/index.ts';
import type { Span } from '../../records/index.ts';
import { clean } from './claims-table.ts';
import { decisionText } from './decision-text.ts';
import { excerpt, type Painted } from './excerpt.ts';
import { fieldsOf } from './show-fields.ts';

/** `stored`: the Reading whose text the spans count in; null where the document was not read. */
export function showClaim(standing: StandingClaim, stored: StoredReading | null, width: number): string {
  const { claim } = standing;
  const fields = fieldsOf(claim);
  const before = standing.asRead ? fieldsOf(standing.asRead) : [];
  const painted: Painted[] = fields.flatMap(({ spans, paint }) => spans.map((span) => ({ span, paint })));
  const text = stored?.reading.article.text;
  const out = [
    colours.bold(clean(claim.text)),
    ...(claim.translation ? [`  translation  ${clean(claim.translation)}`] : []),
    '',
    ...(text !== undefined && claim.spans.length > 0
      ? [excerpt(text, claim.spans as Span[], painted, Math.min(width, 110)), '']
      : []),
    ...fields.map(
      ({ name, value, paint, spans }) =>
        `  ${name.padEnd(12)} ${paint(value)}${spans.length > 0 ? '' : colours.dim('  (no words of its own)')}`,
    ),
    ...changes(fields, before),
    '',
    `  review       ${standing.review}${standing.withdrawn ? ', withdrawn by its publisher' : ''}`,
    ...standing.decisions.map((entry) => `  ${decisionText(entry)}`),
    ...facts(claim, stored),
    '',
  ];
  return out.join('\n');
}

/** Of a corrected claim: what the engine had read. */
function changes(
  now: readonly { name: string; value: string }[],
  before: readonly { name: string; value: string }[],
): string[] {
  const said = new Set(now.map(({ name, value }) => `${name} ${value}`));
  return before
    .filter(({ name, value }) => !said.has(`${name} ${value}`))
    .map(({ name, value }) => colours.dim(`  as read      ${name}: ${value}`));
}

function facts(claim: ResolvedClaim, stored: StoredReading | null): string[] {
  const madeBy = claim.origin === 'person' ? 'made by a person' : claim.rules.join(', ');
  return [
    `  rules        ${madeBy}`,
    `  claim        ${claim.id}`,
    `  document     ${claim.document}`,
    ...(stored ? [`  engine       ${stored.reading.engine.version}`] : []),
  ];
}
