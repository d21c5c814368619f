/** Asks pages of the ledger again, one after another, and tells what became of each. */
import type { Visit } from '../5-ledger/index.ts';
import { ReportedlyError } from '../errors.ts';
import { type KnownPage, type VisitMeans, visitPage } from './visit-page.ts';

export type Refetched =
  | { ok: true; url: string; visit: Visit }
  | { ok: false; url: string; input: string; error: ReportedlyError };

export async function* refetch(
  pages: Iterable<KnownPage> | AsyncIterable<KnownPage>,
  means: VisitMeans,
): AsyncGenerator<Refetched> {
  for await (const page of pages) {
    means.signal?.throwIfAborted();
    const { url } = page;
    try {
      yield { ok: true, url, visit: await visitPage(page, means) };
    } catch (error) {
      if (!(error instanceof ReportedlyError) || error.exit !== 1) throw error;
      yield { ok: false, url, input: url, error };
    }
  }
}
