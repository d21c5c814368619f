/** Ties claims that only confirm or deny another to the claim they mean. */
import type { RawClaim } from '../../3-read/events/claims.ts';
import type { Claim } from '../../records/index.ts';

export interface Told {
  claim: Claim;
  raw: RawClaim;
}

/**
 * Sets `about` (in place). A corroboration means the main claim of the nearest sentence before it that tells something;
 * "denied that …" a claim of somebody else about the same sort of happening, where there is one.
 */
export function tieAbout(told: readonly Told[]): void {
  for (const [i, { claim, raw }] of told.entries()) {
    const denies = claim.certainty === 'denied';
    if (claim.kind === 'corroboration') {
      const meant = lastMain(told, i);
      claim.about = { claim: meant?.claim.id ?? null, as: denies ? 'denies' : 'corroborates' };
    } else if (denies && raw.rules.includes('denied-by-source')) {
      const meant = sameHappening(told, i);
      if (meant) claim.about = { claim: meant.claim.id, as: 'denies' };
    }
  }
}

/** How far back a denial reaches, in sentences. */
const REACH = 12;
const MAIN = new Set(['main', 'content']);

function lastMain(told: readonly Told[], before: number): Told | undefined {
  let sentence: number | null = null;
  let first: Told | undefined;
  for (let k = before - 1; k >= 0; k--) {
    const one = told[k]!;
    const at = one.raw.tree.sentence.index;
    if (one.claim.kind === 'corroboration' || at === told[before]!.raw.tree.sentence.index) continue;
    if (sentence !== null && at !== sentence) break;
    sentence = at;
    if (!first || MAIN.has(one.raw.clause.kind) || !MAIN.has(first.raw.clause.kind)) first = one;
  }
  return first;
}

function sameHappening(told: readonly Told[], denial: number): Told | undefined {
  const { claim, raw } = told[denial]!;
  const type = claim.events[0]?.type ?? null;
  for (let k = denial - 1; k >= 0; k--) {
    const other = told[k]!;
    if (raw.tree.sentence.index - other.raw.tree.sentence.index > REACH) break;
    if (other.claim.certainty === 'denied' || sameChain(claim, other.claim)) continue;
    const alike =
      (type !== null && other.claim.events[0]?.type === type) ||
      (raw.trigger !== null && other.raw.trigger?.token.lemma === raw.trigger.token.lemma);
    if (alike) return other;
  }
  return undefined;
}

const sameChain = (a: Claim, b: Claim) => {
  const last = (c: Claim) => c.chain.at(-1)?.source;
  const [one, two] = [last(a), last(b)];
  if (!one || !two) return !one && !two;
  return one.party !== null ? one.party === two.party : one.text === two.text;
};
