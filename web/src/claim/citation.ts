/** A claim as a citation in words: what, on whose word, where it stands, and as of when. */
import type { StandingClaim } from '../api.ts';
import { day } from '../format.ts';
import { sourceText } from '../parts/Source.tsx';

export function citation({ claim, row }: StandingClaim, asOf: string, address: string): string {
  const where = [row.publisher, row.title && `“${row.title}”`, row.published && day(row.published)];
  return (
    `“${claim.text}” (${claim.certainty}; said by ${sourceText(row)}). ` +
    `${where.filter(Boolean).join(', ') || 'Report of unknown origin'}. ` +
    `Claim as reported, ${row.review === 'undecided' ? 'not reviewed' : 'reviewed by a person'}, ` +
    `as of ${asOf}. ${address}`
  );
}
