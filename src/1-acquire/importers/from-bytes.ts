/** Uploads, and text that was pasted or came in a batch line. */
import type { AcquireContext, Acquired, AcquireInput, Importer } from '../importer.ts';
import { tooLarge } from '../limits.ts';
import { acquired, makeDocument } from '../make-document.ts';

export const fromBytes: Importer = {
  name: 'bytes',
  takes: (input) => typeof input !== 'string',
  async *documents(input: AcquireInput, context: AcquireContext): AsyncGenerator<Acquired> {
    if (typeof input === 'string') return;
    const { bytes, how, name } = input;
    const item = await acquired(name, async () => {
      if (bytes.length > context.maxBytes) throw tooLarge(name, bytes.length, context.maxBytes);
      return makeDocument(bytes, { how, location: name }, context);
    });
    yield { ...item, source: null };
  },
};
