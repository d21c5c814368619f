/** Watching as tests do it: at once, without the engine, of a site on loopback. */
import { WebSession } from '../../src/1-acquire/web/session/web-session.ts';
import { webPolicy } from '../../src/1-acquire/web/web-policy.ts';
import type { Ledger } from '../../src/5-ledger/index.ts';
import { openTables } from '../../src/6-reconcile/index.ts';
import { watch } from '../../src/collecting/watch/watch.ts';
import { readPackageFile } from '../../src/package.ts';
import { lineCutter, plainReader } from '../support/plain-reader.ts';

export function testMeans(ledger: Ledger, host: string, signal: AbortSignal | null = null) {
  return {
    ledger,
    reader: plainReader,
    session: new WebSession(webPolicy({ allowHosts: [host], hostEveryMs: 0, totalMs: 20_000 })),
    tables: openTables(readPackageFile),
    cut: lineCutter,
    who: 'test',
    signal,
    now: () => new Date(),
  };
}

export const pollOnce = (ledger: Ledger, feed: string) =>
  watch([feed], testMeans(ledger, new URL(feed).host), { everyMs: 60_000, random: () => 0.5, once: true });
