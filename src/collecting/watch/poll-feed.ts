/** One poll of one feed: what is new, edited or left out, and then, when all of it is kept, that it was polled. */
import type { Listing } from '../../1-acquire/listings/listing.ts';
import { listingOf } from '../../1-acquire/web/fetch-document.ts';
import type { ConditionalPage } from '../../1-acquire/web/fetch-page.ts';
import { ReportedlyError } from '../../errors.ts';
import type { WatchEvent } from './events.ts';
import { nextPoll, nextTry, type Pace } from './schedule.ts';
import { type TakeMeans, takeItem, visitItem } from './take-item.ts';

export async function* pollFeed(feed: string, pace: Pace, means: TakeMeans): AsyncGenerator<WatchEvent> {
  const { ledger, state, now, session, signal } = means;
  const before = state.feeds.get(feed) ?? null;
  let answer: ConditionalPage;
  let listing: Listing | null;
  try {
    const conditions = { etag: before?.etag ?? null, lastModified: before?.lastModified ?? null };
    answer = await session.fetchIfChanged(feed, { byProgram: true, conditions, signal });
    listing = answer.page && asFeed(answer.page, feed, session.policy.maxBytes);
  } catch (error) {
    if (!(error instanceof ReportedlyError) || error.exit !== 1) throw error;
    const failures = (before?.failures ?? 0) + 1;
    const next = nextTry(now(), failures, error.details.until ?? null, pace);
    const rest = before ?? { title: null, etag: null, lastModified: null };
    const polled = now().toISOString();
    await state.setFeed(ledger, feed, { ...rest, polled, next, failures, code: error.code });
    yield { what: 'poll-failed', feed, error, next };
    return;
  }
  let failed = false;
  if (listing) {
    for await (const event of takeListing(feed, listing, means)) {
      failed ||= event.what === 'item-failed';
      yield event;
    }
  }
  const title = listing?.title ?? before?.title ?? null;
  const next = nextPoll(now(), listing?.minutes ?? null, pace);
  // Only a feed of which everything is kept may answer "nothing new" the next time.
  const whole = !failed && !listing?.isPartial;
  const { headers } = answer;
  await state.setFeed(ledger, feed, {
    ...{ title, polled: now().toISOString(), next, failures: 0, code: null },
    etag: whole ? (headers.etag ?? before?.etag ?? null) : null,
    lastModified: whole ? (headers['last-modified'] ?? before?.lastModified ?? null) : null,
  });
  yield { what: 'polled', feed, title, unchanged: !listing, items: listing?.entries.length ?? 0, next };
  if (listing?.isPartial) yield { what: 'partial', feed, error: partial(feed, listing) };
}

function asFeed(page: NonNullable<ConditionalPage['page']>, feed: string, maxBytes: number): Listing {
  const listing = listingOf(page, feed, maxBytes);
  if (listing?.kind === 'feed' || listing?.kind === 'sitemap') return listing;
  throw new ReportedlyError('listing-broken', {
    input: feed,
    kind: listing ? `a ${listing.kind}` : 'a page',
    reason: 'it is no feed',
  });
}

const partial = (feed: string, { kind, entries }: Listing) =>
  new ReportedlyError('listing-partly', { input: feed, kind: `a ${kind}`, count: String(entries.length) });

async function* takeListing(feed: string, listing: Listing, means: TakeMeans): AsyncGenerator<WatchEvent> {
  const { state, signal } = means;
  const known = state.itemsOf(feed);
  let order = known.reduce((most, [, item]) => Math.max(most, item.order), 0);
  // Feeds have the newest first; taken from the oldest, the ledger has them in the order they were written.
  for (const entry of [...listing.entries].reverse()) {
    signal?.throwIfAborted();
    if (entry.leadsTo !== 'page') continue;
    const event = await takeItem(feed, entry, ++order, means);
    if (event) yield event;
  }
  if (listing.isPartial) return;
  const there = new Set(listing.entries.map(({ guid }) => guid));
  const oldest = Math.min(
    Number.POSITIVE_INFINITY,
    ...known.filter(([guid]) => there.has(guid)).map(([, item]) => item.order),
  );
  for (const [guid, item] of known) {
    signal?.throwIfAborted();
    if (there.has(guid) || item.isMissing || item.order < oldest || !item.url || !item.document) continue;
    const after = { ...item, isMissing: true, tries: 0 };
    yield await visitItem(feed, guid, { before: item, after }, 'left out', null, means);
  }
}
