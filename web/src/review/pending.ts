/** What the article looks like once the decisions on their way are recorded: shown at once, and marked as not yet kept. */
import type { DecisionInput } from '../../../src/5-ledger/index.ts';
import { applyCorrection } from '../../../src/5-ledger/review/apply-correction.ts';
import type { StandingClaim } from '../api.ts';
import { asClaim } from './values.ts';

type Review = StandingClaim['review'];

/** @param decisions those not recorded yet, in order */
export function withPending(
  claims: readonly StandingClaim[],
  decisions: readonly DecisionInput[],
  document: string,
): StandingClaim[] {
  const all = new Map(claims.map((one) => [one.claim.id, one]));
  const review = (id: string, state: Review) => {
    const one = all.get(id);
    if (one) all.set(id, { ...one, review: state, row: { ...one.row, review: state } });
  };
  decisions.forEach(({ decision }, i) => {
    switch (decision.type) {
      case 'reads-right':
        review(decision.claim, 'reads-right');
        break;
      case 'reject':
        review(decision.claim, 'rejected');
        break;
      case 'correct': {
        const one = all.get(decision.claim);
        if (one) all.set(decision.claim, { ...one, claim: applyCorrection(one.claim, decision) });
        review(decision.claim, 'corrected');
        break;
      }
      case 'add': {
        const first = claims[0];
        if (decision.document === document && first)
          all.set(`pending-${i}`, pendingClaim(asClaim(decision.claim, `pending-${i}`, document), first));
        break;
      }
      case 'merge':
        if (decision.what === 'claim') for (const id of decision.from) review(id, 'merged');
        break;
      case 'split':
        if (decision.what === 'claim') review(decision.id, 'split');
        break;
    }
  });
  return [...all.values()].sort((a, b) => start(a) - start(b));
}

const start = ({ claim }: StandingClaim) => claim.spans[0]?.[0] ?? 0;

function pendingClaim(claim: StandingClaim['claim'], like: StandingClaim): StandingClaim {
  const row = { ...like.row, id: claim.id, text: claim.text, review: 'added' as const };
  return { claim, asRead: null, review: 'added', withdrawn: false, decisions: [], reading: null, row };
}
