/** `reportedly read`: reports into the ledger, or to Readings on standard output. */
import { type Command, InvalidArgumentError } from 'commander';
import type { AcquireOptions } from '../../../1-acquire/acquire.ts';
import { type ColumnMap, parseColumnMap } from '../../../1-acquire/unpack/table/columns.ts';
import type { Ledger } from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { type DocumentReader, readInputs } from '../../../pipeline.ts';
import type { GivenMetadata } from '../../../records/index.ts';
import { readBatch } from '../batch.ts';
import { countInputs } from '../count-inputs.ts';
import { write } from '../output.ts';
import { type Progress, startProgress } from '../progress.ts';
import { ReadTally } from '../read-tally.ts';
import { withReader, workersOption } from '../reader.ts';
import { addWebOptions, type WebOptions, webOptions } from '../web-options.ts';
import { engineFilesFor, type LedgerChoice, withLedger } from '../where.ts';

interface ReadOptions extends LedgerChoice, WebOptions {
  published?: string;
  title?: string;
  url?: string;
  publisher?: string;
  map?: ColumnMap;
  json?: boolean;
  dryRun?: boolean;
  batch?: boolean;
  again?: boolean;
  quiet?: boolean;
  workers?: number;
}

export function addRead(program: Command): void {
  const command = program
    .command('read')
    .argument(
      '[inputs...]',
      'files, folders, http(s) addresses of pages, feeds and sitemaps, files that list such, or - for standard input',
    )
    .option('--published <date>', 'publication date of the reports, where they do not say it', isDate)
    .option('--title <title>', 'title, where the report has none')
    .option('--url <address>', 'address the report was published at')
    .option('--publisher <name>', 'who published it')
    .option(
      '--map <columns>',
      'which columns of tables hold what: text=body,title=headline,url=link,published=date,publisher=source',
      parseColumnMap,
    )
    .option('--json', 'print each Reading as a line of JSON')
    .option('--dry-run', 'record nothing')
    .option('--batch', 'JSON Lines on standard input, Readings on standard output; records nothing')
    .option('--again', 'fetch what feeds and lists name even where it is in the ledger')
    .option(
      '--workers <n>',
      'threads that read; 1 reads in this one (default: by cores, for many reports)',
      workersOption,
    )
    .option('-q, --quiet', 'no progress and no summary')
    .description('read reports into the ledger');
  addWebOptions(command).action(async (inputs: string[], _: unknown, command: Command) => {
    const options = command.optsWithGlobals<ReadOptions>();
    const files = engineFilesFor(options);
    if (options.batch) {
      await withReader(files, { workers: options.workers, reports: null }, readBatch);
      return;
    }
    if (inputs.length === 0)
      throw new ReportedlyError('usage', { reason: 'Nothing to read: name a file, folder or address.' });
    const reports = await countInputs(inputs);
    const read = (ledger: Ledger | null) =>
      withReader(files, { workers: options.workers, reports }, (reader) =>
        readAll(inputs, options, reader, ledger, startProgress(reports, 'reports', options.quiet)),
      );
    const tally = options.dryRun ? await read(null) : await withLedger(options, read);
    tally.tell(!options.dryRun, options.quiet);
    if (tally.failed.length > 0) process.exitCode = 1;
  });
}

function isDate(text: string): string {
  const date =
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/.test(text) &&
    !Number.isNaN(Date.parse(text));
  if (!date || !new Date(text).toISOString().startsWith(text.slice(0, 8)))
    throw new InvalidArgumentError('A date looks like 2017-10-07.');
  return text;
}

async function readAll(
  inputs: readonly string[],
  options: ReadOptions,
  reader: DocumentReader,
  ledger: Ledger | null,
  progress: Progress,
): Promise<ReadTally> {
  const tally = new ReadTally();
  const asked = { ...acquireOptions(options, ledger, tally), passedOver: tally.passOver };
  for await (const outcome of readInputs(inputs, reader, ledger, asked)) {
    progress.step(outcome.input);
    tally.count(outcome);
    if (outcome.ok && options.json) write(`${JSON.stringify(outcome.reading)}\n`);
  }
  progress.end();
  return tally;
}

function acquireOptions(options: ReadOptions, ledger: Ledger | null, tally: ReadTally): AcquireOptions {
  const { published, title, url, publisher, map, again } = options;
  const given: GivenMetadata = {
    ...(published ? { published } : {}),
    ...(title ? { title } : {}),
    ...(url ? { url } : {}),
    ...(publisher ? { publisher } : {}),
  };
  const isKnown = async (address: string) => {
    const known = !again && ((await ledger?.isFetched(address)) ?? false);
    if (known) tally.known++;
    return known;
  };
  return { ...webOptions(options), given, ...(map ? { map } : {}), isKnown };
}
