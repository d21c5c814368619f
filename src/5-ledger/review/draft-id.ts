/** The id of a claim that a person made: as with an engine's claims, of what it says and never of when. */

import type { ClaimDraft } from '../index/resolved-claim.ts';
import { canonicalJson } from '../statements/canonical-json.ts';
import { contentHash } from '../statements/hash-chain.ts';

export function draftId(document: string, { spans, text, chain, event }: ClaimDraft): string {
  const hops = chain.map(({ source, cue }) => [source.spans, source.text, cue?.spans ?? null]);
  const said = { document, spans, text, hops, trigger: event?.trigger ?? null, type: event?.type ?? null };
  return contentHash(canonicalJson(said)).slice('sha256:'.length);
}
