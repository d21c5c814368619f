/** What reconciliation looks at: one document as it stands in the ledger, its Reading in force with decisions applied. */
import type { ResolvedClaim, ReviewState } from '../5-ledger/index.ts';
import type { Credit, Dated, Span } from '../records/index.ts';

export interface ReportClaim {
  claim: ResolvedClaim;
  review: ReviewState;
  /** The publisher took it back, as a person recorded. */
  withdrawn: boolean;
}

export interface Report {
  /** `sha256:…`, the identity of a report here. */
  document: string;
  title: string | null;
  byline: string | null;
  publisher: string | null;
  url: string | null;
  published: Dated | null;
  modified: Dated | null;
  credits: readonly Credit[];
  text: string;
  furniture: readonly Span[];
  /** False for another language and where there is no Reading: kept, counted, not compared. */
  read: boolean;
  /** Only those that are shown: rejected, merged and split claims are not here. */
  claims: readonly ReportClaim[];
  /** Those of the Reading in force that are not shown, and of earlier Readings: names and decisions may still mean them. */
  hidden?: readonly ReportClaim[];
  earlier?: readonly EarlierClaim[];
}

/** A claim of a Reading that is no longer in force. */
export interface EarlierClaim {
  claim: string;
  /** Where the first word of what happened stood. */
  trigger: number;
}

/** Where the first word of what happened stands. */
export const triggerOf = ({ event, spans }: Pick<ReportClaim['claim'], 'event' | 'spans'>): number =>
  event?.trigger?.span[0] ?? spans[0]?.[0] ?? 0;

/** When a report was published, to compare; null where unknown. A day compares with its whole day. */
export function publishedAt({ published }: Pick<Report, 'published'>): string | null {
  return published?.value ?? null;
}

/** The day only, null where unknown. */
export function publishedDay(report: Pick<Report, 'published'>): string | null {
  return publishedAt(report)?.slice(0, 10) ?? null;
}

/** Whether it was published by a day; an undated one was not, as far as anybody knows. */
export function isPublishedBy(report: Pick<Report, 'published'>, day: string | undefined): boolean {
  if (day === undefined) return true;
  const published = publishedAt(report);
  return published !== null && published.slice(0, day.length) <= day;
}

/** The outlet by a name that can be compared: the publisher, else the host of the address; null where neither is known. */
export function outletOf({ publisher, url }: Pick<Report, 'publisher' | 'url'>): string | null {
  if (publisher) return publisher.normalize('NFKC').toLowerCase().trim();
  const host = /^https?:\/\/(?:www\.|m\.|amp\.)?([^/:?#]+)/i.exec(url ?? '')?.[1];
  return host ? host.toLowerCase() : null;
}
