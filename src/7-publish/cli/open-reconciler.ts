/** The incidents of a ledger, derived when asked for. */
import type { Ledger } from '../../5-ledger/index.ts';
import { openTables, type Reconciler, reconcileLedger } from '../../6-reconcile/index.ts';
import { readPackageFile } from '../../package.ts';
import { type AsOf, readOptions } from './options.ts';

export function openReconciler(ledger: Ledger, options: AsOf = {}): Promise<Reconciler> {
  return reconcileLedger(ledger, { tables: openTables(readPackageFile), ...readOptions(options) });
}
