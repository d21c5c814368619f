/** `reportedly watch`: follows feeds, politely, until it is stopped. */
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { openSession } from '../../../1-acquire/acquire.ts';
import { findListing } from '../../../1-acquire/listings/find-listing.ts';
import type { Ledger } from '../../../5-ledger/index.ts';
import { openTables } from '../../../6-reconcile/index.ts';
import type { WatchEvent } from '../../../collecting/watch/events.ts';
import { watch } from '../../../collecting/watch/watch.ts';
import { ReportedlyError } from '../../../errors.ts';
import { readPackageFile } from '../../../package.ts';
import type { DocumentReader } from '../../../pipeline.ts';
import { say, write } from '../output.ts';
import { withReader } from '../reader.ts';
import { watchLine } from '../watch-text.ts';
import { addWebOptions, type WebOptions, webOptions } from '../web-options.ts';
import { engineFilesFor, type LedgerChoice, withLedger } from '../where.ts';
import { type Failed, whyTable } from '../why-table.ts';

interface WatchOptions extends LedgerChoice, WebOptions {
  opml?: string;
  every: number;
  once?: boolean;
  by?: string;
  json?: boolean;
  quiet?: boolean;
}

export function addWatch(program: Command): void {
  const command = program
    .command('watch')
    .argument('[feeds...]', 'addresses of RSS, Atom, RDF or JSON feeds, or of news sitemaps')
    .option('--opml <file>', 'the feeds that this file lists')
    .option(
      '--every <minutes>',
      'how often each feed is asked, where it does not ask for longer',
      minutes,
      15,
    )
    .option('--once', 'ask each feed once and end')
    .option('--by <name>', 'who a retraction is recorded by (else REPORTEDLY_BY, else reportedly watch)')
    .option('--json', 'print what it does as lines of JSON')
    .option('-q, --quiet', 'only the table of what failed, at the end')
    .description('follow feeds: each new item is fetched and read once, edits and withdrawals are recorded');
  addWebOptions(command).action(async (named: string[], _: unknown, self: Command) => {
    const options = self.optsWithGlobals<WatchOptions>();
    const feeds = [...new Set([...named, ...(options.opml ? feedsOf(options.opml) : [])])];
    if (feeds.length === 0)
      throw new ReportedlyError('usage', { reason: 'Nothing to watch: name a feed, or a list with --opml.' });
    await withLedger(options, (ledger) =>
      withReader(engineFilesFor(options), { workers: 1, reports: null }, (reader) =>
        watchAll(feeds, ledger, reader, options),
      ),
    );
  });
}

function minutes(text: string): number {
  const n = Number(text);
  if (!(n > 0 && n <= 7 * 24 * 60))
    throw new InvalidArgumentError('A number of minutes above 0, a week at most.');
  return n;
}

function feedsOf(file: string): string[] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new ReportedlyError('input-not-found', { input: file }, { cause });
  }
  const listing = findListing(bytes, null, null, { maxBytes: 20_000_000, input: file });
  if (!listing)
    throw new ReportedlyError('listing-broken', { input: file, kind: 'a file', reason: 'it lists no feeds' });
  return listing.entries.flatMap(({ url }) => url ?? []);
}

async function watchAll(
  feeds: readonly string[],
  ledger: Ledger,
  reader: DocumentReader,
  options: WatchOptions,
): Promise<void> {
  const { openSentenceCutter } = await import('../../../engine.ts');
  const stop = new AbortController();
  const onSignal = () => {
    say('Stopping when what was begun is kept …');
    stop.abort(new Error('stopped by hand'));
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const failed = new Map<string, Failed>();
  try {
    const means = {
      ...{ ledger, reader, session: openSession(webOptions(options)), tables: openTables(readPackageFile) },
      ...{ cut: openSentenceCutter(), signal: stop.signal, now: () => new Date() },
      who: options.by ?? process.env.REPORTEDLY_BY ?? 'reportedly watch',
    };
    const pace = { everyMs: options.every * 60_000, random: Math.random, once: options.once ?? false };
    for await (const event of watch(feeds, means, pace)) {
      count(event, failed);
      if (options.json) write(`${JSON.stringify(event)}\n`);
      else if (!options.quiet) write(`${watchLine(event)}\n`);
    }
  } finally {
    process.removeListener('SIGINT', onSignal).removeListener('SIGTERM', onSignal);
  }
  if (failed.size === 0) return;
  say(`${failed.size} failed and not had since:`);
  for (const line of whyTable([...failed.values()])) say(line);
  process.exitCode = 1;
}

/** By what failed, until it works. */
function count(event: WatchEvent, failed: Map<string, Failed>): void {
  const name = 'input' in event ? event.input : 'url' in event ? event.url : event.feed;
  if ('error' in event)
    failed.set(name, { input: name, code: event.error.code, message: event.error.message });
  else if (event.what !== 'visited') failed.delete(name);
  else failed.delete(event.visit.url);
}
