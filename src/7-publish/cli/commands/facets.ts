/** `reportedly facets FIELD…`: the values of fields among the claims that match, with counts. */
import { Argument, type Command } from 'commander';
import { FACET_FIELDS, type FacetField, type Ledger } from '../../../5-ledger/index.ts';
import { addClaimFilter, type FilterOptions, filterOf } from '../claim-filter.ts';
import { clean } from '../claims-table.ts';
import { type AsOf, addAsOf, readOptions } from '../options.ts';
import { write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface FacetOptions extends LedgerChoice, FilterOptions, AsOf {
  json?: boolean;
}

export function addFacets(program: Command): void {
  const command = program
    .command('facets')
    .addArgument(new Argument('<fields...>', 'fields to count').choices([...FACET_FIELDS]))
    .option('--json', 'print as JSON')
    .description('count claims by the values of fields; private persons are counted together, never named');
  addAsOf(addClaimFilter(command)).action(async (fields: FacetField[], _: unknown, self: Command) => {
    const options = self.optsWithGlobals<FacetOptions>();
    await withLedger(options, (ledger) => count(ledger, fields, options), { mustExist: true });
  });
}

async function count(ledger: Ledger, fields: FacetField[], options: FacetOptions): Promise<void> {
  const facets = await ledger.facets(fields, await filterOf(ledger, options), readOptions(options));
  if (options.json) {
    write(`${JSON.stringify(facets)}\n`);
    return;
  }
  for (const { field, values, more, privatePersons } of facets) {
    write(`${field}\n`);
    for (const { value, count: n } of values) write(`${String(n).padStart(8)}  ${clean(value ?? 'none')}\n`);
    if (privatePersons > 0) write(`${String(privatePersons).padStart(8)}  private persons\n`);
    if (more > 0) write(`          and ${more} more values\n`);
  }
}
