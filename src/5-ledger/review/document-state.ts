/**
 * The claims of one document as they stand: the Reading in force with people's decisions applied, in the order they
 * were made. Pure: the same statements give the same state.
 */
import type { Reading } from '../../records/index.ts';
import type { ClaimState, ReviewState } from '../index/explode.ts';
import { resolveClaims } from '../index/resolve.ts';
import type { ClaimDraft, ResolvedClaim } from '../index/resolved-claim.ts';
import { applyCorrection } from './apply-correction.ts';
import { findClaim, placeDraft } from './carry-over.ts';
import { claimFault, moveSpans } from './claim-spans.ts';
import type { Decision, DecisionRecord } from './decision.ts';
import { undoneBy } from './undo.ts';

export interface DocumentHistory {
  document: string;
  reading: Reading | null;
  /** All on this document, oldest first. */
  decisions: readonly DecisionRecord[];
  retractions: readonly { seq: number; withdraws: boolean; claims: string[] | null }[];
}

/** A decision that does not fit the Reading in force: listed for people, never moved to a look-alike. */
export interface Orphan {
  decision: number;
  reason: string;
}

export interface StandingState extends ClaimState {
  /** As the engine read it; null for a claim that a person made. */
  asRead: ResolvedClaim | null;
  /** The decisions in force on it, by statement number, oldest first. */
  decisions: number[];
  /** Who decided that it reads right, corrected or rejected it. */
  deciders: Set<string>;
}

export interface DocumentState {
  claims: StandingState[];
  orphans: Orphan[];
}

export function documentState(history: DocumentHistory): DocumentState {
  const state = new StateInMaking(history);
  for (const record of inForce(history.decisions)) state.apply(record);
  for (const retraction of history.retractions) state.retract(retraction);
  return { claims: [...state.claims.values()], orphans: state.orphans };
}

/** The claims of a Reading on which nobody has said anything: as `documentState`, without what decisions need. */
export function untouchedClaims(reading: Reading): ClaimState[] {
  return resolveClaims(reading).map((claim) => ({ claim, review: 'undecided', withdrawn: false }));
}

function inForce(decisions: readonly DecisionRecord[]): DecisionRecord[] {
  const undone = undoneBy(decisions);
  return decisions.filter(({ seq, decision }) => decision.type !== 'undo' && !undone.has(seq));
}

class StateInMaking {
  readonly claims = new Map<string, StandingState>();
  readonly orphans: Orphan[] = [];
  readonly #text: string | null;
  readonly #document: string;

  constructor({ reading, document }: DocumentHistory) {
    this.#text = reading?.article.text ?? null;
    this.#document = document;
    for (const claim of reading ? resolveClaims(reading) : []) {
      this.claims.set(claim.id, {
        claim,
        asRead: claim,
        review: 'undecided',
        withdrawn: false,
        decisions: [],
        deciders: new Set(),
      });
    }
  }

  apply(record: DecisionRecord): void {
    const { decision, seq } = record;
    switch (decision.type) {
      case 'reads-right':
      case 'reject':
      case 'correct':
        this.#onClaim(record, decision);
        break;
      case 'add':
        this.#make(record, decision.claim, record.made[0]);
        break;
      case 'merge':
        if (decision.what === 'claim') this.#merge(record);
        break;
      case 'split':
        if (decision.what === 'claim') this.#split(record, decision.claims);
        break;
      case 'note':
        if (decision.on.what === 'claim') this.#find(record, 0)?.state.decisions.push(seq);
    }
  }

  #onClaim(
    record: DecisionRecord,
    decision: Extract<Decision, { type: 'reads-right' | 'reject' | 'correct' }>,
  ): void {
    const found = this.#find(record, 0);
    if (!found) return;
    const { state, shift } = found;
    if (decision.type === 'correct') {
      const corrected = applyCorrection(state.claim, decision);
      // The value's words may have moved with the claim's; only where they are found again does it hold.
      const moved =
        shift === 0
          ? corrected
          : applyCorrection(
              state.claim,
              correctionOf(
                decision,
                moveSpans(corrected, ([a, b]) => [a + shift, b + shift]),
              ),
            );
      const fault = claimFault(moved, this.#text);
      if (fault) {
        this.#orphan(record.seq, fault);
        return;
      }
      state.claim = moved;
    }
    state.review = reviewAfter(state.review, decision.type);
    state.decisions.push(record.seq);
    state.deciders.add(record.who);
  }

  #merge(record: DecisionRecord): void {
    const found = record.words.map((_, i) => this.#find(record, i));
    if (found.some((one) => one === null)) return;
    found.forEach((one, i) => {
      if (i > 0) one!.state.review = 'merged';
      one!.state.decisions.push(record.seq);
    });
  }

  #split(record: DecisionRecord, drafts: readonly ClaimDraft[]): void {
    const found = this.#find(record, 0);
    if (!found) return;
    found.state.review = 'split';
    found.state.decisions.push(record.seq);
    drafts.forEach((draft, i) => void this.#make(record, draft, record.made[i]));
  }

  #make({ seq, who }: DecisionRecord, draft: ClaimDraft, id: string | undefined): void {
    const placed = placeDraft(draft, this.#text);
    if (!placed) {
      this.#orphan(seq, 'the words of the added claim are not in the text, or more than once');
      return;
    }
    if (!id) return;
    const claim: ResolvedClaim = {
      ...placed,
      id,
      document: this.#document,
      origin: 'person',
      position: 1_000_000 + this.claims.size,
      rules: [],
    };
    this.claims.set(id, {
      claim,
      asRead: null,
      review: 'added',
      withdrawn: false,
      decisions: [seq],
      deciders: new Set([who]),
    });
  }

  retract({ withdraws, claims }: DocumentHistory['retractions'][number]): void {
    if (!withdraws && !claims) return;
    for (const [id, state] of this.claims) if (!claims || claims.includes(id)) state.withdrawn = true;
  }

  /** The claim meant by the record's words number `i`, with how far its words have moved since. */
  #find(record: DecisionRecord, i: number): { state: StandingState; shift: number } | null {
    const words = record.words[i];
    const state = words && findClaim(words, this.claims);
    if (!state) {
      this.#orphan(record.seq, 'no claim of the Reading in force has exactly these words');
      return null;
    }
    const base = state.asRead ?? state.claim;
    return { state, shift: (base.spans[0]?.[0] ?? 0) - words.start };
  }

  #orphan(decision: number, reason: string): void {
    this.orphans.push({ decision, reason });
  }
}

/** The correction again, with its value read off a claim. */
function correctionOf(
  decision: Extract<Decision, { type: 'correct' }>,
  { spans, text, certainty, certaintyWords, event, ...claim }: ResolvedClaim,
): typeof decision {
  const { field } = decision;
  const values: Record<string, unknown> = {
    ...claim,
    ...event,
    words: { spans, text },
    certainty: { certainty, certaintyWords },
  };
  return { ...decision, value: values[field] } as typeof decision;
}

function reviewAfter(now: ReviewState, decided: 'reads-right' | 'reject' | 'correct'): ReviewState {
  if (decided === 'reject') return 'rejected';
  if (decided === 'correct') return 'corrected';
  return now === 'corrected' || now === 'added' ? now : 'reads-right';
}
