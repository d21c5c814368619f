/** `reportedly log`: who said and did what in the ledger, newest first. */
import { type Command, Option } from 'commander';
import type { Ledger, LogEntry, LogQuery } from '../../../5-ledger/index.ts';
import { clean } from '../claims-table.ts';
import { claimId, documentId } from '../ids.ts';
import { type AsOf, addAsOf, readOptions, wholeNumber } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';

const KINDS = [
  'document',
  'reading',
  'current',
  'decision',
  'assessment',
  'retraction',
  'visit',
  'code-list',
  'release',
  'erasure',
];

interface LogOptions extends LedgerChoice, AsOf {
  who?: string;
  kind?: string[];
  type?: string[];
  document?: string;
  claim?: string;
  from?: string;
  to?: string;
  ascending?: boolean;
  limit: number;
  after?: string;
  json?: boolean;
}

export function addLog(program: Command): void {
  const command = program
    .command('log')
    .option('--who <name>', 'only what this person did')
    .addOption(new Option('--kind <kind...>', 'kinds of statements').choices(KINDS))
    .option('--type <type...>', 'kinds of decisions, assessments, erasures: reject, correct, admiralty …')
    .option('--document <sha256>', 'on this document')
    .option('--claim <id>', 'on this claim')
    .option('--from <time>', 'at or after')
    .option('--to <time>', 'at or before')
    .option('--ascending', 'oldest first')
    .option('--limit <n>', 'at most so many', wholeNumber, 50)
    .option('--after <cursor>', 'the page after this cursor, which the page before it names')
    .option('--json', 'print a line of JSON each')
    .description('show who said and did what, when');
  addAsOf(command).action(async (_: unknown, self: Command) => {
    const options = self.optsWithGlobals<LogOptions>();
    await withLedger(options, (ledger) => print(ledger, options), { mustExist: true });
  });
}

async function print(ledger: Ledger, options: LogOptions): Promise<void> {
  const { who, kind, type, from, ascending, limit, json } = options;
  const query: LogQuery = {
    who,
    kind,
    type,
    from,
    ascending,
    limit,
    to: options.to,
    cursor: options.after,
    document: options.document && (await documentId(ledger, options.document)),
    claim: options.claim && (await claimId(ledger, options.claim)),
  };
  const { rows, next } = await ledger.log(query, readOptions(options));
  for (const entry of rows) write(json ? `${JSON.stringify(entry)}\n` : `${logLine(entry)}\n`);
  if (next) say(`The next page: --after ${next}`);
}

export function logLine({ seq, at, kind, type, who, document, claim, target, summary }: LogEntry): string {
  const what = [kind, type].filter(Boolean).join(' ');
  const on = claim
    ? `claim ${claim.slice(0, 8)}`
    : document
      ? `document ${document.slice(7, 15)}`
      : (target ?? '');
  return `#${seq} ${at}  ${clean(who ?? 'engine')}  ${what}  ${clean(on)}  ${clean(summary)}`.trimEnd();
}
