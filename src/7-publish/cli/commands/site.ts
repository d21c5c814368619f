/** `reportedly site`: a release as a folder of pages that can be put anywhere. */
import type { Command } from 'commander';
import { ReportedlyError } from '../../../errors.ts';
import { writeSite } from '../../site/write-site.ts';
import { caption } from '../../words/caption.ts';
import { sourceFor } from '../export-options.ts';
import { plural, wholeNumber } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

interface SiteOptions extends LedgerChoice {
  release: string;
  unreviewed?: boolean;
  delay?: number;
}

export function addSite(program: Command): void {
  program
    .command('site')
    .argument('<folder>', 'a new or empty folder')
    .requiredOption('--release <name>', 'the release to show')
    .option('--unreviewed', 'also what no person reviewed, marked so')
    .option('--delay <hours>', 'hold back points of the last hours (default 72)', wholeNumber)
    .description('write a release as a static site: searchable, no outside requests, private persons covered')
    .action(async (folder: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<SiteOptions>();
      const report = await withLedger(
        options,
        async (ledger) => {
          const release = (await ledger.releases()).find(({ name }) => name === options.release);
          if (!release) throw new ReportedlyError('not-in-ledger', { what: 'release', id: options.release });
          const asOf = release.state.seq;
          const source = await sourceFor(ledger, { ...options, asOf });
          const line = caption(await ledger.coverage({ asOf }), release.at);
          return writeSite({ ...source, caption: line, asOf: release.at }, release, folder);
        },
        { mustExist: true },
      );
      write(`${report.folder}\n`);
      const { documents, claims, incidents } = report;
      say(`${plural(documents, 'document')}, ${plural(claims, 'claim')}, ${plural(incidents, 'incident')}.`);
      if (!options.unreviewed) say('What no person reviewed was left out; --unreviewed takes it in, marked.');
    });
}
