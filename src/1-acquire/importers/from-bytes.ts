/** Uploads, and text that was pasted or came in a batch line. */
import { documentsOf } from '../documents-of.ts';
import type { AcquireContext, Acquired, AcquireInput, Importer } from '../importer.ts';
import { bytesSource } from '../unpack/byte-source.ts';

export const fromBytes: Importer = {
  name: 'bytes',
  takes: (input) => typeof input !== 'string',
  async *documents(input: AcquireInput, context: AcquireContext): AsyncGenerator<Acquired> {
    if (typeof input === 'string') return;
    const { bytes, how, name } = input;
    yield* documentsOf(bytesSource(name, bytes), { how, location: name }, context, null);
  },
};
