/** The columns of a store, kept between queries and brought up to date before each. */
import { Mutex } from '../drivers/mutex.ts';
import type { Store } from '../store.ts';
import type { ClaimColumns, Part } from './claim-columns.ts';
import { loadColumns } from './load-columns.ts';

interface Kept {
  loaded: ClaimColumns | null;
  readonly oneAtATime: Mutex;
}

const kept = new WeakMap<Store, Kept>();

/** With these parts at least. */
export function columnsOf(store: Store, parts: readonly Part[]): Promise<ClaimColumns> {
  let mine = kept.get(store);
  if (!mine) kept.set(store, (mine = { loaded: null, oneAtATime: new Mutex() }));
  const { oneAtATime } = mine;
  return oneAtATime.run(async () => {
    // Taken away first: columns that were half brought up to date must not be used again.
    const before = mine.loaded;
    mine.loaded = null;
    mine.loaded = await loadColumns(store, before, [...new Set(parts)]);
    return mine.loaded;
  });
}

/** Whether they are in memory already, so that using them costs little. */
export function columnsAreLoaded(store: Store, parts: readonly Part[]): boolean {
  const loaded = kept.get(store)?.loaded;
  return loaded != null && parts.every((part) => loaded.parts.has(part));
}

/** After the index was built anew: rows may have other numbers. */
export function forgetColumns(store: Store): void {
  kept.delete(store);
}
