/** `reportedly retract`: a publisher took a report back or corrected it. */
import type { Command } from 'commander';
import { ReportedlyError } from '../../../errors.ts';
import { claimId, documentId } from '../ids.ts';
import { addWho, type Who, whoOf } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface RetractOptions extends LedgerChoice, Who {
  withdrawn?: boolean;
  corrected?: boolean;
  claims?: string[];
  url?: string;
  text?: string;
}

export function addRetract(program: Command): void {
  const command = program
    .command('retract')
    .argument('<document>', 'its sha256, or enough of its beginning')
    .option('--withdrawn', 'the publisher took the report back')
    .option('--corrected', 'the publisher corrected the report')
    .option('--claims <id...>', 'only these claims are concerned')
    .option('--url <address>', 'where the publisher says so')
    .option('--text <words>', 'what the publisher says')
    .description('record that a publisher took a report back or corrected it; its claims stay, marked');
  addWho(command).action(async (document: string, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<RetractOptions>();
    if (Boolean(options.withdrawn) === Boolean(options.corrected)) {
      throw new ReportedlyError('usage', {
        reason: 'Say what the publisher did: --withdrawn or --corrected.',
      });
    }
    await withLedger(
      options,
      async (ledger) => {
        const said = await ledger.retract({
          ...whoOf(options),
          document: await documentId(ledger, document),
          kind: options.withdrawn ? 'withdrawn' : 'corrected',
          claims: options.claims ? await Promise.all(options.claims.map((id) => claimId(ledger, id))) : null,
          url: options.url ?? null,
          text: options.text ?? null,
        });
        write(`${said.seq}\n`);
        say(`Recorded as statement #${said.seq}.`);
      },
      { mustExist: true },
    );
  });
}
