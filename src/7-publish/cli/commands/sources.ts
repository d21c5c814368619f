/** `reportedly sources`: what each source told first, alone, with independent others or against them. */
import type { Command } from 'commander';
import { sourceRow } from '../../../6-reconcile/index.ts';
import { openReconciler } from '../open-reconciler.ts';
import { type AsOf, addAsOf } from '../options.ts';
import { write } from '../output.ts';
import { sourcesTable, sourceText } from '../show-source.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface SourcesOptions extends LedgerChoice, AsOf {
  json?: boolean;
  publishedBy?: string;
}

export function addSources(program: Command): void {
  const command = program
    .command('sources')
    .argument('[name]', 'one source, by its name')
    .option('--json', 'print each source as a line of JSON; one source in full')
    .option(
      '--published-by <day>',
      'as it could be known on this day (YYYY-MM-DD), from reports published by then',
    )
    .description(
      'list who tells what the incidents hold: first, alone, corroborated or contradicted by independent origins; or one source in full',
    );
  addAsOf(command).action(async (name: string | undefined, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<SourcesOptions>();
    await withLedger(
      options,
      async (ledger) => {
        const reconciler = await openReconciler(ledger, options);
        const asOf = { asOf: options.publishedBy };
        if (name !== undefined) {
          const profile = reconciler.source(name, asOf);
          write(options.json ? `${JSON.stringify(profile)}\n` : sourceText(profile));
          return;
        }
        const all = reconciler.sources(asOf);
        if (options.json) for (const one of all) write(`${JSON.stringify(sourceRow(one))}\n`);
        else write(sourcesTable(all, reconciler.coverageLine));
      },
      { mustExist: true },
    );
  });
}
