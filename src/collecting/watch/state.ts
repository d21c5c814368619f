/** What watching remembers of feeds and their items, kept in the ledger in the transaction that it acknowledges. */
import type { CollectingChange, Ledger } from '../../5-ledger/index.ts';

export interface FeedState {
  title: string | null;
  etag: string | null;
  lastModified: string | null;
  /** ISO 8601: asked last, and not to be asked before. */
  polled: string;
  next: string;
  /** How often in a row it could not be had, and why last. */
  failures: number;
  code: string | null;
}

export interface ItemState {
  /** Of all that the feed says of it; another one is an edit. */
  fingerprint: string;
  url: string | null;
  /** The version that is known last; null where the page could not be had, which is kept with the failures. */
  document: string | null;
  /** In which order items were first seen, so that one that is missing among others can be told from one that ran out. */
  order: number;
  /** Left out of the feed, and asked for because of it. */
  isMissing: boolean;
  /** How often the page of an edit could not be had. */
  tries: number;
}

export class WatchState {
  readonly feeds: Map<string, FeedState>;
  readonly items: Map<string, ItemState>;

  private constructor(feeds: Map<string, FeedState>, items: Map<string, ItemState>) {
    this.feeds = feeds;
    this.items = items;
  }

  static async load(ledger: Ledger): Promise<WatchState> {
    const [feeds, items] = await Promise.all([ledger.collecting('feed'), ledger.collecting('feed-item')]);
    return new WatchState(feeds as Map<string, FeedState>, items as Map<string, ItemState>);
  }

  item(feed: string, guid: string): ItemState | null {
    return this.items.get(keyOf(feed, guid)) ?? null;
  }

  itemsOf(feed: string): [guid: string, item: ItemState][] {
    const start = keyOf(feed, '');
    return [...this.items].flatMap(([key, item]) =>
      key.startsWith(start) ? [[key.slice(start.length), item]] : [],
    );
  }

  /** The change to be recorded; to be called with `took` when it is. */
  itemChange(feed: string, guid: string, item: ItemState): CollectingChange {
    return { what: 'feed-item', key: keyOf(feed, guid), value: item };
  }

  tookItem(feed: string, guid: string, item: ItemState): void {
    this.items.set(keyOf(feed, guid), item);
  }

  async setFeed(ledger: Ledger, feed: string, state: FeedState): Promise<void> {
    await ledger.record([], { collecting: [{ what: 'feed', key: feed, value: state }] });
    this.feeds.set(feed, state);
  }
}

/** A line feed stands in no address. */
const keyOf = (feed: string, guid: string) => `${feed}\n${guid}`;
