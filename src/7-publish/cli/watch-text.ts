/** What watching does, a line each. */
import colours from 'picocolors';
import type { WatchEvent } from '../../collecting/watch/events.ts';
import { clean } from './claims-table.ts';
import { plural } from './options.ts';
import { visitLine } from './version-text.ts';

export function watchLine(event: WatchEvent): string {
  switch (event.what) {
    case 'polled': {
      const what = event.unchanged ? 'nothing new' : plural(event.items, 'item');
      return colours.dim(`${clean(event.title ?? event.feed)}: ${what}; next ${event.next}`);
    }
    case 'poll-failed':
      return colours.red(`${failure(event.feed, event.error)}; next ${event.next}`);
    case 'new':
      return `+ ${event.document.slice(7, 15)}  ${clean(event.title ?? event.url)}  (${plural(event.claims, 'claim')})`;
    case 'known':
      return colours.dim(`  ${event.document.slice(7, 15)}  in the ledger already: ${clean(event.url)}`);
    case 'visited':
      return `~ ${event.visit.document.slice(7, 15)}  ${event.because} in the feed: ${visitLine(event.visit)}`;
    case 'retried':
      return `+ ${event.document.slice(7, 15)}  had at last: ${clean(event.input)}`;
    case 'partial':
    case 'item-failed':
      return colours.red(failure('url' in event ? event.url : event.feed, event.error));
    case 'retry-failed':
      return colours.red(failure(event.input, event.error));
  }
}

const failure = (name: string, { code, message }: { code: string; message: string }) =>
  `! ${clean(name)}: ${clean(message)} [${code}]`;
