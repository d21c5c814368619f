/** Names of re3d documents against ours: exact spans and types, a determiner at the front counting on neither side. */
import type { NameType } from '../src/records/index.ts';
import type { MentionDocument } from './corpora/sources.ts';
import { RE3D_TYPES } from './network/examples.ts';

export interface SpanCounts {
  right: number;
  found: number;
  gold: number;
}

export interface TypedSpan {
  start: number;
  end: number;
  type: NameType;
}

/** Our types as re3d sees them: outlets are organisations, facilities locations. */
const COARSE: Partial<Record<NameType, string>> = { outlet: 'organisation', facility: 'place' };

const DETERMINER = /^(?:the|a|an|this|that|these|those|its|their|his|her|our|some)\s+/i;

/** Gold mentions: confidence at least .5, types that are ours, the longest of overlapping ones. */
export function wantedMentions(document: MentionDocument): TypedSpan[] {
  const kept = document.entities
    .filter((e) => (e.confidence ?? 1) >= 0.5 && RE3D_TYPES[e.type])
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const spans: TypedSpan[] = [];
  for (const { start, end, type } of kept)
    if (!spans.some((s) => start < s.end && end > s.start))
      spans.push({ start, end, type: RE3D_TYPES[type] as NameType });
  return spans;
}

const PRONOUN =
  /^(?:I|We|They|He|She|It|You|His|Her|Their|Our|Its|My|These|Those|This|That|Them|Who|Many|Some|All|People|Others)$/;

/** Whether a mention has a name in it, and is not only described ("the city", "We"). */
export function isNamed(text: string, { start, end }: { start: number; end: number }): boolean {
  const words = text.slice(start, end).replace(DETERMINER, '');
  return /\p{Lu}/u.test(words) && !PRONOUN.test(words);
}

/** Adds a document's counts to `counts`. */
export function countSpans(
  text: string,
  gold: readonly TypedSpan[],
  found: readonly TypedSpan[],
  counts: SpanCounts,
): void {
  const key = ({ start, end, type }: TypedSpan) => {
    const determiner = DETERMINER.exec(text.slice(start, end));
    return `${start + (determiner?.[0].length ?? 0)} ${end} ${COARSE[type] ?? type}`;
  };
  const wanted = new Set(gold.map(key));
  const given = new Set(found.map(key));
  for (const one of given) if (wanted.has(one)) counts.right++;
  counts.found += given.size;
  counts.gold += wanted.size;
}

export const f1 = ({ right, found, gold }: SpanCounts): number =>
  Math.round((20000 * right) / Math.max(found + gold, 1)) / 100;
