/** A page on the web: one address, one document. */
import type { AcquireContext, Acquired, AcquireInput, Importer } from '../importer.ts';
import { acquired, makeDocument } from '../make-document.ts';
import { fetchPage } from '../web/fetch-page.ts';

/** Any scheme with `//` is meant as an address, so that ftp:// is told so and not looked for on disk. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

export const fromUrl: Importer = {
  name: 'address',
  takes: (input) => typeof input === 'string' && ADDRESS.test(input),
  async *documents(input: AcquireInput, context: AcquireContext): AsyncGenerator<Acquired> {
    if (typeof input !== 'string') return;
    yield await acquired(input, async () => {
      const page = await fetchPage(input, context.web, context.signal);
      const { finalUrl, status, headers, declared } = page;
      return makeDocument(
        page.bytes,
        { how: 'url', location: input, finalUrl, status, headers, declared },
        context,
      );
    });
  },
};
