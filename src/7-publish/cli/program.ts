/** The program that the command line runs: its commands, and what becomes of errors. */
import { Command, CommanderError } from 'commander';
import { ReportedlyError } from '../../errors.ts';
import { PACKAGE_VERSION } from '../../package.ts';
import { say, write } from './output.ts';

type AddCommand = (program: Command) => void;

/** In the order in which help and docs/cli.md list them. Each is loaded only where it is run or told of. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  read: async () => (await import('./commands/read.ts')).addRead,
  failures: async () => (await import('./commands/failures.ts')).addFailures,
  retry: async () => (await import('./commands/failures.ts')).addRetry,
  reread: async () => (await import('./commands/reread.ts')).addReread,
  documents: async () => (await import('./commands/documents.ts')).addDocuments,
  refetch: async () => (await import('./commands/refetch.ts')).addRefetch,
  watch: async () => (await import('./commands/watch.ts')).addWatch,
  warc: async () => (await import('./commands/warc.ts')).addWarc,
  claims: async () => (await import('./commands/claims.ts')).addClaims,
  facets: async () => (await import('./commands/facets.ts')).addFacets,
  places: async () => (await import('./commands/places.ts')).addPlaces,
  timeline: async () => (await import('./commands/timeline.ts')).addTimeline,
  incidents: async () => (await import('./commands/incidents.ts')).addIncidents,
  sources: async () => (await import('./commands/sources.ts')).addSources,
  explain: async () => (await import('./commands/explain.ts')).addExplain,
  export: async () => (await import('./commands/export.ts')).addExport,
  table: async () => (await import('./commands/table.ts')).addTable,
  compare: async () => (await import('./commands/compare.ts')).addCompare,
  review: async () => (await import('./commands/review.ts')).addReview,
  add: async () => (await import('./commands/add.ts')).addAdd,
  decide: async () => (await import('./commands/decide.ts')).addDecide,
  cells: async () => (await import('./commands/cells.ts')).addCells,
  orphans: async () => (await import('./commands/orphans.ts')).addOrphans,
  agreement: async () => (await import('./commands/agreement.ts')).addAgreement,
  assess: async () => (await import('./commands/assess.ts')).addAssess,
  retract: async () => (await import('./commands/retract.ts')).addRetract,
  'code-list': async () => (await import('./commands/code-list.ts')).addCodeList,
  log: async () => (await import('./commands/log.ts')).addLog,
  release: async () => (await import('./commands/release.ts')).addRelease,
  verify: async () => (await import('./commands/verify.ts')).addVerify,
  backup: async () => (await import('./commands/backup.ts')).addBackup,
  restore: async () => (await import('./commands/backup.ts')).addRestore,
  erase: async () => (await import('./commands/erase.ts')).addErase,
  serve: async () => (await import('./commands/serve.ts')).addServe,
  site: async () => (await import('./commands/site.ts')).addSite,
  bundle: async () => (await import('./commands/bundle.ts')).addBundle,
  import: async () => (await import('./commands/bundle.ts')).addImport,
  accounts: async () => (await import('./commands/accounts.ts')).addAccounts,
  tokens: async () => (await import('./commands/accounts.ts')).addTokens,
  gazetteer: async () => (await import('./commands/gazetteer.ts')).addGazetteer,
  parse: async () => (await import('./commands/parse.ts')).addParse,
  schema: async () => (await import('./commands/schema.ts')).addSchema,
};

/** The program with the commands that the arguments name; with all where they name none, to list them. */
export async function makeProgram(args: readonly string[] = []): Promise<Command> {
  const program = new Command('reportedly')
    .description('Reads reports of war into a ledger of claims: who says what, on whose word, how surely.')
    .version(PACKAGE_VERSION)
    .option(
      '--ledger <where>',
      'folder or postgres:// address of the ledger (else REPORTEDLY_LEDGER, else ./data)',
    )
    // Before the commands are added: they take these settings over.
    .exitOverride()
    .showHelpAfterError('See reportedly --help.')
    .configureOutput({ writeOut: write, writeErr: (text) => say(text.trimEnd()) });
  const named = Object.keys(COMMANDS).filter((name) => args.includes(name));
  const loaded = named.length > 0 && !args.includes('help') ? named : Object.keys(COMMANDS);
  for (const add of await Promise.all(loaded.map((name) => COMMANDS[name]!()))) add(program);
  return program;
}

/** Runs one command line; the exit status. Throws nothing. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  process.exitCode = 0;
  try {
    await (await makeProgram(args)).parseAsync(args, { from: 'user' });
    return Number(process.exitCode);
  } catch (error) {
    return report(error);
  }
}

/** Says what went wrong and what to do; gives the exit status. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ReportedlyError) {
    say(`reportedly: ${error.message} [${error.code}]\n  ${error.hint}`);
    return error.exit;
  }
  say(`reportedly: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 3;
}
