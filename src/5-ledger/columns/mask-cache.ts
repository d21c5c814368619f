/** Masks made for earlier questions: a screen asks many with the same filter. They hold for one state of the columns. */
import type { ClaimColumns } from './claim-columns.ts';
import type { Mask } from './masks.ts';

/** A mask has a byte for each row. */
const MASKS_KEPT = 24;

interface Kept {
  /** Statement up to which the columns hold. */
  seq: number;
  masks: Map<string, Mask>;
}

const kept = new WeakMap<ClaimColumns, Kept>();

/** The mask of this key, made if need be. Those given out must not be changed. */
export async function cachedMask(
  columns: ClaimColumns,
  key: string,
  make: () => Mask | Promise<Mask>,
): Promise<Mask> {
  const { seq } = columns;
  let mine = kept.get(columns);
  if (mine?.seq !== seq) kept.set(columns, (mine = { seq, masks: new Map() }));
  const { masks } = mine;
  const known = masks.get(key);
  const mask = known ?? (await make());
  // Columns that went on meanwhile have other rows.
  if (columns.seq !== seq) return mask;
  // The one asked for last is the last to go.
  masks.delete(key);
  masks.set(key, mask);
  if (masks.size > MASKS_KEPT) masks.delete(masks.keys().next().value!);
  return mask;
}
