/** `reportedly schema`: the Reading's contract as JSON Schema. */
import type { Command } from 'commander';
import { Reading } from '../../../records/index.ts';
import { write } from '../output.ts';

export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of a Reading')
    .action(() => {
      const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...Reading };
      write(`${JSON.stringify(schema, null, 2)}\n`);
    });
}
