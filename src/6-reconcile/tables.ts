/** The tables that reconciliation goes by, read from the package once. */
import type { NoticePattern } from './contradictions/withdrawals.ts';
import type { TypeFamilies } from './incidents/type-fit.ts';
import type { WordWeights } from './words/word-weights.ts';

export interface ReconcileTables {
  families: TypeFamilies;
  weights: WordWeights;
  notices: readonly NoticePattern[];
}
