/** A page on the web, or an archive or table there. */
import { ReportedlyError } from '../../errors.ts';
import { documentsOf } from '../documents-of.ts';
import type { AcquireContext, Acquired, AcquireInput, Importer } from '../importer.ts';
import { bytesSource } from '../unpack/byte-source.ts';
import { fetchPage } from '../web/fetch-page.ts';

/** Any scheme with `//` is meant as an address, so that ftp:// is told so and not looked for on disk. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

export const fromUrl: Importer = {
  name: 'address',
  takes: (input) => typeof input === 'string' && ADDRESS.test(input),
  async *documents(input: AcquireInput, context: AcquireContext): AsyncGenerator<Acquired> {
    if (typeof input !== 'string') return;
    try {
      const page = await fetchPage(input, context.web, context.signal);
      const { bytes, finalUrl, status, headers, declared } = page;
      const origin = { how: 'url' as const, location: input, finalUrl, status, headers, declared };
      yield* documentsOf(bytesSource(finalUrl, bytes), origin, context, input);
    } catch (error) {
      if (!(error instanceof ReportedlyError)) throw error;
      yield { ok: false, input, error };
    }
  },
};
