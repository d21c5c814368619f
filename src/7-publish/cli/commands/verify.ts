/** `reportedly verify`: whether anything in the ledger was changed since it was recorded. */
import type { Command } from 'commander';
import type { VerifyReport } from '../../../5-ledger/index.ts';
import { verifyBundle } from '../../bundle/verify-bundle.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .argument('[bundle]', 'an evidence bundle: it is checked by itself, no ledger is needed')
    .option('--json', 'print the report as JSON')
    .description('check every hash, every original and every span of the ledger, or of an evidence bundle')
    .action(async (bundle: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<LedgerChoice & { json?: boolean }>();
      if (bundle !== undefined) return checkBundle(bundle, options.json ?? false);
      const report = await withLedger(options, (ledger) => ledger.verify(), { mustExist: true });
      if (options.json) write(`${JSON.stringify(report)}\n`);
      else tell(report);
      if (!report.intact) process.exitCode = 1;
    });
}

async function checkBundle(file: string, json: boolean): Promise<void> {
  const report = await verifyBundle(file);
  const { intact, manifest, statements, documents, claims, withoutBytes, faults } = report;
  if (!intact) process.exitCode = 1;
  if (json) {
    write(`${JSON.stringify(report)}\n`);
    return;
  }
  write(
    `${intact ? 'intact' : 'NOT INTACT'}: ${statements} statements, ${documents} documents, ${claims} claims` +
      `${withoutBytes > 0 ? `, ${withoutBytes} originals erased` : ''}\n`,
  );
  for (const { where, detail } of faults) write(`  ${where}: ${detail}\n`);
  if (!manifest || !intact) return;
  write(`  ledger ${manifest.ledger}, head ${manifest.chain.head.hash}\n`);
  say(
    'Nothing was changed since it was packed. That its chain is the one that was recorded, only a head hash that you',
  );
  say('have from elsewhere shows. It does not say that any claim is true.');
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
