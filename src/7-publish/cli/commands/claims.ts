/** `reportedly claims`: the claims of the ledger, filtered, as a table, JSON or CSV. */
import { type Command, Option } from 'commander';
import { CLAIM_SORTS, type ClaimRow, type ClaimSort, type Ledger } from '../../../5-ledger/index.ts';
import { addClaimFilter, type FilterOptions, filterOf } from '../claim-filter.ts';
import { csvHeader, csvRow } from '../claims-csv.ts';
import { claimsTable } from '../claims-table.ts';
import { type AsOf, addAsOf, readOptions, wholeNumber } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface ClaimsOptions extends LedgerChoice, FilterOptions, AsOf {
  format: 'table' | 'json' | 'csv';
  limit?: number;
  sort?: ClaimSort;
  descending?: boolean;
  after?: string;
}

export function addClaims(program: Command): void {
  const command = program
    .command('claims')
    .addOption(
      new Option('--format <form>', 'how to print').choices(['table', 'json', 'csv']).default('table'),
    )
    .option('--limit <n>', 'at most so many (table: 50 unless said)', wholeNumber)
    .addOption(new Option('--sort <order>', 'table only').choices([...CLAIM_SORTS]))
    .option('--descending', 'the other way round')
    .option('--after <cursor>', 'table only: the page after this cursor, which the page before it names')
    .description('list claims');
  addAsOf(addClaimFilter(command)).action(async (_: unknown, self: Command) => {
    const options = self.optsWithGlobals<ClaimsOptions>();
    const print = options.format === 'table' ? printPage : printAll;
    await withLedger(options, (ledger) => print(ledger, options), { mustExist: true });
  });
}

/** Every claim that matches, one by one, in constant memory. */
async function printAll(ledger: Ledger, options: ClaimsOptions): Promise<void> {
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const line = options.format === 'csv' ? csvRow : (row: ClaimRow) => `${JSON.stringify(row)}\n`;
  if (options.format === 'csv') write(csvHeader());
  let n = 0;
  const filter = await filterOf(ledger, options);
  for await (const row of ledger.everyClaim(filter, readOptions(options))) {
    if (n++ >= limit) break;
    write(line(row));
  }
}

async function printPage(ledger: Ledger, options: ClaimsOptions): Promise<void> {
  const filter = await filterOf(ledger, options);
  const read = readOptions(options);
  const { sort, descending } = options;
  const query = {
    ...filter,
    sort,
    descending,
    limit: Math.min(options.limit ?? 50, 1000),
    cursor: options.after,
  };
  const { rows, next } = await ledger.claims(query, read);
  write(claimsTable(rows, process.stdout.columns ?? 120));
  const all = await ledger.countClaims(filter, read);
  say(`${rows.length} of ${all} claims. Claims as reported: who says so, not what is true.`);
  if (next) say(`More: --limit, or the next page with --after ${next}`);
}
