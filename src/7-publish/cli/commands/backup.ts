/** `reportedly backup` and `restore`: the whole ledger as a folder of plain files, from and to either store. */
import type { Command } from 'commander';
import { restoreLedger } from '../../../5-ledger/index.ts';
import { plural } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, ledgerPath, withLedger } from '../where.ts';

export function addBackup(program: Command): void {
  program
    .command('backup')
    .argument('<folder>', 'a new or empty folder')
    .description('copy the ledger to a folder of plain files, while it is in use')
    .action(async (folder: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<LedgerChoice>();
      const report = await withLedger(options, (ledger) => ledger.backup(folder), { mustExist: true });
      const { statements, originals, head } = report;
      write(`${report.folder}\n`);
      say(`${plural(statements, 'statement')} and ${plural(originals, 'original')}, head ${head}.`);
    });
}

export function addRestore(program: Command): void {
  program
    .command('restore')
    .argument('<backup>', 'folder that reportedly backup wrote')
    .description('make a new ledger of a backup, at --ledger; every hash is checked')
    .action(async (backup: string, _: unknown, command: Command) => {
      const where = ledgerPath(command.optsWithGlobals<LedgerChoice>());
      const ledger = await restoreLedger(backup, where);
      try {
        const { intact, statements, documents } = await ledger.verify();
        write(`${ledger.where}\n`);
        say(
          `${plural(statements, 'statement')}, ${plural(documents, 'document')}: ${intact ? 'intact' : 'NOT INTACT'}.`,
        );
        if (!intact) process.exitCode = 1;
      } finally {
        await ledger.close();
      }
    });
}
