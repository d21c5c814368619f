/** Finds what a decision was about in another Reading of the document: by the very words, or not at all. */
import type { ClaimDraft, ResolvedClaim } from '../index/resolved-claim.ts';
import { claimFault, moveSpans } from './claim-spans.ts';
import type { DecidedWords } from './decision.ts';
import type { StandingState } from './document-state.ts';

/** The words by which a claim is known again. */
export function decidedWords(claim: ResolvedClaim, all: Iterable<StandingState>): DecidedWords {
  const own = wordsOf(claim);
  let same = 0;
  for (const state of all) if (sameWords(wordsOf(state.asRead ?? state.claim), own)) same++;
  return { claim: claim.id, ...own, start: claim.spans[0]?.[0] ?? 0, unique: same <= 1 };
}

/**
 * The claim of the same id and words; else the only claim with the same words, if they were the only such ones when
 * the decision was made; else none.
 */
export function findClaim(
  words: DecidedWords,
  claims: ReadonlyMap<string, StandingState>,
): StandingState | null {
  const matches = (state: StandingState) => sameWords(wordsOf(state.asRead ?? state.claim), words);
  const byId = claims.get(words.claim);
  if (byId && (byId.asRead === null || matches(byId))) return byId;
  if (!words.unique) return null;
  const byWords = [...claims.values()].filter(matches);
  return byWords.length === 1 ? byWords[0]! : null;
}

type Words = Pick<DecidedWords, 'text' | 'sources' | 'trigger'>;

function wordsOf(claim: ResolvedClaim): Words {
  return {
    text: claim.text,
    sources: claim.chain.map((hop) => hop.source.text),
    trigger: claim.event?.trigger?.text ?? null,
  };
}

function sameWords(a: Words, b: Words): boolean {
  return (
    a.text === b.text &&
    a.trigger === b.trigger &&
    a.sources.length === b.sources.length &&
    a.sources.every((source, i) => source === b.sources[i])
  );
}

/** A draft at its place in the text: where it says, or moved whole to the one place where its words stand; else null. */
export function placeDraft(draft: ClaimDraft, text: string | null): ClaimDraft | null {
  if (claimFault(draft, text) === null) return draft;
  const first = draft.spans[0];
  if (!first || text === null) return null;
  const words = draft.text.slice(0, first[1] - first[0]);
  const at = text.indexOf(words);
  if (at < 0 || text.indexOf(words, at + 1) >= 0) return null;
  const shift = at - first[0];
  const moved = moveSpans(draft, ([start, end]) => [start + shift, end + shift]);
  return claimFault(moved, text) === null ? moved : null;
}
