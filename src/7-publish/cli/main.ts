#!/usr/bin/env node
/** The command line. Exit status: 0 all done, 1 some inputs failed, 2 wrong usage, 3 ledger or engine unusable. */
import { Command, CommanderError } from 'commander';
import { PACKAGE_VERSION } from '../../engine.ts';
import { ReportedlyError } from '../../errors.ts';
import { addClaims } from './commands/claims.ts';
import { addExplain } from './commands/explain.ts';
import { addParse } from './commands/parse.ts';
import { addRead } from './commands/read.ts';
import { addSchema } from './commands/schema.ts';
import { addServe } from './commands/serve.ts';
import { addVerify } from './commands/verify.ts';
import { say } from './output.ts';

const program = new Command('reportedly')
  .description('Reads reports of war into a ledger of claims: who says what, on whose word, how surely.')
  .version(PACKAGE_VERSION)
  .option(
    '--ledger <where>',
    'folder or postgres:// address of the ledger (else REPORTEDLY_LEDGER, else ./data)',
  )
  .exitOverride()
  .showHelpAfterError('See reportedly --help.');

for (const add of [addRead, addClaims, addExplain, addServe, addVerify, addParse, addSchema]) add(program);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error);
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
