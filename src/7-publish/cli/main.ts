#!/usr/bin/env node
/** The command line. Exit status: 0 all done, 1 some inputs failed, 2 wrong usage, 3 ledger or engine unusable. */
import { runCommandLine } from './program.ts';

process.exitCode = await runCommandLine(process.argv.slice(2));
