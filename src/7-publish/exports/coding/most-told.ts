/** The value that most tell; of equals the first by its key, so that nothing hangs on the order of reading. */
export interface Told<T> {
  value: T;
  key: string;
}

export function mostTold<T, Item extends Told<T>>(items: readonly Item[]): Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(item.key, [...(groups.get(item.key) ?? []), item]);
  const sorted = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return sorted[0]?.[1] ?? [];
}
