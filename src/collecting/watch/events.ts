/** What watching does, as it does it. */
import type { Visit } from '../../5-ledger/index.ts';
import type { ReportedlyError } from '../../errors.ts';

export type WatchEvent =
  | { what: 'polled'; feed: string; title: string | null; unchanged: boolean; items: number; next: string }
  | { what: 'poll-failed'; feed: string; error: ReportedlyError; next: string }
  /** The feed is damaged; what could be read of it was taken. */
  | { what: 'partial'; feed: string; error: ReportedlyError }
  | {
      what: 'new';
      feed: string;
      guid: string;
      url: string;
      document: string;
      title: string | null;
      claims: number;
    }
  /** It was in the ledger already. */
  | { what: 'known'; feed: string; guid: string; url: string; document: string }
  | { what: 'visited'; feed: string; guid: string; because: 'edited' | 'left out'; visit: Visit }
  | { what: 'item-failed'; feed: string; guid: string; url: string; error: ReportedlyError }
  | { what: 'retried'; input: string; document: string }
  | { what: 'retry-failed'; input: string; error: ReportedlyError };
