/** `reportedly verify`: whether anything in the ledger was changed since it was recorded. */
import type { Command } from 'commander';
import type { VerifyReport } from '../../../5-ledger/index.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .option('--json', 'print the report as JSON')
    .description('check every hash, every original and every span of the ledger')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<LedgerChoice & { json?: boolean }>();
      const report = await withLedger(options, (ledger) => ledger.verify(), { mustExist: true });
      if (options.json) write(`${JSON.stringify(report)}\n`);
      else tell(report);
      if (!report.intact) process.exitCode = 1;
    });
}

function tell(report: VerifyReport): void {
  const { statements, documents, readings, claims, erased } = report;
  write(
    `${report.intact ? 'intact' : 'NOT INTACT'}: ${statements} statements, ${documents} documents, ${readings} readings, ` +
      `${claims} claims; ${erased} erased\n`,
  );
  for (const { what, where, detail } of report.faults) write(`  ${what} at ${where}: ${detail}\n`);
  if (report.moreFaults > 0) write(`  and ${report.moreFaults} more\n`);
  if (report.intact) {
    say(
      'This says that nothing was changed since it was recorded. It does not say that any claim is true, nor that',
    );
    say(
      'the owner did not build the whole chain anew: for that, deposit the head hash of a release elsewhere.',
    );
  }
}
