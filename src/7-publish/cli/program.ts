/** The program that the command line runs: its commands, and what becomes of errors. */
import { Command, CommanderError } from 'commander';
import { PACKAGE_VERSION } from '../../engine.ts';
import { ReportedlyError } from '../../errors.ts';
import { addAdd } from './commands/add.ts';
import { addAgreement } from './commands/agreement.ts';
import { addAssess } from './commands/assess.ts';
import { addBackup, addRestore } from './commands/backup.ts';
import { addClaims } from './commands/claims.ts';
import { addCodeList } from './commands/code-list.ts';
import { addDecide } from './commands/decide.ts';
import { addDocuments } from './commands/documents.ts';
import { addErase } from './commands/erase.ts';
import { addExplain } from './commands/explain.ts';
import { addFacets } from './commands/facets.ts';
import { addGazetteer } from './commands/gazetteer.ts';
import { addIncidents } from './commands/incidents.ts';
import { addLog } from './commands/log.ts';
import { addOrphans } from './commands/orphans.ts';
import { addParse } from './commands/parse.ts';
import { addRead } from './commands/read.ts';
import { addRelease } from './commands/release.ts';
import { addReread } from './commands/reread.ts';
import { addRetract } from './commands/retract.ts';
import { addReview } from './commands/review.ts';
import { addSchema } from './commands/schema.ts';
import { addServe } from './commands/serve.ts';
import { addVerify } from './commands/verify.ts';
import { say, write } from './output.ts';

/** In the order in which help and docs/cli.md list them. */
const COMMANDS: readonly ((program: Command) => void)[] = [
  addRead,
  addReread,
  addDocuments,
  addClaims,
  addFacets,
  addIncidents,
  addExplain,
  addReview,
  addAdd,
  addDecide,
  addOrphans,
  addAgreement,
  addAssess,
  addRetract,
  addCodeList,
  addLog,
  addRelease,
  addVerify,
  addBackup,
  addRestore,
  addErase,
  addServe,
  addGazetteer,
  addParse,
  addSchema,
];

export function makeProgram(): Command {
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
  for (const add of COMMANDS) add(program);
  return program;
}

/** Runs one command line; the exit status. Throws nothing. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  process.exitCode = 0;
  try {
    await makeProgram().parseAsync(args, { from: 'user' });
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
