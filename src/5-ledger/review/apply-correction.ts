/** One field of a claim set to what a person says it is. */
import type { ResolvedClaim, ResolvedEvent } from '../index/resolved-claim.ts';
import type { Decision } from './decision.ts';

type Correction = Extract<Decision, { type: 'correct' }>;

const NO_EVENT: ResolvedEvent = {
  type: null,
  trigger: null,
  happening: null,
  by: [],
  against: [],
  place: null,
  time: null,
  means: [],
  effects: [],
};

export function applyCorrection(claim: ResolvedClaim, correction: Correction): ResolvedClaim {
  switch (correction.field) {
    case 'words':
    case 'certainty':
      return { ...claim, ...correction.value };
    case 'kind':
    case 'about':
    case 'chain':
    case 'translation':
      return { ...claim, [correction.field]: correction.value };
    default: {
      const event = { ...(claim.event ?? NO_EVENT), [correction.field]: correction.value };
      return { ...claim, event };
    }
  }
}
