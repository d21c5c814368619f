/** `reportedly export FORMAT`: tables and files that leave the ledger, through its gates. */
import { Argument, type Command } from 'commander';
import type { Ledger } from '../../../5-ledger/index.ts';
import { newTally } from '../../exports/exporter.ts';
import { exporterOf, FORMATS } from '../../exports/formats.ts';
import { fileName } from '../../exports/source.ts';
import { addPublic, outlet, type PublicOptions, sayTally, sourceFor } from '../export-options.ts';
import { withLedger } from '../where.ts';

interface ExportCommand extends PublicOptions {
  why?: boolean;
  interNumbers?: boolean;
}

export function addExport(program: Command): void {
  const command = program
    .command('export')
    .addArgument(new Argument('<format>', 'what to write').choices([...FORMATS]))
    .option('--why', 'instead of rows, the rule and the words behind each of their cells')
    .option('--inter-numbers', 'acled: kinds of actor as numbers')
    .description('write claims, incidents and figures for others, private persons covered');
  addPublic(command).action(async (format: string, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<ExportCommand>();
    await withLedger(options, (ledger) => run(ledger, format, options), { mustExist: true });
  });
}

async function run(ledger: Ledger, format: string, options: ExportCommand): Promise<void> {
  const exporter = exporterOf(format);
  const { why, interNumbers } = options;
  const source = await sourceFor(ledger, options, { why, interNumbers });
  const { put, file } = outlet(options.out, fileName(source, exporter.name, exporter.extension));
  const tally = newTally();
  for await (const piece of exporter.pieces(source, tally)) put(piece);
  sayTally(tally, source, file);
}
