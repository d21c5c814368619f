/** A Reading with nothing decided on it, as a report. */
import { resolveClaims } from '../5-ledger/index/resolve.ts';
import type { Reading } from '../records/index.ts';
import type { Report, ReportClaim } from './report.ts';

/** Whether the engine could read it; another language is kept and not read. */
function wasRead({ notes, claims, article }: Reading): boolean {
  if (notes.some((note) => note.step === 'not-read')) return false;
  return claims.length > 0 || article.language === 'en' || article.language === 'und';
}

export function reportOf(reading: Reading, claims?: readonly ReportClaim[]): Report {
  const { article } = reading;
  return {
    document: reading.document,
    title: article.title,
    byline: article.byline,
    publisher: article.publisher,
    url: article.url,
    published: article.published,
    modified: article.modified,
    credits: article.credits,
    text: article.text,
    furniture: article.furniture,
    read: wasRead(reading),
    claims:
      claims ??
      resolveClaims(reading).map((claim) => ({ claim, review: 'undecided' as const, withdrawn: false })),
  };
}
