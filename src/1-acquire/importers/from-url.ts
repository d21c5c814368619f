/** An address on the web: a page, an archive or table of many, or a feed, sitemap or list, which leads to many. */
import { ReportedlyError } from '../../errors.ts';
import { documentsOf } from '../documents-of.ts';
import type { AcquireContext, Acquired, AcquireInput, Importer } from '../importer.ts';
import { followListing } from '../listings/follow-listing.ts';
import { bytesSource } from '../unpack/byte-source.ts';
import { fetchDocument, listingOf, originOf } from '../web/fetch-document.ts';

/** Any scheme with `//` is meant as an address, so that ftp:// is told so and not looked for on disk. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

export const fromUrl: Importer = {
  name: 'address',
  takes: (input) => typeof input === 'string' && ADDRESS.test(input),
  async *documents(input: AcquireInput, context: AcquireContext): AsyncGenerator<Acquired> {
    if (typeof input !== 'string') return;
    // What a feed led to stays what a program asks for, when it is tried again too.
    if (context.given.item !== undefined) {
      const found = await fetchDocument(input, { byProgram: true, mayList: false, item: null }, context);
      if (found.what === 'document') yield found.acquired;
    } else yield* addressDocuments(input, context);
  },
};

async function* addressDocuments(input: string, context: AcquireContext): AsyncGenerator<Acquired> {
  try {
    const page = await context.web.fetch(input, { byProgram: false, signal: context.signal });
    const listing = listingOf(page, input, context.maxBytes);
    if (listing) yield* followListing(listing, { input, address: page.finalUrl }, context);
    else
      yield* documentsOf(bytesSource(page.finalUrl, page.bytes), originOf(page, input, null), context, input);
  } catch (error) {
    if (!(error instanceof ReportedlyError)) throw error;
    yield { ok: false, input, error };
  }
}
