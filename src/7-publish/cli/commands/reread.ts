/** `reportedly reread`: the kept documents again by this engine, and what it reads differently, claim by claim. */
import type { Command } from 'commander';
import { entryDocuments } from '../../../2-extract/live-blog/entry-documents.ts';
import type { Ledger, OrphanEntry } from '../../../5-ledger/index.ts';
import { readAny } from '../../../pipeline.ts';
import { documentId } from '../ids.ts';
import { plural } from '../options.ts';
import { say, write } from '../output.ts';
import { startProgress } from '../progress.ts';
import { differenceText, type Reread, rereadDocuments, storedDifferences } from '../reread.ts';
import { engineFor, type LedgerChoice, withLedger } from '../where.ts';
import { orphanLine } from './orphans.ts';

interface RereadOptions extends LedgerChoice {
  dryRun?: boolean;
  difference?: boolean;
  json?: boolean;
  quiet?: boolean;
}

export function addReread(program: Command): void {
  program
    .command('reread')
    .argument('[documents...]', 'only these; default all that another engine read')
    .option(
      '--dry-run',
      'record nothing, only show what would change, and which decisions would become orphans',
    )
    .option('--difference', 'read nothing, show how the last two engines differ on each document')
    .option('--json', 'print the difference of each document as a line of JSON')
    .option('-q, --quiet', 'only the totals')
    .description(
      'read the kept documents again with this engine; decisions go with the words they were made on',
    )
    .action(async (documents: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<RereadOptions>();
      await withLedger(options, (ledger) => reread(ledger, documents, options), { mustExist: true });
    });
}

async function reread(ledger: Ledger, typed: readonly string[], options: RereadOptions): Promise<void> {
  const only = new Set(await Promise.all(typed.map((id) => documentId(ledger, id))));
  const totals = { documents: 0, same: 0, added: 0, removed: 0, changed: 0, carried: 0 };
  const orphans: OrphanEntry[] = [];
  const progress = startProgress(null, 'documents', options.quiet);
  for await (const one of await differences(ledger, only, options)) {
    progress.step();
    totals.documents++;
    totals.same += one.difference.same;
    for (const kind of ['added', 'removed', 'changed'] as const) totals[kind] += one.difference[kind].length;
    totals.carried += one.decisions?.carried.length ?? 0;
    orphans.push(...(one.decisions?.orphaned ?? []));
    if (options.json) write(`${JSON.stringify(one)}\n`);
    else if (!options.quiet) write(differenceText(one));
  }
  progress.end();
  if (totals.documents === 0 && !options.difference) {
    say('Nothing to read again: this engine has read every document whose bytes are here.');
    return;
  }
  const { same, added, removed, changed } = totals;
  const done = options.difference
    ? 'compared'
    : options.dryRun
      ? 'read again, nothing recorded'
      : 'read again';
  say(
    `${plural(totals.documents, 'document')} ${done}: ${plural(same, 'claim')} the same, ${changed} changed, ${added} new, ${removed} gone.`,
  );
  tellDecisions(totals.carried, orphans, options.dryRun ?? false);
}

function tellDecisions(carried: number, orphans: readonly OrphanEntry[], dryRun: boolean): void {
  if (carried > 0) say(`${plural(carried, 'decision')} ${dryRun ? 'would carry over' : 'carried over'}.`);
  if (orphans.length === 0) return;
  const found = dryRun
    ? 'would find no claim with their words, and become orphans'
    : 'found no claim with their words any more (reportedly orphans lists them)';
  say(`${plural(orphans.length, 'decision')} ${found}:`);
  for (const orphan of orphans) say(`  ${orphanLine(orphan)}`);
}

async function differences(
  ledger: Ledger,
  only: ReadonlySet<string>,
  options: RereadOptions,
): Promise<AsyncIterable<Reread>> {
  if (options.difference) return storedDifferences(ledger, only);
  const engine = await engineFor(options);
  const read = async (document: Parameters<typeof readAny>[0]) => {
    // Versions before entries of live blogs were documents of their own read them with the page.
    if (!options.dryRun) {
      for (const entry of entryDocuments(document)) {
        if (await ledger.document(entry.sha256)) continue;
        await ledger.record([{ document: entry, reading: await readAny(entry, engine) }]);
      }
    }
    return readAny(document, engine);
  };
  return rereadDocuments(ledger, { only, engine: engine.stamp, read, record: !options.dryRun });
}
