/** `reportedly bundle` and `import`: evidence for a stranger, and one ledger taken into another. */
import type { Command } from 'commander';
import type { Conflict, JoinReport } from '../../../5-ledger/index.ts';
import { importBundle } from '../../bundle/import-bundle.ts';
import { packTo } from '../../bundle/pack.ts';
import { clean } from '../claims-table.ts';
import { documentId } from '../ids.ts';
import { plural } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface BundleOptions extends LedgerChoice {
  release?: string;
  since?: string;
  document?: string[];
}

export function addBundle(program: Command): void {
  program
    .command('bundle')
    .argument('<file>', 'a new ZIP')
    .option('--release <name>', 'the state of a release; default now')
    .option('--since <release>', 'only what was said after this release')
    .option('--document <sha256...>', 'only what concerns these documents; the chain stays whole')
    .description('write an evidence bundle: documents, texts, claims with their words, the hash chain')
    .action(async (file: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<BundleOptions>();
      const manifest = await withLedger(
        options,
        async (ledger) => {
          const documents =
            options.document &&
            (await Promise.all(options.document.map((beginning) => documentId(ledger, beginning))));
          return packTo(ledger, file, { release: options.release, since: options.since, documents });
        },
        { mustExist: true },
      );
      write(`${file}\n`);
      say(
        `${plural(manifest.documents, 'document')}, ${plural(manifest.claims, 'claim')}. ${manifest.caption}.`,
      );
      say(
        `Head ${manifest.chain.head.hash}. It may name private persons: it is evidence, not for the public.`,
      );
    });
}

export function addImport(program: Command): void {
  program
    .command('import')
    .argument('<bundle>', 'an evidence bundle of another ledger')
    .option('--json', 'print the report as JSON')
    .description('take in what another ledger holds; both sides’ decisions are kept, conflicts are listed')
    .action(async (bundle: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<LedgerChoice & { json?: boolean }>();
      const report = await withLedger(options, (ledger) => importBundle(ledger, bundle));
      if (options.json) write(`${JSON.stringify(report)}\n`);
      else tell(report);
    });
}

function tell({ documents, readings, said, leftOut, conflicts }: JoinReport): void {
  say(
    `${plural(documents.new, 'document')} new, ${documents.known} known; ${plural(readings.new, 'Reading')} new, ` +
      `${readings.known} known; ${said.new} of what people said new, ${said.known} known.`,
  );
  for (const { statement, kind, reason } of leftOut)
    say(`Left out: ${kind} (statement ${statement} there): ${clean(reason)}.`);
  for (const conflict of conflicts) write(conflictText(conflict));
  if (conflicts.length > 0)
    say(`${plural(conflicts.length, 'conflict')}: the last said holds, all are kept.`);
}

const conflictText = ({ on, answers }: Conflict): string =>
  `${clean(on)}\n${answers
    .map(
      ({ who, origin, answer, holds }) =>
        `  ${holds ? 'holds  ' : '       '} ${origin.at}  ${clean(who)}: ${clean(answer)}\n`,
    )
    .join('')}`;
