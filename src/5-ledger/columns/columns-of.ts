/** The columns of a store, kept between queries and brought up to date before each. */
import { Mutex } from '../drivers/mutex.ts';
import type { Store } from '../store.ts';
import type { ClaimColumns } from './claim-columns.ts';
import { loadColumns } from './load-columns.ts';

interface Kept {
  loaded: ClaimColumns | null;
  readonly oneAtATime: Mutex;
}

const kept = new WeakMap<Store, Kept>();

export function columnsOf(store: Store): Promise<ClaimColumns> {
  let mine = kept.get(store);
  if (!mine) kept.set(store, (mine = { loaded: null, oneAtATime: new Mutex() }));
  const { oneAtATime } = mine;
  return oneAtATime.run(async () => {
    // Taken away first: columns that were half brought up to date must not be used again.
    const before = mine.loaded;
    mine.loaded = null;
    mine.loaded = await loadColumns(store, before);
    return mine.loaded;
  });
}

/** Whether they are in memory already, so that using them costs little. */
export function columnsAreLoaded(store: Store): boolean {
  return kept.get(store)?.loaded != null;
}

/** After the index was built anew: rows may have other numbers. */
export function forgetColumns(store: Store): void {
  kept.delete(store);
}
