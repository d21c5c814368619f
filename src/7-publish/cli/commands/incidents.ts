/** `reportedly incidents`: what the reports of a ledger tell of together, by how many origins, contested or not. */
import type { Command } from 'commander';
import { byDate, rowOf } from '../../../6-reconcile/index.ts';
import { openReconciler } from '../open-reconciler.ts';
import { type AsOf, addAsOf, wholeNumber } from '../options.ts';
import { say, write } from '../output.ts';
import { incidentsTable } from '../show-incident.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface IncidentsOptions extends LedgerChoice, AsOf {
  json?: boolean;
  full?: boolean;
  publishedBy?: string;
  minReports?: string;
  limit?: number;
}

export function addIncidents(program: Command): void {
  const command = program
    .command('incidents')
    .option('--json', 'print each incident as a line of JSON')
    .option('--full', 'with --json: origins, tolls, contradictions and reports too')
    .option(
      '--published-by <day>',
      'as it could be known on this day (YYYY-MM-DD), from reports published by then',
    )
    .option('--min-reports <n>', 'only those that so many reports tell of', '1')
    .option('--limit <n>', 'at most so many', wholeNumber)
    .description('list what the reports tell of together: incidents, derived from their claims');
  addAsOf(command).action(async (_: unknown, self: Command) => {
    const options = self.optsWithGlobals<IncidentsOptions>();
    await withLedger(
      options,
      async (ledger) => {
        const reconciler = await openReconciler(ledger, options);
        const least = Number(options.minReports) || 1;
        const all = reconciler
          .incidents({ asOf: options.publishedBy })
          .filter(({ documents }) => documents >= least)
          .sort(byDate);
        const coverage = reconciler.coverageLine;
        const shown = all.slice(0, options.limit);
        if (options.json)
          for (const one of shown)
            write(`${JSON.stringify(options.full ? { ...one, coverage } : rowOf(one))}\n`);
        else {
          write(incidentsTable(shown, coverage, process.stdout.columns ?? 100));
          const lost = reconciler.withoutEffect.map((seq) => `#${seq}`);
          if (lost.length > 0)
            write(`without effect: ${lost.join(', ')} (its incidents are gone; reportedly decide undo)\n`);
        }
        if (shown.length < all.length) say(`${all.length - shown.length} more: --limit`);
      },
      { mustExist: true },
    );
  });
}
