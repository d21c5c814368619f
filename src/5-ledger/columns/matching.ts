/** The columns, with these parts at least, and a mask of the claims that match: as many rows as it has are to be looked at. */
import type { ReadOptions } from '../contract.ts';
import type { ClaimFilter } from '../read/claim-types.ts';
import { snapshotAt } from '../read/snapshot.ts';
import type { Store } from '../store.ts';
import type { ClaimColumns, Part } from './claim-columns.ts';
import { columnsOf } from './columns-of.ts';
import { partsOf } from './filter-parts.ts';
import { allOf, fieldMasks, type Mask, snapshotMask } from './masks.ts';

export async function matching(
  store: Store,
  filter: ClaimFilter,
  parts: readonly Part[],
  options?: ReadOptions,
): Promise<{ columns: ClaimColumns; mask: Mask }> {
  const snapshot = await snapshotAt(store, options);
  const columns = await columnsOf(store, [...parts, ...partsOf(filter)]);
  const seen = await snapshotMask(columns, snapshot);
  const masks = await fieldMasks(store, columns, filter, snapshot);
  return { columns, mask: allOf([seen, ...masks.values()]) };
}
