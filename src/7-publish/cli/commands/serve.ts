/** `reportedly serve`: the workbench and the API, on this machine or, with accounts, for others too. */
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Ledger } from '../../../5-ledger/index.ts';
import { openGazetteers } from '../../../engine.ts';
import { ReportedlyError } from '../../../errors.ts';
import { PACKAGE } from '../../../package.ts';
import { ReadingPool } from '../../../reading-pool/pool.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { isLoopback, LOOPBACK, listen } from '../../api/listen.ts';
import { makeServer } from '../../api/server.ts';
import { divisionsOf } from '../../exports/divisions.ts';
import { exampleDocuments, exampleFiles, readExamples } from '../examples.ts';
import { say, write } from '../output.ts';
import {
  engineFilesFor,
  engineFor,
  gazetteerFile,
  type LedgerChoice,
  ledgerPath,
  withLedger,
} from '../where.ts';

interface ServeOptions extends LedgerChoice {
  host: string;
  port?: number;
  origin?: string;
  accounts?: boolean;
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
    .option('--host <address>', 'address to listen on; any but this machine needs accounts', LOOPBACK)
    .option('--origin <address>', 'where others open it: https://NAME; needs accounts')
    .option('--accounts', 'ask for a sign-in on this machine too')
    .option('--examples', 'first read the example reports into a new ledger')
    .description('open the workbench')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServeOptions>();
      const origin = originOf(options);
      const accounts = await accountsFor(options, origin);
      try {
        await withLedger(options, (ledger) => serve(ledger, options, origin, accounts));
      } finally {
        await accounts?.close();
      }
    });
}

/** Where others open it; null where only this machine does. */
function originOf({ host, origin }: ServeOptions): string | null {
  if (origin === undefined) {
    if (isLoopback(host)) return null;
    throw new ReportedlyError('origin-needed', { reason: `${host} is not this machine` });
  }
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.username) {
    throw new ReportedlyError('origin-needed', { reason: `${origin} is none` });
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new ReportedlyError('origin-needed', {
      reason: 'over http:// passwords would travel for all to read',
    });
  }
  return url.origin;
}

/** On this machine none are needed; anywhere else there must be somebody who can sign in. */
async function accountsFor(options: ServeOptions, origin: string | null): Promise<Accounts | null> {
  if (origin === null && !options.accounts) return null;
  const { Accounts } = await import('../../accounts/accounts.ts');
  const accounts = await Accounts.open(ledgerPath(options), origin === null ? {} : { origin });
  if (await accounts.hasAdmin()) return accounts;
  await accounts.close();
  throw new ReportedlyError('accounts-needed', { host: origin ?? options.host });
}

async function serve(
  ledger: Ledger,
  options: ServeOptions,
  origin: string | null,
  accounts: Accounts | null,
): Promise<void> {
  const stopped = stopSignal();
  const files = exampleFiles();
  const app = await makeServer({
    ledger,
    accounts,
    origin,
    web: path.join(PACKAGE, 'dist/web'),
    examples: await exampleDocuments(ledger, files),
    openReader: () => new ReadingPool(1, engineFilesFor(options)),
    divisions: divisionsOf(() => openGazetteers(gazetteerFile(options))),
    onFault: (error) => say(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  try {
    const address = await listen(app, options.host, options.port ?? null, accounts !== null);
    if (options.examples) await readExamples(ledger, files, () => engineFor(options));
    const { documents, claims } = await ledger.coverage();
    write(`Reportedly is ready: open ${origin ?? address}/\n`);
    if (accounts) say(`People sign in. It listens at ${address}.`);
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
