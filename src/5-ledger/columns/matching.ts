/** The columns, with these parts at least, and a mask of the claims that match: as many rows as it has are to be looked at. */
import type { ReadOptions } from '../contract.ts';
import type { ClaimFilter } from '../read/claim-types.ts';
import { type Snapshot, snapshotAt } from '../read/snapshot.ts';
import type { Store } from '../store.ts';
import type { ClaimColumns, Part } from './claim-columns.ts';
import { columnsAreLoaded, columnsOf } from './columns-of.ts';
import { partsOf } from './filter-parts.ts';
import { allOf, fieldMasks, type Mask, snapshotMask } from './masks.ts';

export interface Matching {
  columns: ClaimColumns;
  mask: Mask;
}

export async function matching(
  store: Store,
  filter: ClaimFilter,
  parts: readonly Part[],
  options?: ReadOptions,
): Promise<Matching> {
  return matchingAt(store, filter, parts, await snapshotAt(store, options));
}

/** Null where the columns are not in memory: asking the database once costs less than loading them. */
export async function matchingIfLoaded(
  store: Store,
  filter: ClaimFilter,
  snapshot: Snapshot,
): Promise<Matching | null> {
  return columnsAreLoaded(store, partsOf(filter)) ? matchingAt(store, filter, [], snapshot) : null;
}

async function matchingAt(
  store: Store,
  filter: ClaimFilter,
  parts: readonly Part[],
  snapshot: Snapshot,
): Promise<Matching> {
  const columns = await columnsOf(store, [...parts, ...partsOf(filter)]);
  const seen = await snapshotMask(columns, snapshot);
  const masks = await fieldMasks(store, columns, filter, snapshot);
  return { columns, mask: allOf([seen, ...masks.values()]) };
}

/** Numbers of the rows that match, or null where there are more than `most`. */
export function rowsIfFew({ columns, mask }: Matching, most: number): number[] | null {
  const numbers = columns.numbers.row.numbers;
  const rows: number[] = [];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    if (rows.length === most) return null;
    rows.push(numbers[i]!);
  }
  return rows;
}
