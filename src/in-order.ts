/** Work on many things at once, results in the order of the things. */

/**
 * Takes items from `source` as they come, works on at most `atOnce` of them at a time, and yields the results in the
 * order of the items, each as soon as those before it are out. No item is taken while `atOnce` results wait, so memory
 * is bounded however slow the reader of the results is.
 */
export async function* inOrder<T, R>(
  source: AsyncIterable<T>,
  atOnce: number,
  work: (item: T) => R | Promise<R>,
): AsyncGenerator<R> {
  const items = source[Symbol.asyncIterator]();
  const running: Promise<R>[] = [];
  let next: Promise<IteratorResult<T>> | null = null;
  try {
    for (let done = false; !done || running.length > 0; ) {
      if (!done && running.length < atOnce) {
        next ??= quiet(items.next());
        if (running.length === 0 || (await isFirst(next, running[0]!))) {
          const item: IteratorResult<T> = await next;
          next = null;
          if (item.done) done = true;
          else running.push(quiet((async () => work(item.value))()));
          continue;
        }
      }
      yield await running.shift()!;
    }
  } finally {
    await items.return?.();
  }
}

/** Whether `a` settles, well or badly, before `b` does. */
function isFirst(a: Promise<unknown>, b: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    a.then(...both(() => resolve(true)));
    b.then(...both(() => resolve(false)));
  });
}

const both = (call: () => void): [() => void, () => void] => [call, call];

/** A promise that may fail before anyone looks; whoever awaits it still sees the failure. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
