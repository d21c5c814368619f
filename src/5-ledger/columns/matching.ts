/** The columns with a mask of the claims that match. */
import type { ReadOptions } from '../contract.ts';
import type { ClaimFilter } from '../read/claim-types.ts';
import { snapshotAt } from '../read/snapshot.ts';
import type { Store } from '../store.ts';
import type { ClaimColumns } from './claim-columns.ts';
import { columnsOf } from './columns-of.ts';
import { allOf, fieldMasks, type Mask, snapshotMask } from './masks.ts';

export async function matching(
  store: Store,
  filter: ClaimFilter,
  options?: ReadOptions,
): Promise<{ columns: ClaimColumns; mask: Mask }> {
  const snapshot = await snapshotAt(store, options);
  const columns = await columnsOf(store);
  const masks = await fieldMasks(store, columns, filter, snapshot);
  return { columns, mask: allOf(columns.length, [snapshotMask(columns, snapshot), ...masks.values()]) };
}
