/** `reportedly gazetteer import FILE…` and `gazetteer find NAME`. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { openGazetteers } from '../../../engine.ts';
import { ReportedlyError } from '../../../errors.ts';
import { findPlaces } from '../gazetteer/find-places.ts';
import { DEFAULT_CLASSES, type ImportReport, importGazetteer } from '../gazetteer/import.ts';
import { placesTable } from '../gazetteer/places-table.ts';
import { say, write } from '../output.ts';
import { startProgress } from '../progress.ts';
import { gazetteerFile, type LedgerChoice } from '../where.ts';

interface ImportChoice extends LedgerChoice {
  classes: string;
  quiet?: boolean;
}

export function addGazetteer(program: Command): void {
  const gazetteer = program.command('gazetteer').description('places that names are looked up in');
  gazetteer
    .command('import')
    .argument(
      '<files...>',
      'GeoNames XX.txt, allCountries.txt, alternateNamesV2.txt, admin1CodesASCII.txt, admin2Codes.txt; COD-AB boundaries (.geojson) and tables (.csv)',
    )
    .option('--classes <letters>', 'GeoNames feature classes to take', DEFAULT_CLASSES)
    .option('-q, --quiet', 'no progress and no summary')
    .description("build the ledger's own gazetteer; replaces what was imported before")
    .action(async (files: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ImportChoice>();
      const output = gazetteerFile(options);
      if (output === null)
        throw new ReportedlyError('usage', {
          reason: 'A ledger in PostgreSQL has no folder for a gazetteer: import into a ledger in a folder.',
        });
      makeFolder(output);
      const report = await importFiles(files, output, options);
      if (!options.quiet) summary(report, output);
    });
  gazetteer
    .command('find')
    .argument('<name...>', 'a name as a report writes it')
    .option('--json', 'print each place as a line of JSON')
    .description('show every place of a name, best known first')
    .action((name: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<LedgerChoice & { json?: boolean }>();
      find(name.join(' '), options);
    });
}

function makeFolder(output: string): void {
  try {
    mkdirSync(path.dirname(output), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new ReportedlyError(
      'ledger-unusable',
      { ledger: path.dirname(output), reason: (cause as Error).message },
      { cause },
    );
  }
}

const MB = 1e6;

async function importFiles(
  files: string[],
  output: string,
  { classes, quiet }: ImportChoice,
): Promise<ImportReport> {
  let progress: ReturnType<typeof startProgress> | null = null;
  let shown = 0;
  const report = await importGazetteer({
    files,
    output,
    classes: classes.toUpperCase(),
    beside: openGazetteers(),
    onProgress: ({ total, done, file, step }) => {
      progress ??= startProgress(Math.ceil(total / MB), 'MB', quiet);
      for (; shown < Math.floor(done / MB); shown++) progress.step(path.basename(file));
      if (step === 'sorting' && !quiet && total > 100 * MB) say('Sorting the names …');
    },
  });
  (progress as ReturnType<typeof startProgress> | null)?.end();
  return report;
}

function summary({ places, names, left, bytes }: ImportReport, output: string): void {
  say(
    `${places} places${names > 0 ? `, ${names} more names` : ''} in ${output} (${(bytes / MB).toFixed(1)} MB). Credit: GeoNames (geonames.org), CC BY 4.0.`,
  );
  for (const [reason, count] of Object.entries(left)) say(`  left out: ${count} ${reason}`);
  say('Reports read from now on use it; read those again that should.');
}

function find(name: string, options: LedgerChoice & { json?: boolean }): void {
  const found = findPlaces(openGazetteers(gazetteerFile(options)), name);
  if (options.json) for (const { place, via } of found) write(`${JSON.stringify({ ...place, via })}\n`);
  else write(placesTable(found));
  if (found.length > 0) return;
  say(`"${name}" is not in the gazetteer. gazetteer import adds the GeoNames file of a country.`);
  process.exitCode = 1;
}
