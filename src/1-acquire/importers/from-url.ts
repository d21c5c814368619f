/** An address on the web: a page, which is one document, or a feed, sitemap or list, which leads to many. */

import type { AcquireContext, Acquired, AcquireInput, Importer } from '../importer.ts';
import { followListing } from '../listings/follow-listing.ts';
import { fetchDocument } from '../web/fetch-document.ts';

/** Any scheme with `//` is meant as an address, so that ftp:// is told so and not looked for on disk. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

export const fromUrl: Importer = {
  name: 'address',
  takes: (input) => typeof input === 'string' && ADDRESS.test(input),
  async *documents(input: AcquireInput, context: AcquireContext): AsyncGenerator<Acquired> {
    if (typeof input !== 'string') return;
    // What a feed led to stays what a program asks for, when it is tried again too.
    const byProgram = context.given.item !== undefined;
    const found = await fetchDocument(input, { byProgram, mayList: !byProgram, item: null }, context);
    if (found.what === 'listing')
      yield* followListing(found.listing, { input, address: found.finalUrl }, context);
    else yield found.acquired;
  },
};
