/** `reportedly claims`: the claims of the ledger, filtered, as a table, JSON or CSV. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ClaimQuery, ClaimRow, Ledger } from '../../../5-ledger/index.ts';
import { CERTAINTIES, CLAIM_KINDS, EVENT_TYPES } from '../../../records/index.ts';
import { csvHeader, csvRow } from '../claims-csv.ts';
import { claimsTable } from '../claims-table.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface ClaimsOptions extends LedgerChoice {
  format: 'table' | 'json' | 'csv';
  limit?: number;
  text?: string;
  type?: string[];
  certainty?: (typeof CERTAINTIES)[number][];
  kind?: (typeof CLAIM_KINDS)[number][];
  source?: string[];
  party?: string[];
  place?: string[];
  country?: string[];
  effect?: string[];
  atLeast?: number;
  from?: string;
  to?: string;
  publishedFrom?: string;
  publishedTo?: string;
  document?: string[];
  asOf?: string;
}

const number = (text: string) => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0) throw new InvalidArgumentError('A whole number.');
  return n;
};

export function addClaims(program: Command): void {
  program
    .command('claims')
    .addOption(
      new Option('--format <form>', 'how to print').choices(['table', 'json', 'csv']).default('table'),
    )
    .option('--limit <n>', 'at most so many (table: 50 unless said)', number)
    .option('--text <words>', 'words in the claim or the names tied to it; "…" a phrase, -word not')
    .addOption(new Option('--type <type...>', 'event types').choices([...EVENT_TYPES]))
    .addOption(new Option('--certainty <certainty...>').choices([...CERTAINTIES]))
    .addOption(new Option('--kind <kind...>').choices([...CLAIM_KINDS]))
    .option('--source <name...>', 'a source anywhere in the chain')
    .option('--party <name...>', 'a party in any role')
    .option('--place <name...>')
    .option('--country <code...>', 'ISO 3166-1 alpha-2')
    .option('--effect <kind...>', 'killed, wounded …')
    .option('--at-least <n>', 'with a figure that may be so large', number)
    .option('--from <date>', 'happened on or after')
    .option('--to <date>', 'happened on or before')
    .option('--published-from <date>')
    .option('--published-to <date>')
    .option('--document <sha256...>')
    .option('--as-of <time>', 'as the ledger stood then')
    .description('list claims')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ClaimsOptions>();
      await withLedger(options, (ledger) => list(ledger, options), { mustExist: true });
    });
}

function queryOf(options: ClaimsOptions): ClaimQuery {
  const { from, to, limit: _limit, format: _format, ledger: _ledger, asOf: _asOf, ...filter } = options;
  return { ...filter, timeFrom: from, timeTo: to };
}

async function list(ledger: Ledger, options: ClaimsOptions): Promise<void> {
  const query = queryOf(options);
  const read = { asOf: options.asOf };
  const limit = options.limit ?? (options.format === 'table' ? 50 : Number.POSITIVE_INFINITY);
  const rows: ClaimRow[] = [];
  if (options.format === 'csv') write(csvHeader());
  let n = 0;
  for await (const row of ledger.everyClaim(query, read)) {
    if (n++ >= limit) break;
    if (options.format === 'csv') write(csvRow(row));
    else if (options.format === 'json') write(`${JSON.stringify(row)}\n`);
    else rows.push(row);
  }
  if (options.format === 'table') {
    write(claimsTable(rows, process.stdout.columns ?? 120));
    const all = await ledger.countClaims(query, read);
    say(
      `${rows.length} of ${all} claims${all > rows.length ? '; --limit shows more' : ''}. Claims as reported: who says so, not what is true.`,
    );
  }
}
