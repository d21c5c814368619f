/** The claims of the incident shown, by id, for its parts to quote and link; on paper each quote has a number among the footnotes. */
import { Link } from '@tanstack/react-router';
import { createContext, useContext, useMemo } from 'react';
import type { ClaimItem } from '../api.ts';
import { hex } from '../format.ts';
import { Certainty } from '../parts/Certainty.tsx';
import { Words } from '../parts/Words.tsx';

interface Numbered {
  claim: ClaimItem;
  /** Of its footnote, from 1. */
  number: number;
}

const Claims = createContext<ReadonlyMap<string, Numbered>>(new Map());

export function ClaimsOf({ claims, children }: { claims: readonly ClaimItem[]; children: React.ReactNode }) {
  const byId = useMemo(
    () => new Map(claims.map((claim, i) => [claim.id, { claim, number: i + 1 }])),
    [claims],
  );
  return <Claims.Provider value={byId}>{children}</Claims.Provider>;
}

export const useClaimById = (id: string): ClaimItem | undefined => useContext(Claims).get(id)?.claim;

/** A claim's words, linked to where they stand. @param words shown instead of the claim's own */
export function ClaimWords({ id, words }: { id: string; words?: string | null }) {
  const found = useContext(Claims).get(id);
  const text = words ?? found?.claim.text ?? id.slice(0, 8);
  if (!found) return <Words text={text} />;
  const { claim, number } = found;
  return (
    <>
      <Certainty value={claim.certainty} bare />{' '}
      <Link to="/documents/$sha256" params={{ sha256: hex(claim.document) }} search={{ claim: [id] }}>
        <Words text={text} />
      </Link>
      <sup className="note-number">{number}</sup>
    </>
  );
}
