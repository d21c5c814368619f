/** `reportedly failures` and `reportedly retry`: what could not be read, and trying it again. */
import type { Command } from 'commander';
import type { AcquireOptions } from '../../../1-acquire/acquire.ts';
import type { FailureEntry, FailureQuery, Ledger } from '../../../5-ledger/index.ts';
import type { ErrorCode } from '../../../errors.ts';
import { type DocumentReader, readInputs } from '../../../pipeline.ts';
import { clean } from '../claims-table.ts';
import { plural } from '../options.ts';
import { say, write } from '../output.ts';
import { startProgress } from '../progress.ts';
import { ReadTally } from '../read-tally.ts';
import { withReader, workersOption } from '../reader.ts';
import { addWebOptions, type WebOptions, webOptions } from '../web-options.ts';
import { engineFilesFor, type LedgerChoice, withLedger } from '../where.ts';
import { whyTable } from '../why-table.ts';

interface FailureOptions extends LedgerChoice {
  code?: string[];
  json?: boolean;
}

interface RetryOptions extends FailureOptions, WebOptions {
  due?: boolean;
  workers?: number;
  quiet?: boolean;
}

export function addFailures(program: Command): void {
  program
    .command('failures')
    .argument('[inputs...]', 'only these')
    .option('--code <code...>', 'only those that failed so')
    .option('--json', 'print a line of JSON each')
    .description('list what could not be read, and why')
    .action(async (inputs: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<FailureOptions>();
      const list = (ledger: Ledger) => ledger.failures(queryOf(inputs, options));
      const failures = await withLedger(options, list, { mustExist: true });
      for (const failure of failures)
        write(options.json ? `${JSON.stringify(failure)}\n` : `${failureLines(failure)}\n`);
      say(failures.length === 0 ? 'Nothing failed.' : `${plural(failures.length, 'input')} failed:`);
      if (failures.length > 0) for (const line of whyTable(failures.map(coded))) say(line);
    });
}

export function addRetry(program: Command): void {
  const command = program
    .command('retry')
    .argument('[inputs...]', 'only these; else all that failed')
    .option('--code <code...>', 'only those that failed so')
    .option('--due', 'only those that are due: servers and lines that may work again by now')
    .option('--json', 'print each Reading as a line of JSON')
    .option('--workers <n>', 'threads that read', workersOption)
    .option('-q, --quiet', 'no progress and no summary')
    .description('read again what failed, with the settings it was asked for');
  addWebOptions(command).action(async (inputs: string[], _: unknown, command: Command) => {
    const options = command.optsWithGlobals<RetryOptions>();
    const tally = await withLedger(options, (ledger) => retry(ledger, inputs, options), {
      mustExist: true,
    });
    tally.tell(true, options.quiet);
    if (tally.failed.length > 0) process.exitCode = 1;
  });
}

function queryOf(inputs: readonly string[], { code }: FailureOptions): FailureQuery {
  return { code, input: inputs.length > 0 ? inputs : undefined };
}

async function retry(ledger: Ledger, inputs: readonly string[], options: RetryOptions): Promise<ReadTally> {
  const dueBy = options.due ? new Date().toISOString() : undefined;
  const runs = runsOf(await ledger.failures({ ...queryOf(inputs, options), dueBy }));
  const tally = new ReadTally();
  const reports = runs.reduce((sum, { sources }) => sum + sources.length, 0);
  if (reports === 0) return tally;
  const progress = startProgress(reports, 'inputs', options.quiet);
  const readAll = async (reader: DocumentReader) => {
    for (const { sources, settings } of runs) {
      const { allowHosts = [], ...web } = webOptions(options);
      const before = (settings as AcquireOptions).allowHosts ?? [];
      const asked: AcquireOptions = {
        ...settings,
        ...web,
        allowHosts: [...before, ...allowHosts],
        passedOver: tally.passOver,
      };
      for await (const outcome of readInputs(sources, reader, ledger, asked)) {
        progress.step(outcome.input);
        tally.count(outcome);
        if (outcome.ok && options.json) write(`${JSON.stringify(outcome.reading)}\n`);
      }
    }
  };
  await withReader(engineFilesFor(options), { workers: options.workers, reports }, readAll);
  progress.end();
  return tally;
}

/** What is to be asked for again, once each, what was asked for with the same settings together. */
function runsOf(
  failures: readonly FailureEntry[],
): { sources: string[]; settings: FailureEntry['settings'] }[] {
  const runs = new Map<string, { sources: Set<string>; settings: FailureEntry['settings'] }>();
  for (const { source, settings } of failures) {
    const key = JSON.stringify(settings);
    const run = runs.get(key) ?? { sources: new Set(), settings };
    runs.set(key, run);
    run.sources.add(source);
  }
  return [...runs.values()].map(({ sources, settings }) => ({ sources: [...sources], settings }));
}

const coded = ({ input, code, message }: FailureEntry) => ({ input, message, code: code as ErrorCode });

function failureLines({ input, code, message, times, last, due }: FailureEntry): string {
  const again = due === null ? '' : `, due ${due}`;
  return `${clean(input)}\n    ${clean(message)} [${code}]\n    ${plural(times, 'time')}, last ${last}${again}`;
}
