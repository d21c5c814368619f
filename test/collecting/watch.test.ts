/** Watching a feed, poll by poll: what is asked for, what is kept, and what is left for later. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/5-ledger/index.ts';
import type { WatchEvent } from '../../src/collecting/watch/events.ts';
import { nextPoll, nextTry } from '../../src/collecting/watch/schedule.ts';
import { watch } from '../../src/collecting/watch/watch.ts';
import { passingFolders } from '../ledger/sqlite-folder.ts';
import { NewsSite } from '../support/news-site.ts';
import { pollOnce, testMeans } from './watch-means.ts';

const folders = passingFolders();
afterAll(folders.remove);
let site: NewsSite;
let ledger: Ledger;
beforeEach(async () => {
  await site?.server.close();
  site = await NewsSite.open();
  ledger = await openLedger(folders.next().folder);
  for (const n of [1, 2, 3]) site.add(`n${n}`, `Shells fell near village ${n} on Monday.\nNobody was hurt.`);
});
afterAll(() => site.server.close());

async function poll(): Promise<WatchEvent[]> {
  const events: WatchEvent[] = [];
  site.server.asked.length = 0;
  for await (const event of pollOnce(ledger, site.feed)) events.push(event);
  return events;
}
const whats = (events: readonly WatchEvent[]) => events.map(({ what }) => what);

describe('a feed', () => {
  it('gives each item once, the oldest first, and then is asked only whether there is more', async () => {
    const events = await poll();
    expect(whats(events)).toEqual(['new', 'new', 'new', 'polled']);
    expect(site.server.asked).toEqual(['/robots.txt', '/feed.xml', '/news/n1', '/news/n2', '/news/n3']);
    expect(await poll()).toMatchObject([{ what: 'polled', unchanged: true }]);
    site.add('n4', 'More of it.');
    expect(whats(await poll())).toEqual(['new', 'polled']);
    expect(site.server.asked).toEqual(['/robots.txt', '/feed.xml', '/news/n4']);
    const given = (await ledger.document((await ledger.documents()).rows[0]!.sha256))!.record.given;
    expect(given.item).toMatchObject({ feed: site.feed, guid: 'n1', updated: '2017-10-07T00:00:00Z' });
  });

  it('keeps an item whose page cannot be had with the failures, and has it when it is due', async () => {
    site.special.set('/news/n2', (_, response) => response.writeHead(500).end());
    expect(whats(await poll())).toEqual(['new', 'item-failed', 'new', 'polled']);
    const [failure] = await ledger.failures();
    expect(failure).toMatchObject({
      input: site.url('n2'),
      code: 'url-status',
      settings: { given: { item: { guid: 'n2' } } },
    });
    expect(failure!.due).not.toBeNull();
    site.special.delete('/news/n2');
    const later = { ...testMeans(ledger, site.server.host), now: () => new Date(Date.now() + 3_600_000) };
    const events: WatchEvent[] = [];
    for await (const event of watch([site.feed], later, { everyMs: 1000, random: () => 0.5, once: true }))
      events.push(event);
    expect(whats(events)).toEqual(['polled', 'retried']);
    expect((await ledger.coverage()).documents).toBe(3);
    expect(whats(await poll())).toEqual(['polled']);
  });

  it('that breaks off is taken as far as it goes, and nothing is thought withdrawn', async () => {
    await poll();
    const entry = `<entry><id>n2</id><title>Report n2</title><link href="/news/n2"/><updated>2017-10-07T00:00:00Z</updated></entry>`;
    site.special.set('/feed.xml', (_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/atom+xml' })
        .end(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Site</title>${entry}<entry><id>n`),
    );
    expect(whats(await poll())).toEqual(['polled', 'partial']);
    expect(site.server.asked).not.toContain('/news/n1');
  });

  it('that leaves out an item while older ones stay has that page asked for, once', async () => {
    await poll();
    site.leftOut.add('n2');
    expect(await poll()).toMatchObject([
      { what: 'visited', because: 'left out', visit: { outcome: 'same' } },
      { what: 'polled' },
    ]);
    site.add('n5', 'More.');
    expect(whats(await poll())).toEqual(['new', 'polled']);
    // What falls off the end of a feed is only old.
    site.feedLength = 2;
    expect(whats(await poll())).toEqual(['polled']);
  });

  it('that fails is left alone for longer and longer, and not asked before a time it names', async () => {
    site.special.set('/feed.xml', (_, response) => response.writeHead(503, { 'retry-after': '7200' }).end());
    const [failed] = await poll();
    expect(failed).toMatchObject({ what: 'poll-failed', error: { code: 'url-busy' } });
    expect(Date.parse((failed as { next: string }).next) - Date.now()).toBeGreaterThan(7_000_000);
    expect(await poll()).toEqual([]);
    const now = new Date(0);
    const pace = { everyMs: 60_000, random: () => 0.5 };
    const waits = [1, 2, 3, 30].map((n) => Date.parse(nextTry(now, n, null, pace)));
    expect(waits).toEqual([120_000, 240_000, 480_000, 86_400_000]);
    expect(Date.parse(nextPoll(now, 60, pace))).toBe(3_600_000);
  });

  it('is left when it is told to stop, with nothing half done', async () => {
    const stop = new AbortController();
    const means = testMeans(ledger, site.server.host, stop.signal);
    const events: WatchEvent[] = [];
    for await (const event of watch([site.feed], means, {
      everyMs: 60_000,
      random: () => 0.5,
      once: false,
    })) {
      events.push(event);
      if (events.length === 2) stop.abort(new Error('stopped'));
    }
    expect(whats(events)).toEqual(['new', 'new']);
    expect((await ledger.coverage()).documents).toBe(2);
    expect(whats(await poll())).toEqual(['new', 'polled']);
  });
});
