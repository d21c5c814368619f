/** Names of claims that depend on words alone, never on local ids. */
import { createHash } from 'node:crypto';
import type { Hop, Span } from '../../records/index.ts';

/**
 * sha256 (first 32 hex digits) of the document, the claim's spans, each hop's source and cue spans, the trigger and an
 * ordinal where all these are equal.
 */
export function claimId(
  document: string,
  spans: readonly Span[],
  chain: readonly Hop[],
  trigger: Span | null,
  ordinal: number,
): string {
  const key = JSON.stringify([
    document,
    spans,
    chain.map((hop) => [hop.source.spans, hop.cue?.spans ?? null]),
    trigger,
    ordinal,
  ]);
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
