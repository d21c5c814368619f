/** `reportedly orphans`: decisions whose words are no longer in the Reading in force. */
import type { Command } from 'commander';
import type { OrphanEntry } from '../../../5-ledger/index.ts';
import { clean } from '../claims-table.ts';
import { decisionText } from '../decision-text.ts';
import { type AsOf, addAsOf, plural, readOptions } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

const WHAT_NOW =
  'Decide again on the claim that has the words now; reportedly decide undo NUMBER takes the old decision back.';

export function addOrphans(program: Command): void {
  const command = program
    .command('orphans')
    .option('--json', 'print a line of JSON each')
    .description(
      'list decisions that found no claim with their very words; they are never moved to a look-alike',
    );
  addAsOf(command).action(async (_: unknown, self: Command) => {
    const options = self.optsWithGlobals<LedgerChoice & AsOf & { json?: boolean }>();
    await withLedger(
      options,
      async (ledger) => {
        const orphans = await ledger.orphans(readOptions(options));
        for (const orphan of orphans)
          write(options.json ? `${JSON.stringify(orphan)}\n` : `${orphanLine(orphan)}\n`);
        say(`${plural(orphans.length, 'orphaned decision')}.`);
        if (orphans.length > 0) say(WHAT_NOW);
      },
      { mustExist: true },
    );
  });
}

export function orphanLine(orphan: OrphanEntry): string {
  const words = orphan.words ? ` on “${clean(orphan.words)}”` : '';
  return `${decisionText(orphan)}${words} in document ${orphan.document.slice(7, 15)}: ${orphan.reason}`;
}
