/** `reportedly refetch`: asks pages of the ledger again, and shows what was changed or taken away since. */
import type { Command } from 'commander';
import { openSession } from '../../../1-acquire/acquire.ts';
import type { Ledger, Visit } from '../../../5-ledger/index.ts';
import { openTables, versionsOf } from '../../../6-reconcile/index.ts';
import { refetch } from '../../../collecting/refetch.ts';
import type { KnownPage } from '../../../collecting/visit-page.ts';
import { ReportedlyError } from '../../../errors.ts';
import { readPackageFile } from '../../../package.ts';
import type { DocumentReader } from '../../../pipeline.ts';
import { documentId } from '../ids.ts';
import { plural, wholeNumber } from '../options.ts';
import { say, write } from '../output.ts';
import { startProgress } from '../progress.ts';
import { withReader } from '../reader.ts';
import { differenceLines, visitLine } from '../version-text.ts';
import { addWebOptions, type WebOptions, webOptions } from '../web-options.ts';
import { engineFilesFor, type LedgerChoice, withLedger } from '../where.ts';
import { whyTable } from '../why-table.ts';

interface RefetchOptions extends LedgerChoice, WebOptions {
  days?: number;
  by?: string;
  json?: boolean;
  quiet?: boolean;
}

export function addRefetch(program: Command): void {
  const command = program
    .command('refetch')
    .argument('[documents...]', 'only these; else every page that was fetched')
    .option('--days <n>', 'only pages that were fetched first within so many days', wholeNumber)
    .option('--by <name>', 'who a retraction is recorded by (else REPORTEDLY_BY, else reportedly refetch)')
    .option('--json', 'print what became of each page as a line of JSON')
    .option('-q, --quiet', 'only the totals')
    .description(
      'ask pages again: shows silent edits sentence by sentence, marks the claims they touch, records what was taken back',
    );
  addWebOptions(command).action(async (documents: string[], _: unknown, self: Command) => {
    const options = self.optsWithGlobals<RefetchOptions>();
    await withLedger(
      options,
      async (ledger) => {
        const pages = await pagesOf(ledger, documents, options);
        await withReader(engineFilesFor(options), { workers: 1, reports: null }, (reader) =>
          refetchAll(ledger, pages, reader, options),
        );
      },
      { mustExist: true },
    );
  });
}

async function pagesOf(
  ledger: Ledger,
  typed: readonly string[],
  { days }: RefetchOptions,
): Promise<KnownPage[]> {
  const wanted = new Set<string>();
  for (const one of typed) {
    const versions = await ledger.versions(await documentId(ledger, one));
    if (!versions.some(({ how }) => how === 'url'))
      throw new ReportedlyError('not-fetched', { document: one });
    for (const { sha256 } of versions) wanted.add(sha256);
  }
  const since = days === undefined ? '' : new Date(Date.now() - days * 24 * 3600 * 1000).toISOString();
  const pages: KnownPage[] = [];
  for await (const page of ledger.fetchedPages()) {
    if (typed.length > 0 && !wanted.has(page.document)) continue;
    if (since && ((await ledger.document(page.document))?.row.fetched ?? '') < since) continue;
    pages.push(page);
  }
  return pages;
}

async function refetchAll(
  ledger: Ledger,
  pages: readonly KnownPage[],
  reader: DocumentReader,
  options: RefetchOptions,
): Promise<void> {
  const { openSentenceCutter } = await import('../../../engine.ts');
  const means = {
    ledger,
    reader,
    session: openSession(webOptions(options)),
    tables: openTables(readPackageFile),
    cut: openSentenceCutter(),
    who: options.by ?? process.env.REPORTEDLY_BY ?? 'reportedly refetch',
    signal: null,
    now: () => new Date(),
  };
  const counts = new Map<Visit['outcome'], number>();
  const failed: { input: string; error: ReportedlyError }[] = [];
  const progress = startProgress(pages.length, 'pages', options.quiet);
  for await (const one of refetch(pages, means)) {
    progress.step(one.url);
    if (options.json) write(`${JSON.stringify(one)}\n`);
    if (!one.ok) {
      failed.push(one);
      continue;
    }
    const { visit } = one;
    counts.set(visit.outcome, (counts.get(visit.outcome) ?? 0) + 1);
    if (options.quiet || options.json || visit.outcome === 'same') continue;
    write(`${visitLine(visit)}\n`);
    const version = (await versionsOf(ledger, visit.document, means.cut)).find(
      ({ document }) => document.sha256 === visit.became,
    );
    for (const line of version?.difference ? differenceLines(version.difference) : []) write(`${line}\n`);
  }
  progress.end();
  const parts = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([outcome, n]) => `${n} ${outcome}`);
  say(`${plural(pages.length, 'page')} asked again${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`);
  if (failed.length === 0) return;
  say(`${plural(failed.length, 'page')} could not be asked:`);
  for (const line of whyTable(
    failed.map(({ input, error: { code, message } }) => ({ input, code, message })),
  ))
    say(line);
  process.exitCode = 1;
}
