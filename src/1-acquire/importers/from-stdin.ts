/** Standard input, given as `-`. */
import { documentsOf } from '../documents-of.ts';
import type { AcquireContext, Acquired, AcquireInput, Importer } from '../importer.ts';
import { streamSource } from '../unpack/byte-source.ts';

export const fromStdin: Importer = {
  name: 'standard input',
  takes: (input) => input === '-',
  async *documents(_input: AcquireInput, context: AcquireContext): AsyncGenerator<Acquired> {
    const source = await streamSource('standard input', context.stdin());
    yield* documentsOf(source, { how: 'stdin', location: '-' }, context, null);
  },
};
