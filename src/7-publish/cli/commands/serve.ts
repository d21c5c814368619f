/** `reportedly serve`: the workbench and the API on this machine. */
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Ledger } from '../../../5-ledger/index.ts';
import { PACKAGE } from '../../../package.ts';
import { ReadingPool } from '../../../reading-pool/pool.ts';
import { LOOPBACK, listen } from '../../api/listen.ts';
import { makeServer } from '../../api/server.ts';
import { exampleDocuments, exampleFiles, readExamples } from '../examples.ts';
import { say, write } from '../output.ts';
import { engineFilesFor, engineFor, type LedgerChoice, withLedger } from '../where.ts';

interface ServeOptions extends LedgerChoice {
  host: string;
  port?: number;
  examples?: boolean;
}

const port = (text: string) => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0 || n > 65_535) throw new InvalidArgumentError('A port is 0 to 65535.');
  return n;
};

export function addServe(program: Command): void {
  program
    .command('serve')
    .option('--port <n>', 'port to listen on (else 4710, or the next that is free)', port)
    .option('--host <address>', 'address to listen on; this machine only', LOOPBACK)
    .option('--examples', 'first read the example reports into a new ledger')
    .description('open the workbench')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServeOptions>();
      await withLedger(options, (ledger) => serve(ledger, options));
    });
}

async function serve(ledger: Ledger, options: ServeOptions): Promise<void> {
  const stopped = stopSignal();
  const files = exampleFiles();
  const app = await makeServer({
    ledger,
    web: path.join(PACKAGE, 'dist/web'),
    examples: await exampleDocuments(ledger, files),
    openReader: () => new ReadingPool(1, engineFilesFor(options)),
    onFault: (error) => say(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  try {
    const address = await listen(app, options.host, options.port ?? null);
    if (options.examples) await readExamples(ledger, files, () => engineFor(options));
    const { documents, claims } = await ledger.coverage();
    write(`Reportedly is ready: open ${address}/\n`);
    say(`${documents} documents and ${claims} claims in ${ledger.where}. Stop with Ctrl+C.`);
    await stopped;
  } finally {
    await app.close();
  }
  say('Stopped.');
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => resolve();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
