/** The claims of one document as they stand: the Reading in force with people's decisions applied. Pure. */
import type { Reading } from '../../records/index.ts';
import type { ClaimState } from '../index/explode.ts';
import { resolveClaims } from '../index/resolve.ts';

export interface DocumentHistory {
  reading: Reading | null;
}

export interface DocumentState {
  claims: ClaimState[];
}

export function documentState(history: DocumentHistory): DocumentState {
  const claims = history.reading ? resolveClaims(history.reading) : [];
  return { claims: claims.map((claim) => ({ claim, review: 'undecided', withdrawn: false })) };
}
