/** What people coded in a ledger, with what is derived for it now. */
import type { Ledger } from '../../5-ledger/index.ts';
import { type Coding, openCoding, type Reconciler } from '../../6-reconcile/index.ts';
import { codingProfiles, FOR_CODING } from '../coding/profiles.ts';
import { sourceFor } from './export-options.ts';
import { type AsOf, readOptions } from './options.ts';
import type { LedgerChoice } from './where.ts';

export async function openCodingFor(
  ledger: Ledger,
  { ledger: where, asOf }: LedgerChoice & AsOf,
): Promise<{ reconciler: Reconciler; coding: Coding }> {
  const source = await sourceFor(ledger, { ledger: where, asOf }, FOR_CODING);
  const reconciler = await source.reconciler();
  return {
    reconciler,
    coding: await openCoding(ledger, reconciler, codingProfiles(source), readOptions({ asOf })),
  };
}
