/** Standard input, given as `-`: one document. */
import type { AcquireContext, Acquired, AcquireInput, Importer } from '../importer.ts';
import { readUpTo } from '../limits.ts';
import { acquired, makeDocument } from '../make-document.ts';

export const fromStdin: Importer = {
  name: 'standard input',
  takes: (input) => input === '-',
  async *documents(_input: AcquireInput, context: AcquireContext): AsyncGenerator<Acquired> {
    const item = await acquired('-', async () => {
      const bytes = await readUpTo(context.stdin(), context.maxBytes, 'standard input');
      return makeDocument(bytes, { how: 'stdin', location: '-' }, context);
    });
    yield { ...item, source: null };
  },
};
