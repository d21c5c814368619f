/** The claims of the incident shown, by id, for its parts to quote and link. */
import { Link } from '@tanstack/react-router';
import { createContext, useContext, useMemo } from 'react';
import type { ClaimItem } from '../api.ts';
import { hex } from '../format.ts';
import { Certainty } from '../parts/Certainty.tsx';
import { Words } from '../parts/Words.tsx';

const Claims = createContext<ReadonlyMap<string, ClaimItem>>(new Map());

export function ClaimsOf({ claims, children }: { claims: readonly ClaimItem[]; children: React.ReactNode }) {
  const byId = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims]);
  return <Claims.Provider value={byId}>{children}</Claims.Provider>;
}

export const useClaimById = (id: string): ClaimItem | undefined => useContext(Claims).get(id);

/** A claim's words, linked to where they stand. @param words shown instead of the claim's own */
export function ClaimWords({ id, words }: { id: string; words?: string | null }) {
  const claim = useClaimById(id);
  const text = words ?? claim?.text ?? id.slice(0, 8);
  if (!claim) return <Words text={text} />;
  return (
    <>
      <Certainty value={claim.certainty} bare />{' '}
      <Link to="/documents/$sha256" params={{ sha256: hex(claim.document) }} search={{ claim: [id] }}>
        <Words text={text} />
      </Link>
    </>
  );
}
