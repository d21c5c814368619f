/** Watches feeds: asks each when it is due, retries what failed, and remembers everything in the ledger. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { AcquireOptions } from '../../1-acquire/acquire.ts';
import { readInputs } from '../../pipeline.ts';
import type { WatchEvent } from './events.ts';
import { pollFeed } from './poll-feed.ts';
import type { Pace } from './schedule.ts';
import { WatchState } from './state.ts';
import type { TakeMeans } from './take-item.ts';

export interface WatchOptions extends Pace {
  /** Each feed that may be asked now is asked once, and that is all. */
  once: boolean;
}

/** Longest sleep: failures of other runs fall due too. */
const MOST_SLEEP_MS = 60_000;

/** Ends when `signal` says so, after what was begun is recorded or given up whole. */
export async function* watch(
  feeds: readonly string[],
  means: Omit<TakeMeans, 'state'>,
  options: WatchOptions,
): AsyncGenerator<WatchEvent> {
  const all: TakeMeans = { ...means, state: await WatchState.load(means.ledger) };
  const { signal } = means;
  try {
    for (;;) {
      for (const feed of feeds.filter((one) => isDue(one, all, options.once)))
        yield* pollFeed(feed, options, all);
      yield* retryDue(all);
      if (options.once) return;
      await sleep(untilNext(feeds, all), undefined, signal ? { signal } : {});
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

/** Asked by hand, a feed is asked though its time has not come, but not while it is to be left alone. */
function isDue(feed: string, { state, now }: TakeMeans, byHand: boolean): boolean {
  const known = state.feeds.get(feed);
  return !known || known.next <= now().toISOString() || (byHand && known.failures === 0);
}

function untilNext(feeds: readonly string[], { state, now }: TakeMeans): number {
  const next = feeds.map((feed) => Date.parse(state.feeds.get(feed)?.next ?? '') - now().getTime());
  return Math.max(0, Math.min(MOST_SLEEP_MS, ...next));
}

/** What failed before and may work by now, asked for as it was then. */
async function* retryDue(means: TakeMeans): AsyncGenerator<WatchEvent> {
  const { ledger, reader, session, signal, now } = means;
  const due = await ledger.failures({ dueBy: now().toISOString() });
  for (const { source, settings } of due) {
    signal?.throwIfAborted();
    if (!/^https?:\/\//i.test(source)) continue;
    const options: AcquireOptions = { ...settings, session, now, ...(signal ? { signal } : {}) };
    for await (const outcome of readInputs([source], reader, ledger, options)) {
      if (outcome.ok) yield { what: 'retried', input: outcome.input, document: outcome.document.sha256 };
      else yield { what: 'retry-failed', input: outcome.input, error: outcome.error };
    }
  }
}
