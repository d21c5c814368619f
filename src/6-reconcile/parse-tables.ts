/** Makes the tables of reconciliation from their files' texts. */
import { parseNotices } from './contradictions/withdrawals.ts';
import { TypeFamilies } from './incidents/type-fit.ts';
import type { ReconcileTables } from './tables.ts';
import { WordWeights } from './words/word-weights.ts';

export interface TableFiles {
  families: string;
  frequencies: string;
  notices: string;
}

/** Where each file is, from the package's folder. */
export const TABLE_FILES: TableFiles = {
  families: 'dictionaries/reconcile/type-families.tsv',
  frequencies: 'models/en/word-frequencies.tsv',
  notices: 'dictionaries/en/withdrawal-notices.tsv',
};

/** @param read gives the text of a file of the package */
export function openTables(read: (name: string) => string): ReconcileTables {
  return {
    families: new TypeFamilies(read(TABLE_FILES.families)),
    weights: new WordWeights(read(TABLE_FILES.frequencies)),
    notices: parseNotices(read(TABLE_FILES.notices)),
  };
}
