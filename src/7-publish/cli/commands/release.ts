/** `reportedly release`: named, content-addressed states of the ledger, and what changed between two. */
import type { Command } from 'commander';
import type { Ledger, ReleaseChange, ReleaseEntry } from '../../../5-ledger/index.ts';
import { clean } from '../claims-table.ts';
import { type AsOf, addAsOf, addWho, plural, readOptions, type Who, whoOf } from '../options.ts';
import { say, write } from '../output.ts';
import { type LedgerChoice, withLedger } from '../where.ts';
import { logLine } from './log.ts';

type Options = LedgerChoice & { json?: boolean };

export function addRelease(program: Command): void {
  const release = program
    .command('release')
    .description('name a state of the ledger, list them, compare two');
  const create = release
    .command('create')
    .argument('<name>')
    .option('--json', 'print as JSON')
    .description('name the present state; prints the head hash to deposit elsewhere');
  addWho(create).action(async (name: string, _: unknown, self: Command) => {
    const options = self.optsWithGlobals<Options & Who>();
    const entry = await withLedger(options, (ledger) => ledger.createRelease({ ...whoOf(options), name }), {
      mustExist: true,
    });
    write(options.json ? `${JSON.stringify(entry)}\n` : releaseText(entry));
    if (options.json) return;
    say(
      'Deposit the head hash elsewhere (in print, with a notary, in a public archive): only that proves later',
    );
    say('that the chain up to here was not built anew. It proves nothing of the truth of any claim.');
  });
  const list = release
    .command('list')
    .option('--json', 'print a line of JSON each')
    .description('list the releases, oldest first');
  addAsOf(list).action(async (_: unknown, self: Command) => {
    const options = self.optsWithGlobals<Options & AsOf>();
    const read = readOptions(options);
    const entries = await withLedger(options, (ledger) => ledger.releases(read), { mustExist: true });
    for (const entry of entries) write(options.json ? `${JSON.stringify(entry)}\n` : releaseText(entry));
  });
  release
    .command('diff')
    .argument('<from>', 'name of a release')
    .argument('[to]', 'name of a later one; default the present state')
    .option('--json', 'print a line of JSON a change')
    .description('what changed from one release to another, claim by claim, each with its reason')
    .action(async (from: string, to: string | undefined, _: unknown, self: Command) => {
      const options = self.optsWithGlobals<Options>();
      await withLedger(options, (ledger) => diff(ledger, from, to ?? null, options), { mustExist: true });
    });
}

function releaseText({ name, release, state, content, who, at }: ReleaseEntry): string {
  return [
    `${clean(name)}  ${at}  ${clean(who)}`,
    `  content      ${release}`,
    `  holds        ${plural(content.documents.count, 'document')}, ${plural(content.claims, 'claim')}`,
    `  head         statement ${state.seq}, ${state.hash}`,
    '',
  ].join('\n');
}

async function diff(ledger: Ledger, from: string, to: string | null, options: Options): Promise<void> {
  const counts = { added: 0, removed: 0, changed: 0 };
  for await (const change of ledger.compareReleases(from, to)) {
    counts[change.change]++;
    write(options.json ? `${JSON.stringify(change)}\n` : changeText(change));
  }
  say(`${counts.added} claims added, ${counts.removed} removed, ${counts.changed} changed.`);
}

const MARKS = { added: '+', removed: '−', changed: '~' } as const;

function changeText({ change, claim, before, after, fields, reasons }: ReleaseChange): string {
  const { text } = (after ?? before)!;
  const which = fields.length > 0 ? ` [${fields.join(', ')}]` : '';
  const why = reasons
    .map((reason) => `    ${logLine(reason)}${reason.why ? `: ${clean(reason.why)}` : ''}\n`)
    .join('');
  return `${MARKS[change]} ${claim.slice(0, 8)} ${clean(text)}${which}\n${why || '    no reason is recorded\n'}`;
}
