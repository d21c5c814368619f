/** A claim as a citation in words: what, on whose word, where it stands, and as of when. */
import type { ClaimItem } from '../api.ts';
import { day } from '../format.ts';
import { sourceText } from '../parts/Source.tsx';

export function citation(claim: ClaimItem, asOf: string, address: string): string {
  const where = [claim.publisher, claim.title && `“${claim.title}”`, claim.published && day(claim.published)];
  return (
    `“${claim.text}” (${claim.certainty}; said by ${sourceText(claim)}). ` +
    `${where.filter(Boolean).join(', ') || 'Report of unknown origin'}. ` +
    `Claim as reported, ${claim.review === 'undecided' ? 'not reviewed' : 'reviewed by a person'}, ` +
    `as of ${asOf}. ${address}`
  );
}
